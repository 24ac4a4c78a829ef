import type { Language } from '../../main/contract/language.ts';
import { useText } from '../text/use-text.ts';
import { useLanguage } from './language-context.tsx';

const choices: readonly { readonly language: Language; readonly lang: string }[] = [
  { language: 'zh', lang: 'zh-CN' },
  { language: 'en', lang: 'en' },
];

/** 中文 or English; each is written in itself. */
export function LanguageSwitch() {
  const t = useText('shell');
  const { language, setLanguage } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('language.label')}>
      {choices.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.lang}
          aria-pressed={language === choice.language}
          onClick={() => setLanguage(choice.language)}
        >
          {t(`language.${choice.language}`)}
        </button>
      ))}
    </div>
  );
}
