import { faultsOf, pairs, planned, planOf, type LogoFault } from './logo-fault.ts';

const small = faultsOf([24, 36, 44, 52, 58, 64, 64, 70, 74, 78], (markPx): LogoFault => ({
  kind: 'logo-mark-small',
  as: `${markPx} px`,
  strength: markPx,
  draw: planned((random) => planOf(random, { markPx })),
})).map((fault, index) => ({ ...fault, as: `${fault.as} ${index}` }));

const large = faultsOf([108, 112, 116, 116, 118, 120, 122, 124, 126, 128], (markPx, index): LogoFault => ({
  kind: 'logo-mark-large',
  as: `${markPx} px ${index}`,
  strength: markPx,
  draw: planned((random) =>
    planOf(random, {
      ...random.one(pairs.slice(0, 4)),
      mark: random.one(['bubble', 'tick', 'hexagon', 'star', 'ring', 'play', 'letterM', 'squares', 'globe']),
      markPx,
    }),
  ),
}));

const shifted = faultsOf(
  [
    [6, 0],
    [0, -7],
    [10, 0],
    [0, 10],
    [-12, 0],
    [0, 14],
    [12, 12],
    [-18, 0],
    [0, -20],
    [16, -16],
  ] as const,
  (shift): LogoFault => ({
    kind: 'logo-off-centre',
    as: `by ${shift.join(' and ')} px`,
    strength: Math.max(...shift.map(Math.abs)),
    draw: planned((random) => planOf(random, { markPx: 84, shift })),
  }),
);

/** A grey of this contrast ratio (WCAG 2) to a darker grey ground. */
function lighter(ground: number, ratio: number): number {
  const linear = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const target = (linear(ground / 255) + 0.05) * ratio - 0.05;
  return Math.round(255 * (target <= 0.0031308 ? target * 12.92 : 1.055 * target ** (1 / 2.4) - 0.055));
}

const grey = (value: number): string => `rgb(${value},${value},${value})`;
const faint = [
  ...faultsOf([1.04, 1.08, 1.12, 1.18, 1.25, 1.3, 1.45, 1.7], (ratio, index): LogoFault => ({
    kind: 'logo-contrast',
    as: `grey ${ratio}`,
    strength: ratio,
    draw: planned((random) => {
      const ground = [70, 120, 170, 200][index % 4] ?? 120;
      return planOf(random, { ground: grey(ground), colour: grey(lighter(ground, ratio)) });
    }),
  })),
  // A tint of the ground's own hue: only the lightness differs.
  ...faultsOf(
    [
      ['#2563eb', '#2f6cf0', 1.12],
      ['#16a34a', '#1cad52', 1.14],
      ['#f3f4f6', '#ffffff', 1.1],
      ['#fde68a', '#fff3bf', 1.12],
    ] as const,
    ([ground, colour, ratio]): LogoFault => ({
      kind: 'logo-contrast',
      as: `${colour} on ${ground}`,
      strength: ratio,
      draw: planned((random) =>
        planOf(random, { ground, colour, mark: random.one(['bubble', 'tick', 'star', 'people']) }),
      ),
    }),
  ),
];

/** Wrong in the mark: too small, too large, off the middle, hard to tell from the ground. */
export const markFaults: readonly LogoFault[] = [...small, ...large, ...shifted, ...faint];
