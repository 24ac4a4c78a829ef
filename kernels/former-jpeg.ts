/** Blocks with less between their darkest and lightest px hold nothing to measure. */
const leastRange: f64 = 20;
/** Three channels of eight pixels; of four channels opacity is passed over. */
const bytesOfRgba: v128 = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -128, -128, -128, -128);

/** The frequencies that are looked at, by column and row: (1, 0), (0, 1), (0, 2), (1, 1), (2, 0). */
const columnsOf: usize = memory.data<u8>([1, 0, 0, 1, 2]);
const rowsOf: usize = memory.data<u8>([0, 1, 2, 1, 0]);
const frequencies = 5;

/** cos((2 place + 1) × wave × π / 16) of three waves. */
const cosines: usize = memory.data<f64>([
  1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.9807852804032304, 0.8314696123025452, 0.5555702330196023,
  0.19509032201612833, -0.1950903220161282, -0.555570233019602, -0.8314696123025453, -0.9807852804032304,
  0.9238795325112867, 0.38268343236508984, -0.3826834323650897, -0.9238795325112867, -0.9238795325112868,
  -0.38268343236509034, 0.38268343236509, 0.9238795325112865,
]);
const block: usize = memory.data(64 * 8);

/**
 * Looks at the blocks of 8 × 8 px in eight rows. Of those that tell something, the discrete cosine transform's five lowest frequencies go to `to`
 * as i32, in halves. Gives how many blocks told.
 */
export function addFormerJpeg(at: usize, width: i32, channels: i32, to: usize): i32 {
  const stride = <usize>width * channels;
  let told = 0;
  for (let left = 0; left + 8 <= width; left += 8) {
    if (!readBlock(at + <usize>left * channels, stride, channels)) continue;
    told += 1;
    for (let which = 0; which < frequencies; which += 1, to += 4) {
      const u = load<u8>(columnsOf + which);
      const v = load<u8>(rowsOf + which);
      let sum: f64 = 0;
      for (let row = 0; row < 8; row += 1) {
        let line: f64 = 0;
        for (let column = 0; column < 8; column += 1) {
          line +=
            load<f64>(block + ((<usize>(row * 8 + column)) << 3)) *
            load<f64>(cosines + ((<usize>(u * 8 + column)) << 3));
        }
        sum += line * load<f64>(cosines + ((<usize>(v * 8 + row)) << 3));
      }
      const scale: f64 = (u == 0 ? 0.7071067811865476 : 1) * (v == 0 ? 0.7071067811865476 : 1);
      store<i32>(to, <i32>floor<f64>((sum * scale) / 2 + 0.5));
    }
  }
  return told;
}

/** Reads the brightness of a block; false for one that is even, or that has a channel at its end: what was cut off at black or white. */
function readBlock(at: usize, stride: usize, channels: i32): bool {
  let least: f64 = 255;
  let most: f64 = 0;
  for (let row: usize = 0; row < 8; row += 1) {
    const line = at + row * stride;
    if (hasEnd(line, channels) || hasEnd(line + ((<usize>channels) << 2), channels)) return false;
    for (let column = 0; column < 8; column += 1) {
      const px = line + <usize>column * channels;
      const shade = 0.299 * <f64>load<u8>(px) + 0.587 * <f64>load<u8>(px, 1) + 0.114 * <f64>load<u8>(px, 2);
      store<f64>(block + ((row * 8 + <usize>column) << 3), shade);
      if (shade < least) least = shade;
      if (shade > most) most = shade;
    }
    // Even ground goes by quickly: its first three rows tell.
    if (row == 2 && most - least < 1) return false;
  }
  return most - least >= leastRange;
}

/** Whether one of the twelve colour bytes of four pixels is 0 or 255. */
// @ts-ignore: decorator
@inline
function hasEnd(at: usize, channels: i32): bool {
  const bytes = v128.load(at);
  const colours = channels == 3 ? bytes : i8x16.swizzle(bytes, bytesOfRgba);
  const ends = v128.or(i8x16.eq(colours, i8x16.splat(0)), i8x16.eq(colours, i8x16.splat(-1)));
  return (i8x16.bitmask(ends) & 0xfff) != 0;
}
