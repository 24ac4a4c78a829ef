import type { App } from '../app.ts';
import { Failure } from '../contract/failure.ts';
import type { Language } from '../contract/language.ts';

/** Erases what dossiers set to be erased at the app's start. What goes wrong is told and does not keep the app from starting. */
export async function eraseAtStart(
  app: App,
  language: Language,
  tell: (text: string) => void,
): Promise<void> {
  try {
    const { erasures } = await app.call('retention.eraseAtStart', {}, { language });
    const files = erasures.reduce((sum, { erased }) => sum + erased.length, 0);
    const texts = erasures.reduce((sum, { maskedTexts }) => sum + maskedTexts, 0);
    if (files + texts === 0) return;
    tell(
      {
        zh: `按设定删除了 ${erasures.length} 份案卷里到期的 ${files} 个文件，遮去了历史里 ${texts} 段文字的证件号码；哈希和记录保留。`,
        en: `In ${erasures.length} dossiers, as set, ${files} files that were due were erased and identity numbers masked in ${texts} texts of the history; hash and record stay.`,
      }[language],
    );
  } catch (error) {
    const why = error instanceof Failure ? error.in(language).message : String(error);
    tell({ zh: `到期的文件没有删除：${why}`, en: `What is due was not erased: ${why}` }[language]);
  }
}
