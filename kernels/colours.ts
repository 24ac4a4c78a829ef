// Colours are three f32 a block, 0 to 255, with room for one more at their end.

/** The luminance of colours, f32 at `to`. In f64, so that white is 255. */
export function readLuminance(rgb: usize, count: i32, to: usize): void {
  for (; count > 0; count -= 1, rgb += 12, to += 4) {
    const shade =
      0.299 * <f64>load<f32>(rgb) + 0.587 * <f64>load<f32>(rgb, 4) + 0.114 * <f64>load<f32>(rgb, 8);
    store<f32>(to, <f32>shade);
  }
}

const histogramBytes: usize = 1024;
/** Three histograms more. */
const apart: usize = memory.data(3 * 1024);

/** Counts how often each whole shade, 0 to 255, is there: 256 u32 at `to`. */
export function countShades(shades: usize, count: i32, to: usize): void {
  memory.fill(to, 0, histogramBytes);
  memory.fill(apart, 0, 3 * histogramBytes);
  // Neighbours have one shade: counted in one place, each would wait for the one before.
  for (; count >= 4; count -= 4, shades += 16) {
    countOne(shades, to);
    countOne(shades + 4, apart);
    countOne(shades + 8, apart + histogramBytes);
    countOne(shades + 12, apart + 2 * histogramBytes);
  }
  for (; count > 0; count -= 1, shades += 4) countOne(shades, to);
  for (let at: usize = 0; at < histogramBytes; at += 16) {
    const some = i32x4.add(v128.load(to + at), v128.load(apart + at));
    const others = i32x4.add(
      v128.load(apart + histogramBytes + at),
      v128.load(apart + 2 * histogramBytes + at),
    );
    v128.store(to + at, i32x4.add(some, others));
  }
}

// @ts-ignore: decorator
@inline
function countOne(shade: usize, histogram: usize): void {
  const at = histogram + ((<usize>min<i32>(255, <i32>load<f32>(shade))) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/** Sums the colours of blocks whose shade is `least` or more: three f64 at `to`. Gives how many these are. */
export function sumBright(rgb: usize, shades: usize, count: i32, least: f32, to: usize): i32 {
  let bright = 0;
  let redGreen = f64x2.splat(0);
  let blue: f64 = 0;
  for (; count > 0; count -= 1, rgb += 12, shades += 4) {
    if (load<f32>(shades) < least) continue;
    bright += 1;
    redGreen = f64x2.add(redGreen, f64x2.promote_low_f32x4(v128.load64_zero(rgb)));
    blue += <f64>load<f32>(rgb, 8);
  }
  v128.store(to, redGreen);
  store<f64>(to, blue, 16);
  return bright;
}

/**
 * Of colours times a factor for each channel, how many have more than `chroma` between their largest and smallest channel, and in how many red leads by
 * more than `lead`: two u32 at `to`.
 */
export function countColours(
  rgb: usize,
  count: i32,
  byRed: f32,
  byGreen: f32,
  byBlue: f32,
  chroma: f32,
  lead: f32,
  to: usize,
): void {
  const factors = f32x4.replace_lane(
    f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(0), 0, byRed), 1, byGreen),
    2,
    byBlue,
  );
  let coloured: u32 = 0;
  let red: u32 = 0;
  for (; count > 0; count -= 1, rgb += 12) {
    const colour = f32x4.mul(v128.load(rgb), factors);
    const second = v128.shuffle<f32>(colour, colour, 1, 2, 0, 3);
    const third = v128.shuffle<f32>(colour, colour, 2, 0, 1, 3);
    const others = f32x4.pmax(second, third);
    const most = f32x4.extract_lane(f32x4.pmax(colour, others), 0);
    const least = f32x4.extract_lane(f32x4.pmin(colour, f32x4.pmin(second, third)), 0);
    coloured += u32(most - least > chroma);
    red += u32(f32x4.extract_lane(f32x4.sub(colour, others), 0) > lead);
  }
  store<u32>(to, coloured);
  store<u32>(to, red, 4);
}

/** The sum of f32. */
export function sumOf(values: usize, count: i32): f64 {
  let sums = f64x2.splat(0);
  for (; count >= 2; count -= 2, values += 8) {
    sums = f64x2.add(sums, f64x2.promote_low_f32x4(v128.load64_zero(values)));
  }
  const sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  return count == 0 ? sum : sum + <f64>load<f32>(values);
}

/** The sum of the squared distances of f32 from `mean`. */
export function squaresOf(values: usize, count: i32, mean: f64): f64 {
  const means = f64x2.splat(mean);
  let sums = f64x2.splat(0);
  for (; count >= 2; count -= 2, values += 8) {
    const off = f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(values)), means);
    sums = f64x2.add(sums, f64x2.mul(off, off));
  }
  const sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  const last = count == 0 ? 0 : <f64>load<f32>(values) - mean;
  return sum + last * last;
}

/** Turns shades over white into those over black: less 255, and opacity more. */
export function putOverBlack(shades: usize, alpha: usize, count: i32): void {
  for (; count > 0; count -= 1, shades += 4, alpha += 4) {
    store<f32>(shades, <f32>(<f64>load<f32>(shades) - 255 + <f64>load<f32>(alpha)));
  }
}

/** How many blocks, those of the last row and column apart, differ from the one to the right or below by more than `levels` in a channel. */
export function countDrawn(rgb: usize, columns: i32, rows: i32, levels: f32): i32 {
  const most = f32x4.splat(levels);
  const below = <usize>columns * 12;
  let drawn = 0;
  for (let row: usize = 0; row + 1 < <usize>rows; row += 1) {
    let at = rgb + row * below;
    for (let column = 0; column < columns - 1; column += 1, at += 12) {
      const block = v128.load(at);
      const right = f32x4.abs(f32x4.sub(block, v128.load(at, 12)));
      const down = f32x4.abs(f32x4.sub(block, v128.load(at + below)));
      drawn += i32((i32x4.bitmask(f32x4.gt(f32x4.pmax(right, down), most)) & 7) != 0);
    }
  }
  return drawn;
}
