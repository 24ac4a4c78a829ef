import sharp from 'sharp';
import { drawLogo } from './draw-logo.ts';
import { faultsOf, pairs, planned, planOf, type LogoFault } from './logo-fault.ts';
import { drawMark } from './marks.ts';

/** No ground at all: the mark alone on nothing. */
const bare = [
  ...faultsOf(['bubble', 'tick', 'letterM', 'thinClock', 'flower', 'people'] as const, (mark): LogoFault => ({
    kind: 'logo-without-ground',
    as: mark,
    draw: async (studio, random) => {
      const { png, width, height } = await drawMark(
        mark,
        94,
        { colour: random.one(pairs.slice(1)).ground, inner: '#ffffff' },
        studio.lettering,
      );
      return sharp({ create: { width: 128, height: 128, channels: 4, background: '#00000000' } })
        .composite([{ input: png, left: Math.round((128 - width) / 2), top: Math.round((128 - height) / 2) }])
        .png()
        .toBuffer();
    },
  })),
  ...faultsOf([0.25, 0.5, 0.8], (opacity): LogoFault => ({
    kind: 'logo-without-ground',
    as: `ground of opacity ${opacity}`,
    draw: async (studio, random) => {
      const png = await drawLogo(planOf(random, { colour: '#ffffff', ground: '#1d4ed8' }), studio, random);
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 0) < 128) data[at + 3] = Math.round((data[at + 3] ?? 0) * opacity);
      return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
        .png()
        .toBuffer();
    },
  })),
];

const cornered = faultsOf(
  [
    [0, 'transparent'],
    [0, 'white'],
    [4, 'transparent'],
    [28, 'transparent'],
    [28, 'white'],
    [36, 'white'],
    [44, 'transparent'],
    [64, 'transparent'],
    [64, 'white'],
    [10, 'transparent'],
    [20, 'white'],
  ] as const,
  ([cornerPx, outside]): LogoFault => ({
    kind: 'logo-corners',
    as: `${cornerPx} px ${outside}`,
    strength: Math.abs(cornerPx - 16),
    draw: planned((random) =>
      planOf(random, {
        ...random.one(pairs.slice(0, 4)),
        cornerPx,
        outside,
        markPx: cornerPx === 64 ? 84 : 92,
      }),
    ),
  }),
);

const outlined = faultsOf(
  [
    [1, '#9ca3af', '#ffffff'],
    [2, '#6b7280', '#ffffff'],
    [2, '#111827', '#fbbf24'],
    [3, '#1e3a8a', '#ffffff'],
    [3, '#ffffff', '#1d4ed8'],
    [4, '#dc2626', '#ffffff'],
    [5, '#0f172a', '#10b981'],
    [6, '#f59e0b', '#111827'],
    [2, '#d1d5db', '#ffffff'],
  ] as const,
  ([widthPx, stroke, ground], index): LogoFault => ({
    kind: 'logo-outline',
    as: `${widthPx} px ${stroke} on ${ground}`,
    strength: stroke === '#d1d5db' ? 1 : widthPx,
    draw: planned((random) =>
      planOf(random, {
        ground,
        colour: ground === '#ffffff' ? '#1d4ed8' : '#ffffff',
        markPx: 84,
        outside: index % 2 === 0 ? 'transparent' : 'white',
        over: `<rect x="${widthPx / 2}" y="${widthPx / 2}" width="${128 - widthPx}" height="${128 - widthPx}" rx="${16 - widthPx / 2}" fill="none" stroke="${stroke}" stroke-width="${widthPx}"/>`,
      }),
    ),
  }),
);

/** Wrong in the ground: none, other corners, a line around it. */
export const groundFaults: readonly LogoFault[] = [...bare, ...cornered, ...outlined];
