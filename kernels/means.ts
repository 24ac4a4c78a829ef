// Places of the bytes of four pixels, so that the sums of neighbouring pairs are those of one channel; 0x80 gives 0.
const pairsOfRgb: v128 = i8x16(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11, -128, -128, -128, -128);
/** Puts 255 where a pixel's opacity stands. */
const opacityLanes: v128 = i16x8(0, 0, 0, 255, 0, 0, 0, 255);
/** Spreads the opacity of each of two pixels over their channels. */
const spreadOpacity: v128 = i8x16(6, 7, 6, 7, 6, 7, 6, 7, 14, 15, 14, 15, 14, 15, 14, 15);
const colourLanes: v128 = i16x8(-1, -1, -1, 0, -1, -1, -1, 0);

/**
 * Adds rows of pixels to the sums of their blocks, four u32 each: red, green, blue and nothing for three channels; colour over white times 255
 * and opacity times 255 for four. `top` is the first row's place in the picture; of each block every `step`th row counts. Sums begin with the first row of
 * their block, whatever stood there before.
 */
export function addMeans(
  at: usize,
  top: i32,
  rows: i32,
  width: i32,
  channels: i32,
  blockPx: i32,
  step: i32,
  columns: i32,
  sums: usize,
): void {
  const stride = <usize>width * channels;
  let row = 0;
  while (row < rows) {
    const blockRow = (top + row) / blockPx;
    const end = min(rows, (blockRow + 1) * blockPx - top);
    const before = (top + row - blockRow * blockPx) % step;
    if (before != 0) row += step - before;
    const to = sums + ((<usize>blockRow * columns) << 4);
    const atOnce = mostRows(blockPx);
    let isFirst = top + row == blockRow * blockPx;
    for (; row < end; row += atOnce * step, isFirst = false) {
      const line = at + <usize>row * stride;
      const count = min(atOnce, (end - row + step - 1) / step);
      if (channels == 3) addOpaque(line, stride * step, count, width, blockPx, columns, to, isFirst);
      else addBlended(line, stride * step, count, width, blockPx, columns, to, isFirst);
    }
    row = end;
  }
}

/** So many rows of a block come to sums of 16 bits at most: each four px, or what is left of them, to two bytes, 128 times. */
// @ts-ignore: decorator
@inline
function mostRows(blockPx: i32): i32 {
  return max(1, 128 / ((blockPx + 3) >> 2));
}

function addOpaque(
  line: usize,
  stride: usize,
  rows: i32,
  width: i32,
  blockPx: i32,
  columns: i32,
  to: usize,
  isFirst: bool,
): void {
  for (let column = 0; column < columns; column += 1) {
    const left = column * blockPx;
    const wide = min(blockPx, width - left);
    let start = line + <usize>left * 3;
    let pairs = i16x8.splat(0);
    for (let row = 0; row < rows; row += 1, start += stride) {
      let count = wide;
      let from = start;
      for (; count >= 4; count -= 4, from += 12) {
        pairs = i16x8.add(pairs, i16x8.extadd_pairwise_i8x16_u(i8x16.swizzle(v128.load(from), pairsOfRgb)));
      }
      if (count > 0) {
        const mask: u32 = count == 1 ? 0xff : count == 2 ? 0xffff : 0xffffff;
        const rest = v128.and(i8x16.swizzle(v128.load(from), pairsOfRgb), i32x4.splat(mask));
        pairs = i16x8.add(pairs, i16x8.extadd_pairwise_i8x16_u(rest));
      }
    }
    const sum = to + ((<usize>column) << 4);
    const found = i32x4.extadd_pairwise_i16x8_u(pairs);
    v128.store(sum, isFirst ? found : i32x4.add(v128.load(sum), found));
  }
}

function addBlended(
  line: usize,
  stride: usize,
  rows: i32,
  width: i32,
  blockPx: i32,
  columns: i32,
  to: usize,
  isFirst: bool,
): void {
  for (let column = 0; column < columns; column += 1) {
    const left = column * blockPx;
    const wide = min(blockPx, width - left);
    let start = line + ((<usize>left) << 2);
    let sums = i32x4.splat(0);
    for (let row = 0; row < rows; row += 1, start += stride) {
      let count = wide;
      let from = start;
      for (; count >= 2; count -= 2, from += 8) {
        const pair = overWhite(v128.load_ext<u8>(from));
        sums = i32x4.add(
          sums,
          i32x4.add(i32x4.extend_low_i16x8_u(pair), i32x4.extend_high_i16x8_u(pair)),
        );
      }
      if (count > 0)
        sums = i32x4.add(sums, i32x4.extend_low_i16x8_u(overWhite(v128.load_ext<u8>(from))));
    }
    const sum = to + ((<usize>column) << 4);
    v128.store(sum, isFirst ? sums : i32x4.add(v128.load(sum), sums));
  }
}

/** Two pixels over white, and their opacity, all times 255, in lanes of 16 bits. */
// @ts-ignore: decorator
@inline
function overWhite(pair: v128): v128 {
  const opacity = i8x16.swizzle(pair, spreadOpacity);
  const shown = i16x8.mul(v128.or(pair, opacityLanes), opacity);
  const lift = i16x8.mul(i16x8.sub(i16x8.splat(255), opacity), i16x8.splat(255));
  return i16x8.add(shown, v128.and(lift, colourLanes));
}

/** Turns sums into means: three f32 a block at `rgb`, with room for one more at its end, and opacity at `alpha`. */
export function finishMeans(
  sums: usize,
  columns: i32,
  rows: i32,
  width: i32,
  height: i32,
  channels: i32,
  blockPx: i32,
  step: i32,
  rgb: usize,
  alpha: usize,
): void {
  let at: usize = 0;
  for (let row = 0; row < rows; row += 1) {
    const high = (min(blockPx, height - row * blockPx) + step - 1) / step;
    for (let column = 0; column < columns; column += 1, at += 1) {
      const wide = min(blockPx, width - column * blockPx);
      const area = <f32>(high * wide) * (channels == 4 ? 255 : 1);
      const mean = f32x4.div(f32x4.convert_i32x4_u(v128.load(sums + (at << 4))), f32x4.splat(area));
      v128.store(rgb + at * 12, mean);
      store<f32>(alpha + (at << 2), channels == 4 ? f32x4.extract_lane(mean, 3) : 255);
    }
  }
}
