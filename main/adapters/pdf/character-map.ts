/** Which glyph shows a code point; 0 where the font has none. */
export type CharacterMap = (codePoint: number) => number;

/** Reads a `cmap` table: its Unicode subtable of format 12, or 4 where there is no other. Null where it has neither. */
export function readCharacterMap(table: Buffer): CharacterMap | null {
  const formats = new Map<number, number>();
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const record = 4 + index * 8;
    const platform = table.readUInt16BE(record);
    const encoding = table.readUInt16BE(record + 2);
    const isUnicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    if (!isUnicode) continue;
    const offset = table.readUInt32BE(record + 4);
    formats.set(table.readUInt16BE(offset), offset);
  }
  const full = formats.get(12);
  if (full !== undefined) return readSegmentedCoverage(table.subarray(full));
  const basic = formats.get(4);
  return basic === undefined ? null : readSegmentMapping(table.subarray(basic));
}

/** Format 12: groups of consecutive code points, in order. */
function readSegmentedCoverage(table: Buffer): CharacterMap {
  const count = table.readUInt32BE(12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = 16 + middle * 12;
      const first = table.readUInt32BE(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > table.readUInt32BE(group + 4)) low = middle + 1;
      else return table.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  };
}

/** Format 4: segments of the basic plane, in order. */
function readSegmentMapping(table: Buffer): CharacterMap {
  const doubled = table.readUInt16BE(6);
  const starts = 16 + doubled;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let at = 0; at < doubled; at += 2) {
      if (codePoint > table.readUInt16BE(14 + at)) continue;
      const start = table.readUInt16BE(starts + at);
      if (codePoint < start) return 0;
      const delta = table.readUInt16BE(deltas + at);
      const range = table.readUInt16BE(ranges + at);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = table.readUInt16BE(ranges + at + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
