import type { Localized } from '../../contract/language.ts';
import type { CharacterKind, OddCharacter } from './character-kinds.ts';

const titles: Readonly<Record<CharacterKind, Localized>> = {
  letter: { zh: '文字', en: 'letters' },
  space: { zh: '空格', en: 'spaces' },
  'line-break': { zh: '换行', en: 'line breaks' },
  punctuation: { zh: '标点', en: 'punctuation' },
  symbol: { zh: '符号', en: 'symbols' },
  emoji: { zh: '表情符号', en: 'emoji' },
  invisible: { zh: '不可见的控制字符', en: 'invisible control characters' },
  broken: { zh: '无法显示的字符', en: 'characters that cannot be shown' },
};

/** The code points of a character, for what cannot be seen. */
const codePoints = (character: string): string =>
  [...character]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

const shown = ({ character, kind }: OddCharacter): string =>
  kind === 'invisible' || kind === 'broken' || kind === 'space' || kind === 'line-break'
    ? codePoints(character)
    : `「${character}」`;

/** The ordinary letter that a compatibility character such as ⼈ stands for; null for any other. */
const ordinary = (character: string): string | null => {
  const plain = character.normalize('NFKC');
  return plain !== character && /^[\p{L}\p{Nd}]+$/u.test(plain) ? plain : null;
};

const most = 8;

/** Lists which odd characters were found, by kind, and the ordinary spelling of those that have one. */
export function oddCharactersFound(odd: readonly OddCharacter[]): Localized {
  const kinds = [...new Set(odd.map((one) => one.kind))];
  const list = (language: 'zh' | 'en'): string =>
    kinds
      .map((kind) => {
        const ofKind = odd.filter((one) => one.kind === kind);
        const some = ofKind.slice(0, most).map(shown).join(' ');
        const more = ofKind.length > most ? (language === 'zh' ? ' 等' : ' …') : '';
        return kind === 'space' && ofKind.every((one) => one.character === ' ')
          ? titles[kind][language]
          : `${titles[kind][language]} ${some}${more}`;
      })
      .join(language === 'zh' ? '、' : ', ');
  const spelt = odd.flatMap((one) => {
    const plain = ordinary(one.character);
    return plain === null ? [] : [`${one.character}→${plain}`];
  });
  if (spelt.length === 0) return { zh: list('zh'), en: list('en') };
  return {
    zh: `${list('zh')}（可改为普通写法：${spelt.slice(0, most).join(' ')}）`,
    en: `${list('en')} (ordinary spelling: ${spelt.slice(0, most).join(' ')})`,
  };
}
