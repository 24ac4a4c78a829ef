/** Characters that Chinese type never sets at the start of a line (避头). */
const notAtStart = new Set(
  '，。、；：！？）》」』”’】〕｝〉〗〙〛］…—～·‧・％‰℃°′″々ー,.;:!?)]}%-/»›–ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ',
);
/** Characters that it never sets at the end of a line (避尾), and the hyphen, which readers of PDF drop there. */
const notAtEnd = new Set('（《「『“‘【〔｛〈〖〘〚［￥＄￡([{«‹$£¥№§-');
/** Full-width marks whose right half is blank. */
const closing = new Set('，。、；：）》」』”’】〕｝〉〗］');
/** Full-width marks whose left half is blank. */
const opening = new Set('（《「『“‘【〔｛〈〖［');

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2014, 0x2015],
  [0x2025, 0x2027],
  [0x00b7, 0x00b7],
  [0x2100, 0x218f],
  [0x2190, 0x21ff],
  [0x2460, 0x27bf],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x3fffd],
];

/** Whether a character stands in a Han cell of its own: ideographs, full-width marks, Chinese quotation marks and dashes. */
export function isWide(codePoint: number): boolean {
  // Most characters of a letter are of the range of ideographs.
  if (codePoint >= 0x2e80 && codePoint <= 0xa4cf) return true;
  if (codePoint < 0x00b7) return false;
  return wideRanges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Whether a character is an ideograph: the ones that get a thin gap beside Latin words. */
export function isIdeograph(codePoint: number): boolean {
  return (
    (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd) ||
    codePoint === 0x3005 ||
    codePoint === 0x3007
  );
}

/** Whether a character is an ideograph of the usual two blocks, which is none of the marks that lines are broken by. */
export const isUsualIdeograph = (codePoint: number): boolean => codePoint >= 0x3400 && codePoint <= 0x9fff;

/** Whether a mark joins the character before it: combining accents, voicing marks, variation selectors. */
export function isCombining(character: string): boolean {
  // No character of ASCII and no ideograph is one.
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300 || (codePoint >= 0x3400 && codePoint <= 0x9fff)) return false;
  return /^\p{M}$/u.test(character);
}

export const isForbiddenAtStart = (character: string): boolean => notAtStart.has(character);
export const isForbiddenAtEnd = (character: string): boolean => notAtEnd.has(character);
export const isClosing = (character: string): boolean => closing.has(character);
export const isOpening = (character: string): boolean => opening.has(character);

const dateWords = '年月日';
const blank = '　';
const joined = '—…⋯';

/** Whether a line may end between two neighbouring characters. */
export function canBreakBetween(first: string, second: string): boolean {
  const a = first.codePointAt(0) ?? 0;
  const b = second.codePointAt(0) ?? 0;
  if (second === ' ' || isCombining(second)) return false;
  if (isForbiddenAtEnd(first) || isForbiddenAtStart(second)) return false;
  if (first === ' ') return true;
  if (first === second && joined.includes(first)) return false;
  // A date stays in one piece: typed (2026年11月22日) or with room to write it by hand.
  if (first === blank && (second === blank || dateWords.includes(second))) return false;
  if (dateWords.includes(first) && second === blank) return false;
  if (/\d/.test(first) && dateWords.includes(second)) return false;
  if ('年月'.includes(first) && /\d/.test(second)) return false;
  return isWide(a) || isWide(b);
}

/** Whether justified lines may open a gap between two neighbouring characters. */
export function canStretchBetween(first: string, second: string): boolean {
  if (isCombining(second)) return false;
  if (first === ' ') return second !== ' ';
  if (first === second && joined.includes(first)) return false;
  if (first === blank && second === blank) return false;
  return isWide(first.codePointAt(0) ?? 0) || isWide(second.codePointAt(0) ?? 0);
}
