import { array, assert, double, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { strengthsOf } from '../../../main/adapters/images/frequency-strengths.ts';
import { KernelRoom } from '../../../main/adapters/images/pixel-kernels.ts';

/** The same by the definition of the discrete Fourier transform. */
function plainStrengths(values: readonly number[], first: number): readonly number[] {
  const { length } = values;
  return Array.from({ length: Math.max(0, Math.floor(length / 2) - first + 1) }, (_, index) => {
    let [x, y] = [0, 0];
    for (const [place, value] of values.entries()) {
      const turn = (2 * Math.PI * (first + index) * place) / length;
      x += value * Math.cos(turn);
      y += value * Math.sin(turn);
    }
    return Math.hypot(x, y);
  });
}

test('the strengths of frequencies are those of a discrete Fourier transform, of primes and single values too', () => {
  const value = double({ min: -3, max: 3, noNaN: true });
  assert(
    property(array(value, { minLength: 1, maxLength: 130 }), nat(80), (values, first) => {
      const found = strengthsOf(new KernelRoom(), Float64Array.from(values), first);
      const wanted = plainStrengths(values, first);
      expect(found.length).toBe(wanted.length);
      wanted.forEach((strength, index) => expect(found[index]).toBeCloseTo(strength, 8));
    }),
    { numRuns: 300 },
  );
});

test('a wave stands out at its own frequency in pictures of usual sizes', () => {
  for (const length of [1920, 1080, 750, 1628, 1621]) {
    const waves = Math.round(length * 0.37);
    const values = Float64Array.from({ length }, (_, place) =>
      Math.cos((2 * Math.PI * waves * place) / length),
    );
    const found = strengthsOf(new KernelRoom(), values, 200);
    expect(found.indexOf(Math.max(...found))).toBe(waves - 200);
    expect(found[waves - 200]).toBeCloseTo(length / 2, 6);
    expect(found[waves - 199]).toBeCloseTo(0, 6);
  }
});
