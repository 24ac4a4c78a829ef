import type { BlockMeans } from './block-means.ts';

/** Cells of a likeness along each side. */
export const likenessSide = 64;
/** Neighbouring blocks that differ by more than this in a channel have something drawn on them. */
const drawnLevels = 7;

/**
 * 64 × 64 shades of a picture over white, base64: alike for pictures that look alike, whatever their size and encoding.
 * Each is a mean that fades out towards its neighbours, so that a picture moved by part of a cell changes smoothly.
 */
export function likenessOf({ shades, columns, rows }: BlockMeans): string {
  const across = weightsOf(columns);
  const down = weightsOf(rows);
  const lines = new Float32Array(likenessSide * rows);
  for (let row = 0; row < rows; row += 1) {
    for (const [cell, { first, weights }] of across.entries()) {
      const start = row * columns + first;
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        sum += (weights[index] ?? 0) * (shades[start + index] ?? 0);
      }
      lines[row * likenessSide + cell] = sum;
    }
  }
  const bytes = new Uint8Array(likenessSide * likenessSide);
  for (const [line, { first, weights }] of down.entries()) {
    for (let cell = 0; cell < likenessSide; cell += 1) {
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        sum += (weights[index] ?? 0) * (lines[(first + index) * likenessSide + cell] ?? 0);
      }
      bytes[line * likenessSide + cell] = Math.round(sum);
    }
  }
  return Buffer.from(bytes).toString('base64');
}

/** For each cell the blocks that count for it, and how much, all together 1: most in its middle, nothing a cell away from that. */
function weightsOf(length: number): readonly { readonly first: number; readonly weights: Float32Array }[] {
  const width = Math.max(1, length / likenessSide);
  return Array.from({ length: likenessSide }, (_, cell) => {
    const middle = ((cell + 0.5) * length) / likenessSide - 0.5;
    const first = Math.max(0, Math.ceil(middle - width));
    const last = Math.min(length - 1, Math.floor(middle + width));
    const weights = Float32Array.from({ length: last - first + 1 }, (_, index) =>
      Math.max(0, 1 - Math.abs(first + index - middle) / width),
    );
    const all = weights.reduce((sum, one) => sum + one, 0);
    return { first, weights: weights.map((one) => one / all) };
  });
}

/** The share of a picture's blocks that differ from the one to the right or below: a gradient has none, letters all of theirs. */
export function detailShareOf({ rgb, columns, rows }: BlockMeans): number {
  const differs = (one: number, other: number): boolean =>
    Math.abs((rgb[one] ?? 0) - (rgb[other] ?? 0)) > drawnLevels ||
    Math.abs((rgb[one + 1] ?? 0) - (rgb[other + 1] ?? 0)) > drawnLevels ||
    Math.abs((rgb[one + 2] ?? 0) - (rgb[other + 2] ?? 0)) > drawnLevels;
  let drawn = 0;
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const at = (row * columns + column) * 3;
      if (differs(at, at + 3) || differs(at, at + columns * 3)) drawn += 1;
    }
  }
  return drawn / Math.max(1, (columns - 1) * (rows - 1));
}
