/** Blocks with less between their darkest and lightest px hold nothing to measure. */
const leastRange: f64 = 20;
/** Three channels of eight pixels; of four channels opacity is passed over. */
const bytesOfRgba: v128 = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -128, -128, -128, -128);

/** How many frequencies are looked at, by column and row: (1, 0), (0, 1), (0, 2), (1, 1), (2, 0). */
const frequencies = 5;
/** The share of a wave that does not swing. */
const still: f64 = 0.7071067811865476;

/** cos((2 place + 1) × wave × π / 16) of waves 1 and 2. */
const once: usize = memory.data<f64>([
  0.9807852804032304, 0.8314696123025452, 0.5555702330196023, 0.19509032201612833, -0.1950903220161282,
  -0.555570233019602, -0.8314696123025453, -0.9807852804032304,
]);
const twice: usize = memory.data<f64>([
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
    transform(to);
    to += frequencies * 4;
  }
  return told;
}

/** The five lowest frequencies of the block, i32 in halves: each of its rows is swung along once for all of them. */
function transform(to: usize): void {
  let onceAcross: f64 = 0;
  let onceDown: f64 = 0;
  let twiceDown: f64 = 0;
  let onceBoth: f64 = 0;
  let twiceAcross: f64 = 0;
  for (let row: usize = 0; row < 8; row += 1) {
    let even = f64x2.splat(0);
    let one = f64x2.splat(0);
    let two = f64x2.splat(0);
    for (let column: usize = 0; column < 64; column += 16) {
      const pair = v128.load(block + (row << 6) + column);
      even = f64x2.add(even, pair);
      one = f64x2.add(one, f64x2.mul(pair, v128.load(once + column)));
      two = f64x2.add(two, f64x2.mul(pair, v128.load(twice + column)));
    }
    const sum = both(even);
    const along = both(one);
    onceAcross += along;
    twiceAcross += both(two);
    onceDown += sum * load<f64>(once + (row << 3));
    twiceDown += sum * load<f64>(twice + (row << 3));
    onceBoth += along * load<f64>(once + (row << 3));
  }
  store<i32>(to, inHalves(onceAcross * still));
  store<i32>(to, inHalves(onceDown * still), 4);
  store<i32>(to, inHalves(twiceDown * still), 8);
  store<i32>(to, inHalves(onceBoth), 12);
  store<i32>(to, inHalves(twiceAcross * still), 16);
}

// @ts-ignore: decorator
@inline
function both(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

// @ts-ignore: decorator
@inline
function inHalves(sum: f64): i32 {
  return <i32>floor<f64>(sum / 2 + 0.5);
}

/** Reads the brightness of a block; false for one that is even, or that has a channel at its end: what was cut off at black or white. */
function readBlock(at: usize, stride: usize, channels: i32): bool {
  // Even ground goes by at once: its first three rows tell.
  if (isEven(at, stride, <usize>channels)) return false;
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
    if (row == 2 && most - least < 1) return false;
  }
  return most - least >= leastRange;
}

/** Whether the first three rows of a block have one colour. */
function isEven(at: usize, stride: usize, channels: usize): bool {
  // Rows of 24 or 32 bytes: two vectors that overlap or touch.
  const rest = (channels << 3) - 16;
  const first = v128.load(at);
  const second = v128.load(at + rest);
  const next = v128.load(at + channels);
  const nextToRest = v128.load(at + rest - channels);
  let off = v128.or(v128.xor(first, next), v128.xor(second, nextToRest));
  for (let row: usize = 1; row < 3; row += 1) {
    const line = at + row * stride;
    off = v128.or(
      off,
      v128.or(v128.xor(first, v128.load(line)), v128.xor(second, v128.load(line + rest))),
    );
  }
  return !v128.any_true(off);
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
