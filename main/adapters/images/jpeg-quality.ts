/** The quantisation table for brightness of ITU-T T.81 annex K, in zigzag order. */
const standard = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60,
  57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112,
  100, 120, 92, 101, 103, 99,
]; // prettier-ignore

/** The step at a place of the zigzag order that libjpeg takes at a quality of 1 to 100. */
export function scaleTable(zigzag: number, quality: number): number {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Math.max(1, Math.min(255, Math.floor(((standard[zigzag] ?? 255) * scale + 50) / 100)));
}

/** The logarithms of the steps of every quality's table, from quality 1 on. */
let tables: readonly Float64Array[] | undefined;

/** The quality, 1 to 100, whose tables as libjpeg scales them are nearest to a JPEG's; undefined where it has no table. */
export function jpegQuality(bytes: Uint8Array): number | undefined {
  const table = brightnessTable(bytes);
  if (table === undefined) return undefined;
  tables ??= Array.from({ length: 100 }, (_, index) =>
    Float64Array.from(standard, (_step, zigzag) => Math.log(scaleTable(zigzag, index + 1))),
  );
  const steps = Float64Array.from(table, Math.log);
  let best = { quality: 0, distance: Number.POSITIVE_INFINITY };
  for (const [index, scaled] of tables.entries()) {
    let distance = 0;
    for (let zigzag = 0; zigzag < steps.length && distance < best.distance; zigzag += 1) {
      distance += Math.abs((steps[zigzag] ?? 0) - (scaled[zigzag] ?? 0));
    }
    if (distance < best.distance) best = { quality: index + 1, distance };
  }
  return best.quality;
}

/** Walks the segments before the picture to the first table for brightness. */
function brightnessTable(bytes: Uint8Array): readonly number[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    const end = Math.min(bytes.length, at + 2 + view.getUint16(at + 2));
    if (marker === 0xdb) {
      for (let from = at + 4; from < end;) {
        const is16Bit = (bytes[from] ?? 0) >> 4 === 1;
        const size = is16Bit ? 128 : 64;
        if (((bytes[from] ?? 0) & 15) === 0 && from + 1 + size <= end) {
          return Array.from({ length: 64 }, (_, index) =>
            Math.max(1, is16Bit ? view.getUint16(from + 1 + 2 * index) : view.getUint8(from + 1 + index)),
          );
        }
        from += 1 + size;
      }
    }
    at = Math.max(end, at + 2);
  }
  return undefined;
}
