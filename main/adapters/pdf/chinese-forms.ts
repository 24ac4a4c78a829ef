/**
 * Characters that Chinese type sets a full em wide but the fonts draw narrow by default: each borrows the glyph of
 * a look-alike (— draws as ─, so that —— joins; · as ‧). What is copied out stays the character itself.
 */
const borrowed: ReadonlyMap<number, number> = new Map([
  [0x2014, 0x2500],
  [0x00b7, 0x2027],
]);

/** The glyph that shows a code point, Chinese forms first; 0 where the font has none. */
export function chineseGlyph(glyphOf: (codePoint: number) => number, codePoint: number): number {
  const form = borrowed.get(codePoint);
  const glyph = form === undefined ? 0 : glyphOf(form);
  return glyph === 0 ? glyphOf(codePoint) : glyph;
}
