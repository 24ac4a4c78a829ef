import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import {
  differenceOf,
  labAt,
  labOf,
  logoPlane,
  medianColour,
  planeSide,
} from '../../../../main/adapters/images/logos/logo-plane.ts';

const colours = array(constantFrom(0, 1, 9, 10, 60, 128, 200, 254, 255), { minLength: 12, maxLength: 12 });

test('every px of a logo has the colour that people see, and how much it changes around it', () => {
  assert(
    property(colours, integer({ min: 1, max: 40 }), (values, run) => {
      const data = new Uint8Array(planeSide * planeSide * 3);
      for (let at = 0; at < planeSide * planeSide; at += 1) {
        const colour = Math.floor(at / run) % 4;
        data.set(values.slice(colour * 3, colour * 3 + 3), at * 3);
      }
      const plane = logoPlane({ data, width: planeSide, height: planeSide, channels: 3 });
      const seen = (at: number) => labOf([data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!]);
      for (let at = 0; at < planeSide * planeSide; at += 37) {
        const [found, wanted] = [labAt(plane, at), seen(at)];
        expect(found.l).toBeCloseTo(wanted.l, 3);
        expect(found.a).toBeCloseTo(wanted.a, 3);
        expect(found.b).toBeCloseTo(wanted.b, 3);
        const [x, y] = [at % planeSide, Math.floor(at / planeSide)];
        const isInside = x > 0 && y > 0 && x < planeSide - 1 && y < planeSide - 1;
        const across = isInside ? differenceOf(seen(at - 1), seen(at + 1)) : 0;
        const down = isInside ? differenceOf(seen(at - planeSide), seen(at + planeSide)) : 0;
        expect(Math.abs(plane.changes[at]!)).toBeCloseTo(Math.max(across, down), 3);
        if (Math.abs(across - down) > 0.01) expect(plane.changes[at]! < 0).toBe(down > across);
      }
    }),
    { numRuns: 40 },
  );
});

test('the middle colour of some px is the middle of each channel by itself', () => {
  const data = new Uint8Array(planeSide * planeSide * 3);
  data.set([10, 200, 30, 20, 100, 250, 30, 0, 40]);
  const plane = logoPlane({ data, width: planeSide, height: planeSide, channels: 3 });
  expect(medianColour(plane, [0, 1, 2])).toEqual([20, 100, 40]);
  expect(medianColour(plane, [])).toEqual([0, 0, 0]);
});
