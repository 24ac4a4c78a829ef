import { readShades } from './shades';

const leastBend: u8 = 8;
const mostBend: u8 = 24;

/** How far apart bytes are. */
// @ts-ignore: decorator
@inline
function distance(one: v128, other: v128): v128 {
  return v128.or(i8x16.sub_sat_u(one, other), i8x16.sub_sat_u(other, one));
}

/** How much three neighbouring shades bend: twice the middle one less the others, 255 where it is more. */
// @ts-ignore: decorator
@inline
function bendOf(before: v128, middle: v128, after: v128): v128 {
  return distance(
    i8x16.add_sat_u(i8x16.sub_sat_u(middle, before), i8x16.sub_sat_u(middle, after)),
    i8x16.add_sat_u(i8x16.sub_sat_u(before, middle), i8x16.sub_sat_u(after, middle)),
  );
}

/** Where shades bend or rise clearly, as lanes of ones. */
// @ts-ignore: decorator
@inline
function isClear(bend: v128, before: v128, after: v128): v128 {
  return i8x16.ge_u(i8x16.max_u(bend, distance(before, after)), i8x16.splat(leastBend));
}

// @ts-ignore: decorator
@inline
function capped(bend: v128): v128 {
  return i8x16.min_u(bend, i8x16.splat(mostBend));
}

/**
 * Adds rows of pixels, `top` being the first one's place in the picture, to how much shades bend at each place: across, by every second row, two u32
 * a column at `across` (sums, then counts, `sumsPx` u32 each); down, by every second column, the same a row at `down` (`height` u32 each). Either
 * may be 0 for nothing. `lines` keeps shades: rows + 2 lines of `lineBytes`, which are width + 32 or more; `sumsPx` is width + 16 or more.
 */
export function addBends(
  at: usize,
  top: i32,
  rows: i32,
  width: i32,
  height: i32,
  channels: i32,
  lines: usize,
  lineBytes: i32,
  across: usize,
  sumsPx: i32,
  down: usize,
): void {
  // The last two rows of those before come first.
  const fresh = lines + 2 * lineBytes;
  for (let row = 0; row < rows; row += 1) {
    if (down == 0 && ((top + row) & 1) != 0) continue;
    const line = fresh + row * lineBytes;
    readShades(at + <usize>row * width * channels, width, channels, line);
    v128.store(line + width, i8x16.splat(0));
    v128.store(line + width + 16, i8x16.splat(0));
  }
  if (across != 0) addAcross(fresh, top, rows, width, lineBytes, across, sumsPx);
  if (down == 0) return;
  for (let row = 0; row < rows; row += 1) {
    const middle = top + row - 1;
    if (middle < 1 || middle > height - 2) continue;
    addDown(lines + row * lineBytes, lineBytes, width, down + ((<usize>middle) << 2), (<usize>height) << 2);
  }
  memory.copy(lines, lines + rows * lineBytes, 2 * lineBytes);
}

/** The rows of a strip are few enough for sums of 16 bits and counts of eight. */
function addAcross(
  fresh: usize,
  top: i32,
  rows: i32,
  width: i32,
  lineBytes: i32,
  across: usize,
  sumsPx: i32,
): void {
  for (let x = 1; x < width - 1; x += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let counts = i8x16.splat(0);
    for (let row = top & 1; row < rows; row += 2) {
      const at = fresh + row * lineBytes + x;
      const before = v128.load(at - 1);
      const after = v128.load(at + 1);
      const bend = bendOf(before, v128.load(at), after);
      const clear = isClear(bend, before, after);
      const counted = v128.and(capped(bend), clear);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(counted));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(counted));
      counts = i8x16.sub(counts, clear);
    }
    const sum = across + ((<usize>x) << 2);
    widen(low, sum);
    widen(high, sum + 32);
    const count = sum + ((<usize>sumsPx) << 2);
    widen(i16x8.extend_low_i8x16_u(counts), count);
    widen(i16x8.extend_high_i8x16_u(counts), count + 32);
  }
}

// @ts-ignore: decorator
@inline
function widen(eight: v128, to: usize): void {
  v128.store(to, i32x4.add(v128.load(to), i32x4.extend_low_i16x8_u(eight)));
  v128.store(to, i32x4.add(v128.load(to, 16), i32x4.extend_high_i16x8_u(eight)), 16);
}

/** So many px of a row are counted in eight bits before they are summed up: 16 at a time, 255 times. */
const countedPx = 16 * 255;

/** Every second px of three lines: the even bytes. */
function addDown(above: usize, lineBytes: i32, width: i32, sum: usize, countsBehind: usize): void {
  const even = i16x8.splat(0xff);
  let sums = i32x4.splat(0);
  let counts = i32x4.splat(0);
  for (let left = 0; left < width; left += countedPx) {
    const right = min(width, left + countedPx);
    let some = i16x8.splat(0);
    let count = i8x16.splat(0);
    for (let x = left; x < right; x += 16) {
      const line = above + x;
      const before = v128.load(line);
      const after = v128.load(line + 2 * lineBytes);
      const bend = bendOf(before, v128.load(line + lineBytes), after);
      const clear = v128.and(isClear(bend, before, after), even);
      some = i16x8.add(some, v128.and(capped(bend), clear));
      count = i8x16.sub(count, clear);
    }
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(some));
    counts = i32x4.add(counts, i32x4.extadd_pairwise_i16x8_u(count));
  }
  store<u32>(sum, total(sums));
  store<u32>(sum + countsBehind, total(counts));
}

// @ts-ignore: decorator
@inline
function total(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
