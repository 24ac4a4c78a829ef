import type { Pixels } from './pixels.ts';

/** Rows of blocks that are read. */
const everyBlockRows = 4;
/** With fewer blocks of the kind nothing is said. */
const leastBlocks = 40;

/**
 * Of the blocks of 8 × 8 px with dark drawing on pure white, the share that is strewn with pale grey, 0 to 1: heavy compression
 * leaves it around letters, smoothed letters hardly. It tells of a JPEG where its steps cannot, being cut off at white. Undefined
 * where there are too few such blocks.
 */
export function measureWhiteSpecks(
  words: Int32Array,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
): number | undefined {
  let blocks = 0;
  let strewn = 0;
  for (let top = 0; top + 8 <= height; top += 8 * everyBlockRows) {
    for (let left = 0; left + 8 <= width; left += 8) {
      let white = 0;
      let pale = 0;
      let darkest = 255;
      for (let at = 0; at < 64; at += 1) {
        const green = ((words[(top + (at >> 3)) * width + left + (at & 7)] ?? 0) >>> 8) & 255;
        if (green === 255) white += 1;
        else if (green >= 205 && green <= 244) pale += 1;
        if (green < darkest) darkest = green;
        // Even ground, and what stands on no white, go by quickly.
        if (at === 15 && white === 0 && pale === 0) break;
      }
      if (white < 8 || darkest > 150) continue;
      blocks += 1;
      if (pale >= 10) strewn += 1;
    }
  }
  return blocks < leastBlocks ? undefined : Math.round((strewn / blocks) * 1000) / 1000;
}
