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
  const stride = <usize>width * channels;
  let place = to + top;
  for (let left = 0; left < width; left += everyPx) {
    const right = min(width, left + 16);
    const from = at + <usize>left * channels;
    let row = 0;
    if (right - left == 16) {
      for (; row + 16 <= rows; row += 16) {
        turnSquare(from + <usize>row * stride, stride, channels, redBlue, green);
        for (let column: usize = 0; column < 16; column += 1) {
          v128.store(place + column * lengthPx + row, v128.load(square + (column << 4)));
        }
      }
    }
    for (; row < rows; row += 1) {
      const line = from + <usize>row * stride;
      for (let x = 0; x < right - left; x += 8) {
        let shades = i64x2.extract_lane(
          shadesOfEight(line + <usize>x * channels, channels, redBlue, green),
          0,
        );
        for (let column = x; column < min(x + 8, right - left); column += 1) {
          store<u8>(place + <usize>column * lengthPx + row, <u8>shades);
          shades >>= 8;
        }
      }
    }
    place += <usize>(right - left) * lengthPx;
  }
}

/** 16 lines of 16 shades, and room for them to change places. */
const square: usize = memory.data(256);
const turned: usize = memory.data(256);

/** Reads 16 rows of 16 pixels into the lines of `square`, a column each. */
function turnSquare(at: usize, stride: usize, channels: i32, redBlue: v128, green: v128): void {
  const half = (<usize>channels) << 3;
  for (let row: usize = 0; row < 16; row += 1, at += stride) {
    v128.store64_lane(square + (row << 4), shadesOfEight(at, channels, redBlue, green), 0);
    v128.store64_lane(square + (row << 4) + 8, shadesOfEight(at + half, channels, redBlue, green), 0);
  }
  // Dealing the first and the second half of the lines together, byte by byte, four times, makes columns of rows.
  deal(square, turned);
  deal(turned, square);
  deal(square, turned);
  deal(turned, square);
}

// @ts-ignore: decorator
@inline
function deal(from: usize, to: usize): void {
  for (let line: usize = 0; line < 8; line += 1) {
    const one = v128.load(from + (line << 4));
    const other = v128.load(from + (line << 4), 128);
    v128.store(
      to + (line << 5),
      v128.shuffle<i8>(one, other, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23),
    );
    v128.store(
      to + (line << 5),
      v128.shuffle<i8>(one, other, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
      16,
    );
  }
}
