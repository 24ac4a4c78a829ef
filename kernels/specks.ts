// The greens of four pixels.
const greenOfRgb: v128 = i8x16(1, 4, 7, 10, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128);
const greenOfRgba: v128 = i8x16(1, 5, 9, 13, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128);
/** The lower eight lanes hold a row of a block. */
const rowLanes: i32 = 0xff;

/**
 * Looks at the blocks of 8 × 8 px in eight rows: those with dark drawing on pure white are counted in the upper half of the answer, those of them
 * that are strewn with pale grey in its lower half.
 */
export function addSpecks(at: usize, width: i32, channels: i32): i32 {
  const green = channels == 3 ? greenOfRgb : greenOfRgba;
  const four = (<usize>channels) << 2;
  const stride = <usize>width * channels;
  let counts = 0;
  for (let left = 0; left + 8 <= width; left += 8) {
    const block = at + <usize>left * channels;
    let white = 0;
    let pale = 0;
    let darkest = i8x16.splat(-1);
    for (let row: usize = 0; row < 8; row += 1) {
      const line = block + row * stride;
      const greens = v128.shuffle<i32>(
        i8x16.swizzle(v128.load(line), green),
        i8x16.swizzle(v128.load(line + four), green),
        0,
        4,
        0,
        4,
      );
      white += popcnt(i8x16.bitmask(i8x16.eq(greens, i8x16.splat(-1))) & rowLanes);
      // From 205 to 244: with 205 taken away, 39 at most.
      const isPale = i8x16.le_u(i8x16.sub(greens, i8x16.splat(<i8>205)), i8x16.splat(39));
      pale += popcnt(i8x16.bitmask(isPale) & rowLanes);
      darkest = i8x16.min_u(darkest, greens);
      // Even ground, and what stands on no white, go by quickly.
      if (row == 1 && white == 0 && pale == 0) break;
    }
    if (white < 8 || (i8x16.bitmask(i8x16.le_u(darkest, i8x16.splat(<i8>150))) & rowLanes) == 0) continue;
    counts += 0x10000;
    if (pale >= 10) counts += 1;
  }
  return counts;
}
