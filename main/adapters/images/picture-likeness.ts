import type { BlockMeans } from './block-means.ts';
import type { KernelRoom } from './pixel-kernels.ts';

/** Cells of a likeness along each side. */
export const likenessSide = 64;
/** Neighbouring blocks that differ by more than this in a channel have something drawn on them. */
const drawnLevels = 7;

/**
 * 64 × 64 shades of a picture over white, base64: alike for pictures that look alike, whatever their size and encoding.
 * Each is a mean that fades out towards its neighbours, so that a picture moved by part of a cell changes smoothly.
 */
export function likenessOf(room: KernelRoom, { shades, columns, rows }: BlockMeans): string {
  const across = placeWeights(room, columns);
  const down = placeWeights(room, rows);
  const lines = room.reserveUnset(likenessSide * (columns + 4) * 4);
  const to = room.reserveUnset(likenessSide * likenessSide);
  room.run.sumLikeness(
    shades,
    columns,
    across.firsts,
    across.weights,
    across.most,
    down.firsts,
    down.weights,
    down.most,
    lines,
    to,
  );
  return Buffer.from(room.run.memory.buffer, to, likenessSide * likenessSide).toString('base64');
}

/** Puts the weights of a direction where the kernel reads them. */
function placeWeights(room: KernelRoom, length: number) {
  const { firsts, weights, most } = weightsOf(length);
  const at = { firsts: room.reserveUnset(firsts.length * 4), weights: room.reserveUnset(weights.length * 4) };
  room.i32(at.firsts, firsts.length).set(firsts);
  room.f32(at.weights, weights.length).set(weights);
  return { ...at, most };
}

/** For each cell the first block that counts for it, and how much that and those after it count, `most` numbers each. */
interface Weights {
  readonly firsts: Int32Array;
  readonly weights: Float32Array;
  readonly most: number;
}

/** A picture has 256 blocks along a side at most. */
const known = new Map<number, Weights>();

/** All together a cell's blocks count 1: most in its middle, nothing a cell away from that. */
function weightsOf(length: number): Weights {
  const before = known.get(length);
  if (before !== undefined) return before;
  const width = Math.max(1, length / likenessSide);
  const most = Math.min(length, Math.floor(2 * width) + 1);
  const made = {
    firsts: new Int32Array(likenessSide),
    weights: new Float32Array(likenessSide * most),
    most,
  };
  for (let cell = 0; cell < likenessSide; cell += 1) {
    const middle = ((cell + 0.5) * length) / likenessSide - 0.5;
    // Those at the end may begin sooner, with blocks that count nothing, so that none is beyond the last one.
    const first = Math.min(Math.max(0, Math.ceil(middle - width)), length - most);
    const weights = Float32Array.from({ length: most }, (_, index) =>
      Math.max(0, 1 - Math.abs(first + index - middle) / width),
    );
    const all = weights.reduce((sum, one) => sum + one, 0);
    made.firsts[cell] = first;
    made.weights.set(
      weights.map((one) => one / all),
      cell * most,
    );
  }
  known.set(length, made);
  return made;
}

/** The share of a picture's blocks that differ from the one to the right or below: a gradient has none, letters all of theirs. */
export const detailShareOf = (room: KernelRoom, { rgb, columns, rows }: BlockMeans): number =>
  room.run.countDrawn(rgb, columns, rows, drawnLevels) / Math.max(1, (columns - 1) * (rows - 1));
