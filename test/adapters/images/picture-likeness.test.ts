import { assert, float, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, likenessSide } from '../../../main/adapters/images/picture-likeness.ts';
import { KernelRoom } from '../../../main/adapters/images/pixel-kernels.ts';

/** How much each block counts for a cell: most in its middle, nothing a cell away from that, 1 all together. */
function plainWeights(length: number, cell: number): number[] {
  const width = Math.max(1, length / likenessSide);
  const middle = ((cell + 0.5) * length) / likenessSide - 0.5;
  const weights = Array.from({ length }, (_, block) => Math.max(0, 1 - Math.abs(block - middle) / width));
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / all);
}

test('each cell of a likeness is the mean of the blocks around it, whatever their number', () => {
  assert(
    property(
      integer({ min: 1, max: 256 }),
      integer({ min: 1, max: 256 }),
      float({ min: 0, max: 255, noNaN: true }),
      integer({ min: 1, max: 1 << 30 }),
      (columns, rows, ground, seed) => {
        let state = seed;
        const shades = Float32Array.from({ length: columns * rows }, () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
          return state % 3 === 0 ? ground : (state >>> 8) % 256;
        });
        const room = new KernelRoom();
        const at = room.reserve(shades.length * 4);
        room.f32(at, shades.length).set(shades);
        const found = Buffer.from(
          likenessOf(room, { columns, rows, shades: at, rgb: 0, alpha: 0 }),
          'base64',
        );
        expect(found).toHaveLength(likenessSide ** 2);
        for (const [line, cell] of [
          [0, 0],
          [63, 63],
          [0, 63],
          [31, 17],
          [seed % 64, (seed >> 6) % 64],
        ] as const) {
          const [across, down] = [plainWeights(columns, cell), plainWeights(rows, line)];
          const wanted = down.reduce(
            (sum, high, row) =>
              sum +
              high * across.reduce((part, wide, column) => part + wide * shades[row * columns + column]!, 0),
            0,
          );
          expect(Math.abs(found[line * likenessSide + cell]! - wanted)).toBeLessThanOrEqual(0.501);
        }
      },
    ),
    { numRuns: 120 },
  );
});
