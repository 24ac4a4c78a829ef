/** Code points that take two columns: East Asian Width W and F, and pictographs (Unicode Annex 11). */
const wide: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const widthOf = (codePoint: number, letter: string): number => {
  if (codePoint < 0x300) return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) ? 0 : 1;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 2;
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(letter)) return 0;
  return wide.some(([from, to]) => codePoint >= from && codePoint <= to) ? 2 : 1;
};

/** How many columns of a terminal a text takes: Chinese characters two, combining marks none. Without escape codes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter.codePointAt(0) ?? 0, letter);
  return width;
}

/** Fills a text with spaces up to `width` columns; a longer one stays as it is. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
