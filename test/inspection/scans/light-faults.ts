import { painted, throughSharp } from '../drawing/raster.ts';
import { faultsOf, paperAt, taken, type ScanFault } from './scan-fault.ts';
import { gentle } from './take-scan.ts';

/** Strength: share of the sheet in which the lamp drowns the print, in percent. */
const glare = faultsOf([1, 2, 4, 4, 6, 8, 12, 18, 6], (percent, index): ScanFault => ({
  kind: 'scan-glare',
  as: `${percent} percent ${index}`,
  strength: percent,
  paper: paperAt(index),
  make: taken(paperAt(index), {
    take: (random) => {
      const soft = gentle(random);
      return { by: 'photo', light: (x, y) => soft(x, y) * 0.86 };
    },
    after: async (picture, random) => {
      const { width, height } = picture;
      const [x0, y0] = [width * random.between(0.38, 0.62), height * random.between(0.32, 0.6)];
      const [flat, turn] = [random.between(0.55, 0.95), random.between(0, Math.PI)];
      // The sheet takes 72 % of the picture.
      const radius = Math.sqrt(((percent / 100) * 0.72 * width * height) / (Math.PI * flat));
      const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
      return painted(picture, (data, at, x, y) => {
        const [dx, dy] = [x - x0, y - y0];
        const far = Math.hypot(dx * cos + dy * sin, (dy * cos - dx * sin) / flat) / radius;
        if (far > 3) return;
        // A lamp in a glossy sheet: white in its middle, and a haze around it.
        const light = 250 * Math.exp(-(far ** 5) * 0.25) + 45 * Math.exp(-(far ** 2) * 0.6);
        for (let n = 0; n < 3; n += 1) data[at + n] = Math.min(255, (data[at + n] ?? 0) + light);
      });
    },
  }),
}));

/** Strength: how bright white paper comes out, 0 to 1. */
const dark = [
  ...faultsOf([0.12, 0.18, 0.25, 0.3, 0.35, 0.35, 0.5, 0.6], (gain, index): ScanFault => ({
    kind: 'scan-dark',
    as: `paper at ${gain} ${index}`,
    strength: gain,
    paper: paperAt(index),
    make: taken(paperAt(index), {
      take: { by: index % 3 === 2 ? 'flatbed' : 'photo', light: () => gain, noise: 5 },
    }),
  })),
  ...faultsOf([0.2, 0.28, 0.35, 0.55], (gain, index): ScanFault => ({
    kind: 'scan-dark',
    as: `half in shadow at ${gain}`,
    strength: gain,
    paper: paperAt(index),
    make: taken(paperAt(index), {
      take: {
        by: 'photo',
        light: (x, y) => gain + (0.97 - gain) / (1 + Math.exp(-(x + y * 0.3 - 0.65) * 40)),
      },
    }),
  })),
];

/** Strength: how far out of focus in px at 200 dpi. */
const unsharp = [
  ...faultsOf([1, 1.5, 2.5, 2.5, 3, 3.5, 4, 5, 6, 8, 12], (blurPx, index): ScanFault => ({
    kind: 'scan-unsharp',
    as: `sigma ${blurPx} ${index}`,
    strength: blurPx,
    paper: paperAt(index),
    make: taken(paperAt(index), { take: { by: index % 2 === 0 ? 'photo' : 'flatbed', blurPx } }),
  })),
  ...faultsOf([12, 20, 30], (length, index): ScanFault => ({
    kind: 'scan-unsharp',
    as: `shaken by ${length} px`,
    strength: length / 3.5,
    paper: paperAt(index),
    make: taken(paperAt(index), {
      take: { by: 'photo' },
      after: (picture) =>
        throughSharp(picture, (image) =>
          image.convolve({
            width: 3,
            height: length | 1,
            kernel: Array.from({ length: 3 * (length | 1) }, (_, at) => (at % 3 === 1 ? 1 : 0)),
            scale: length | 1,
          }),
        ),
    }),
  })),
];

/** A lamp in the sheet, darkness, out of focus. */
export const lightFaults: readonly ScanFault[] = [...glare, ...dark, ...unsharp];
