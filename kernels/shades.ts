// Of four pixels at a time: red and blue side by side, and green alone, in lanes of 16 bits.
const redBlueOfRgb: v128 = i8x16(0, 2, 3, 5, 6, 8, 9, 11, -128, -128, -128, -128, -128, -128, -128, -128);
const greenOfRgb: v128 = i8x16(1, -128, 4, -128, 7, -128, 10, -128, -128, -128, -128, -128, -128, -128, -128, -128);
const redBlueOfRgba: v128 = i8x16(0, 2, 4, 6, 8, 10, 12, 14, -128, -128, -128, -128, -128, -128, -128, -128);
const greenOfRgba: v128 = i8x16(1, -128, 5, -128, 9, -128, 13, -128, -128, -128, -128, -128, -128, -128, -128, -128);

/** The shades (red + 2 green + blue) / 4 of eight pixels, as bytes in the lower half. */
// @ts-ignore: decorator
@inline
function shadesOfEight(at: usize, channels: i32, redBlue: v128, green: v128): v128 {
  const first = v128.load(at);
  const second = v128.load(at + ((<usize>channels) << 2));
  const sums = v128.shuffle<i64>(
    i16x8.extadd_pairwise_i8x16_u(i8x16.swizzle(first, redBlue)),
    i16x8.extadd_pairwise_i8x16_u(i8x16.swizzle(second, redBlue)),
    0,
    2,
  );
  const greens = v128.shuffle<i64>(i8x16.swizzle(first, green), i8x16.swizzle(second, green), 0, 2);
  const shades = i16x8.shr_u(i16x8.add(sums, i16x8.shl(greens, 1)), 2);
  return i8x16.narrow_i16x8_u(shades, shades);
}

/** Writes the shades of a row of pixels, one byte each; up to seven bytes behind them are overwritten. */
export function readShades(at: usize, count: i32, channels: i32, to: usize): void {
  const redBlue = channels == 3 ? redBlueOfRgb : redBlueOfRgba;
  const green = channels == 3 ? greenOfRgb : greenOfRgba;
  const step = (<usize>channels) << 3;
  for (let done = 0; done < count; done += 8, at += step, to += 8) {
    v128.store64_lane(to, shadesOfEight(at, channels, redBlue, green), 0);
  }
}

/**
 * Reads bands of 16 columns out of rows: the bands begin every `everyPx` px, and each column's shades go to a line of `lengthPx` bytes of
 * its own, from place `top` on. The last band may be narrower.
 */
export function readBands(
  at: usize,
  top: i32,
  rows: i32,
  width: i32,
  channels: i32,
  everyPx: i32,
  lengthPx: i32,
  to: usize,
): void {
  const redBlue = channels == 3 ? redBlueOfRgb : redBlueOfRgba;
  const green = channels == 3 ? greenOfRgb : greenOfRgba;
  for (let row = 0; row < rows; row += 1) {
    const line = at + <usize>row * width * channels;
    let place = to + top + row;
    for (let left = 0; left < width; left += everyPx) {
      const right = min(width, left + 16);
      for (let x = left; x < right; x += 8) {
        let shades = i64x2.extract_lane(
          shadesOfEight(line + <usize>x * channels, channels, redBlue, green),
          0,
        );
        for (let count = min(8, right - x); count > 0; count -= 1, place += lengthPx) {
          store<u8>(place, <u8>shades);
          shades >>= 8;
        }
      }
    }
  }
}
