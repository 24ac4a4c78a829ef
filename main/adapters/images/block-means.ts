import type { Pixels } from './pixels.ts';

/** The means of equal blocks of a picture: colour over white and opacity, 0 to 255, rows from the top. */
export interface BlockMeans {
  readonly columns: number;
  readonly rows: number;
  /** Side of a block in px; those at the right and bottom may be cut. */
  readonly blockPx: number;
  /** Three values a block. */
  readonly rgb: Float32Array;
  readonly alpha: Float32Array;
}

/** Of blocks this high every second row is read: what is measured on them is not so fine. */
const highBlockPx = 8;
/** Two bytes are summed at once in one number; so many fit before the lower sum runs into the upper. */
const mostSummed = 256;

/**
 * Averages square blocks, as small as keeps the longer side at `longSide` blocks or fewer (but 256 px at
 * most), so that noise cancels out.
 */
export function blockMeans(pixels: Pixels, longSide: number): BlockMeans {
  const { width, height } = pixels;
  const words = wordsOf(pixels);
  const blockPx = Math.min(mostSummed, Math.max(1, Math.ceil(Math.max(width, height) / longSide)));
  const step = blockPx >= highBlockPx ? 2 : 1;
  const rowsAtOnce = step * Math.floor(mostSummed / blockPx);
  const columns = Math.ceil(width / blockPx);
  const rows = Math.ceil(height / blockPx);
  const rgb = new Float32Array(columns * rows * 3);
  const alpha = new Float32Array(columns * rows);
  let cell = 0;
  for (let top = 0; top < height; top += blockPx) {
    const bottom = Math.min(height, top + blockPx);
    for (let left = 0; left < width; left += blockPx, cell += 1) {
      const right = Math.min(width, left + blockPx);
      const area = (right - left) * Math.ceil((bottom - top) / step);
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let from = top; from < bottom; from += rowsAtOnce) {
        const to = Math.min(bottom, from + rowsAtOnce);
        let even = 0;
        let odd = 0;
        for (let y = from; y < to; y += step) {
          const end = y * width + right;
          for (let index = y * width + left; index < end; index += 1) {
            const word = words[index] ?? 0;
            even = (even + (word & 0xff00ff)) | 0;
            odd = (odd + ((word >>> 8) & 0xff00ff)) | 0;
          }
        }
        r += even & 0xffff;
        g += odd & 0xffff;
        b += even >>> 16;
        a += odd >>> 16;
      }
      if (a === 255 * area) {
        rgb[cell * 3] = r / area;
        rgb[cell * 3 + 1] = g / area;
        rgb[cell * 3 + 2] = b / area;
      } else {
        rgb.set(meanOverWhite(words, width, { left, top, right, bottom }, step), cell * 3);
      }
      alpha[cell] = a / area;
    }
  }
  return { columns, rows, blockPx, rgb, alpha };
}

/** The pixels as signed 32-bit numbers, which the engine keeps in registers: red in the lowest byte, opacity in the highest. */
export function wordsOf({ data, width, height }: Pixels): Int32Array {
  const count = width * height;
  if (data.byteOffset % 4 === 0) return new Int32Array(data.buffer, data.byteOffset, count);
  return new Int32Array(data.slice(0, count * 4).buffer);
}

function meanOverWhite(
  words: Int32Array,
  width: number,
  block: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  step: number,
): readonly [number, number, number] {
  let [r, g, b] = [0, 0, 0];
  for (let y = block.top; y < block.bottom; y += step) {
    for (let x = block.left; x < block.right; x += 1) {
      const word = words[y * width + x] ?? 0;
      const opacity = word >>> 24;
      const share = opacity / 255;
      const lift = 255 - opacity;
      r += (word & 255) * share + lift;
      g += ((word >>> 8) & 255) * share + lift;
      b += ((word >>> 16) & 255) * share + lift;
    }
  }
  const area = (block.right - block.left) * Math.ceil((block.bottom - block.top) / step);
  return [r / area, g / area, b / area];
}

/** The shade of such a number, 0 to 255: green counts twice. */
export const shadeOf = (word: number): number =>
  ((word & 255) + ((word >>> 7) & 510) + ((word >>> 16) & 255)) >> 2;
