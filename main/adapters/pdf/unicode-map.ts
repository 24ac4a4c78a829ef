const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** A code point as UTF-16 big-endian hex: a surrogate pair beyond the basic plane. */
function utf16(codePoint: number): string {
  if (codePoint <= 0xffff) return hex(codePoint);
  const rest = codePoint - 0x10000;
  return hex(0xd800 + (rest >> 10)) + hex(0xdc00 + (rest & 0x3ff));
}

/** The ToUnicode CMap of a font whose codes 1, 2, 3 … show these code points in order. */
export function unicodeMap(codePoints: readonly number[]): string {
  const ranges: string[] = [];
  // A range keeps to one high byte, as the format asks.
  for (let from = 1; from <= codePoints.length; from = (from | 0xff) + 1) {
    const to = Math.min(from | 0xff, codePoints.length);
    const texts = codePoints.slice(from - 1, to).map((codePoint) => `<${utf16(codePoint)}>`);
    ranges.push(`1 beginbfrange\n<${hex(from)}> <${hex(to)}> [${texts.join('')}]\nendbfrange`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...ranges,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
