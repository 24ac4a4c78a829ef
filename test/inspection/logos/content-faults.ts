import sharp from 'sharp';
import { drawLogo, exported } from './draw-logo.ts';
import { faultsOf, pairsForRed, planOf, type LogoFault } from './logo-fault.ts';

const dotted = faultsOf(
  [
    [4, ''],
    [6, ''],
    [8, ''],
    [9, ''],
    [10, '1'],
    [12, ''],
    [13, '9'],
    [15, '99'],
    [11, ''],
    [16, '5'],
  ] as const,
  ([radius, count], index): LogoFault => ({
    kind: 'logo-red-dot',
    as: `radius ${radius} ${count} ${index}`,
    strength: radius,
    draw: async (studio, random) => {
      const x = 128 - radius - 3;
      const y = radius + 3;
      const text =
        count === ''
          ? ''
          : studio.lettering.text(count, {
              x,
              y: y + radius * 0.42,
              size: radius * 1.15,
              face: 'bold',
              colour: '#ffffff',
              anchor: 'middle',
            });
      const ring = index % 2 === 0 ? `<circle cx="${x}" cy="${y}" r="${radius + 2}" fill="#fff"/>` : '';
      const over = `${ring}<circle cx="${x}" cy="${y}" r="${radius}" fill="${random.one(['#ff3b30', '#f5222d', '#e60012'])}"/>${text}`;
      return exported(
        await drawLogo(planOf(random, { ...random.one(pairsForRed), markPx: 84, over }), studio, random),
      );
    },
  }),
);

const labelled = faultsOf(
  [
    ['NEW', 12],
    ['NEW', 18],
    ['HOT', 16],
    ['HOT', 24],
    ['新', 22],
    ['官方', 18],
    ['精品', 18],
    ['第一', 20],
    ['认证', 18],
    ['VIP', 16],
    ['NEW', 9],
  ] as const,
  ([word, size], index): LogoFault => ({
    kind: 'logo-badge-word',
    as: `${word} ${size} px`,
    strength: size,
    draw: async (studio, random) => {
      const { lettering } = studio;
      const width = lettering.width(word, size, 'bold') + 10;
      const height = size + 8;
      const colour = random.one(['#ff3b30', '#f97316', '#e60012']);
      const [x, y] = index % 3 === 2 ? [(128 - width) / 2, 126 - height] : [126 - width, 2];
      const over = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${index % 2 === 0 ? height / 2 : 3}" fill="${colour}"/>${lettering.text(word, { x: x + width / 2, y: y + height / 2 + size * 0.36, size, face: 'bold', colour: '#ffffff', anchor: 'middle' })}`;
      return exported(
        await drawLogo(planOf(random, { ...random.one(pairsForRed), markPx: 84, over }), studio, random),
      );
    },
  }),
);

const codes = faultsOf(
  [
    [1, '#000000', ''],
    [0.94, '#000000', ''],
    [0.86, '#1d4ed8', ''],
    [0.8, '#000000', 'mark'],
    [0.75, '#b91c1c', ''],
    [0.7, '#000000', ''],
    [0.6, '#000000', ''],
    [0.45, '#000000', ''],
  ] as const,
  ([share, colour, middle]): LogoFault => ({
    kind: 'logo-qr',
    as: `${share} of the width ${colour} ${middle}`.trim(),
    strength: share,
    draw: async (studio, random) => {
      const { path, modules } = await studio.qr(
        random.one([
          'https://www.example.com/app',
          'https://example.com/d?x=92',
          'http://weixin.example.com/r/1',
        ]),
      );
      const side = 120 * share;
      const at = (128 - side) / 2;
      const centre =
        middle === ''
          ? ''
          : '<rect x="50" y="50" width="28" height="28" rx="6" fill="#fff"/><circle cx="64" cy="64" r="10" fill="#2563eb"/>';
      const over = `<g transform="translate(${at} ${at}) scale(${side / modules})"><path d="${path}" fill="${colour}" shape-rendering="crispEdges"/></g>${centre}`;
      return exported(await drawLogo({ mark: null, colour, ground: '#ffffff', over }, studio, random));
    },
  }),
);

const empty = faultsOf(
  ['#ffffff', '#2563eb', '#000000', 'gradient', 'transparent', 'speck'] as const,
  (what): LogoFault => ({
    kind: 'logo-empty',
    as: what,
    draw: async (studio, random) =>
      what === 'transparent'
        ? sharp({ create: { width: 128, height: 128, channels: 4, background: '#00000000' } })
            .png()
            .toBuffer()
        : exported(
            await drawLogo(
              {
                mark: null,
                colour: '#000000',
                ground: what === 'gradient' ? ['#fdfdfd', '#f6f6f6'] : what === 'speck' ? '#ffffff' : what,
                ...(what === 'speck' ? { over: '<circle cx="64" cy="64" r="2" fill="#bbb"/>' } : {}),
              },
              studio,
              random,
            ),
          ),
  }),
);

/** What a logo may not show: dots, badges, codes, nothing. */
export const contentFaults: readonly LogoFault[] = [...dotted, ...labelled, ...codes, ...empty];
