import type { Random } from '../drawing/random.ts';
import { throughSharp, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { companySeal } from './clean-scans.ts';
import { drawPaper } from './draw-paper.ts';
import type { Paper } from './paper.ts';
import type { Seal } from './draw-seal.ts';
import { asJpeg, asPdf } from './scan-files.ts';
import { faultsOf, paperAt, stampedPapers, taken, toGrey, type ScanFault } from './scan-fault.ts';

const none = (): readonly Seal[] => [];
const unsealed = [
  ...faultsOf(
    [...stampedPapers, 'filing', 'identity', 'letter', 'commitment', 'letterhead'] as const,
    (paper, index): ScanFault => ({
      kind: 'seal-missing',
      as: `${paper} ${index}`,
      strength: 1,
      paper,
      make: taken(paper, { take: { by: index % 2 === 0 ? 'flatbed' : 'photo' }, seals: none }),
    }),
  ),
  // Another office's seal is there, the company's own is not: by shape alone they are the same.
  ...faultsOf(['licence', 'certificate'] as const, (paper): ScanFault => ({
    kind: 'seal-missing',
    as: `${paper} with the office's own`,
    strength: 0,
    paper,
    make: taken(paper, { take: { by: 'flatbed' }, seals: none }),
  })),
  ...faultsOf(['flatbed', 'photo'] as const, (by): ScanFault => ({
    kind: 'seal-missing',
    as: `black seal by ${by}`,
    strength: 1,
    paper: 'letter',
    make: taken('letter', {
      take: { by },
      seals: (paper, random) => [companySeal(paper, random, { colour: '#2a2a2c' })],
    }),
  })),
  {
    kind: 'seal-missing',
    as: 'blue seal',
    strength: 1,
    paper: 'letter' as const,
    make: taken('letter', {
      take: { by: 'flatbed' },
      seals: (paper: Paper, random: Random) => [companySeal(paper, random, { colour: '#2743a6' })],
    }),
  },
  {
    kind: 'seal-missing',
    as: 'red fingerprint only',
    strength: 1,
    paper: 'letter' as const,
    make: taken('letter', {
      take: { by: 'flatbed' },
      seals: none,
      before: async (page: Raster) =>
        throughSharp(page, (image) =>
          image.composite([
            {
              input: Buffer.from(
                `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="200">${Array.from({ length: 11 }, (_, n) => `<ellipse cx="80" cy="${110 + n * 2}" rx="${6 + n * 5.6}" ry="${8 + n * 7}" fill="none" stroke="#d23a3a" stroke-width="2.6" opacity="0.8"/>`).join('')}</svg>`,
              ),
              left: 1080,
              top: 1700,
              blend: 'multiply' as const,
            },
          ]),
        ),
    }),
  },
  {
    kind: 'seal-missing',
    as: 'warm light on a grey copy',
    strength: 1,
    paper: 'letter' as const,
    make: taken('letter', {
      take: { by: 'photo', desk: 'wood' },
      before: toGrey,
      after: (picture: Raster) =>
        throughSharp(picture, (image) => image.linear([1.05, 0.96, 0.8], [0, 0, 0])),
    }),
  },
  {
    kind: 'seal-missing',
    as: 'the letter as printed',
    strength: 1,
    paper: 'commitment' as const,
    ending: 'pdf' as const,
    make: async (studio: Studio) => {
      const paper = await drawPaper('commitment', 0, studio);
      const pages = [];
      for (const page of paper.pages)
        pages.push({ picture: await asJpeg(page, 90), widthMm: 210, heightMm: 297 });
      return [await asPdf(pages)];
    },
  },
] satisfies readonly ScanFault[];

/** Strength: how far outside 38 to 45 mm. */
const sizes = faultsOf([20, 25, 28, 30, 32, 34, 36, 48, 50, 52, 55, 60], (widthMm, index): ScanFault => ({
  kind: 'seal-size',
  as: `${widthMm} mm`,
  strength: widthMm < 38 ? 38 - widthMm : widthMm - 45,
  paper: paperAt(index, ['letter', 'last', 'commitment']),
  ending: index % 3 === 1 ? 'pdf' : 'jpg',
  make: taken(paperAt(index, ['letter', 'last', 'commitment']), {
    take: { by: 'flatbed' },
    seals: (paper, random) => [companySeal(paper, random, { widthMm })],
    ending: index % 3 === 1 ? 'pdf' : 'jpg',
  }),
}));

const shapes = faultsOf(
  [
    ['square', 20, 20],
    ['square', 40, 40],
    ['bar', 45, 12],
    ['triangle', 40, 36],
    ['square', 25, 25],
    ['bar', 60, 16],
    ['square', 18, 18],
  ] as const,
  ([shape, widthMm, heightMm], index): ScanFault => ({
    kind: 'seal-shape',
    as: `${shape} of ${widthMm} mm`,
    paper: paperAt(index, ['letter', 'last', 'authorisation']),
    make: taken(paperAt(index, ['letter', 'last', 'authorisation']), {
      take: { by: index % 2 === 0 ? 'flatbed' : 'photo' },
      seals: (paper, random) => [companySeal(paper, random, { shape, widthMm, heightMm })],
    }),
  }),
);

/** Strength: share of the seal's width beyond the sheet. */
const overEdge = faultsOf([0.15, 0.3, 0.4, 0.5, 0.6], (share, index): ScanFault => ({
  kind: 'seal-cut',
  as: `${share} beyond the sheet`,
  strength: share,
  paper: 'letter',
  make: taken('letter', {
    take: { by: index % 2 === 0 ? 'flatbed' : 'photo' },
    seals: (paper, random) => [companySeal(paper, random, { xMm: 190 + 40 * share, turnDeg: 0 })],
  }),
}));

/** No red seal, one of another size or shape, one over the edge. */
export const sealFaults: readonly ScanFault[] = [...unsealed, ...sizes, ...shapes, ...overEdge];
