import sharp from 'sharp';
import { throughSharp } from '../drawing/raster.ts';
import { faultsOf, paperAt, taken, toGrey, type ScanFault } from './scan-fault.ts';

const small = [
  ...faultsOf([320, 480, 640, 800, 900, 990, 1200], (longSide, index): ScanFault => ({
    kind: 'scan-small',
    as: `long side ${longSide}`,
    strength: longSide,
    paper: paperAt(index),
    make: taken(paperAt(index), {
      take: { by: index % 2 === 0 ? 'flatbed' : 'photo' },
      after: (picture) =>
        throughSharp(picture, (image) => image.resize(longSide, longSide, { fit: 'inside' })),
    }),
  })),
  // The page is A4, the picture on it is not: rendering it large makes it no clearer.
  ...faultsOf([30, 50, 60, 72, 80], (dpi, index): ScanFault => ({
    kind: 'scan-small',
    as: `pdf at ${dpi} dpi`,
    strength: Math.round((dpi * 297) / 25.4),
    paper: paperAt(index),
    ending: 'pdf',
    make: taken(paperAt(index), {
      take: { by: 'flatbed' },
      after: (picture) =>
        throughSharp(picture, (image) => image.resize(Math.round((picture.width * dpi) / 200))),
      ending: 'pdf',
    }),
  })),
];

const grey = [
  ...faultsOf(
    ['letter', 'licence', 'certificate', 'commitment', 'identity', 'letterhead'] as const,
    (paper, index): ScanFault => ({
      kind: 'scan-grey',
      as: `${paper} by ${index % 2 === 0 ? 'flatbed' : 'photo'}`,
      strength: 0,
      paper,
      make: taken(paper, {
        take: { by: index % 2 === 0 ? 'flatbed' : 'photo', desk: 'grey' },
        after: toGrey,
      }),
    }),
  ),
  {
    kind: 'scan-grey',
    as: 'one channel',
    strength: 0,
    paper: 'letter',
    make: async (studio, random, variant) => {
      const [bytes] = await taken('letter', { take: { by: 'flatbed' } })(studio, random, variant);
      return [await sharp(bytes).greyscale().jpeg({ quality: 85 }).toBuffer()];
    },
  },
  {
    kind: 'scan-grey',
    as: 'black and white',
    strength: 0,
    paper: 'certificate',
    ending: 'png',
    make: async (studio, random, variant) => {
      const [bytes] = await taken('certificate', { take: { by: 'flatbed' } })(studio, random, variant);
      return [await sharp(bytes).greyscale().threshold(150).png({ palette: true, colours: 2 }).toBuffer()];
    },
  },
  {
    kind: 'scan-grey',
    as: 'in a pdf',
    strength: 0,
    paper: 'licence',
    ending: 'pdf',
    make: taken('licence', { take: { by: 'flatbed' }, after: toGrey, ending: 'pdf' }),
  },
  ...faultsOf([0.03, 0.06, 0.15, 0.3], (saturation): ScanFault => ({
    kind: 'scan-grey',
    as: `colour at ${saturation}`,
    strength: saturation,
    paper: 'letter',
    make: taken('letter', {
      take: { by: 'flatbed' },
      after: (picture) => throughSharp(picture, (image) => image.modulate({ saturation })),
    }),
  })),
] satisfies readonly ScanFault[];

/** Strength: share of the sheet's width or height that is missing, in percent. */
const cut = [
  // A typed letter has print up to 27 mm from its edges: less cut off is margin.
  ...faultsOf(
    [
      [19, 'letter', 'right'],
      [18, 'letter', 'left'],
      [22, 'commitment', 'right'],
      [25, 'letterhead', 'left'],
      [9, 'licence', 'right'],
      [12, 'licence', 'left'],
      [10, 'certificate', 'bottom'],
      [15, 'certificate', 'right'],
      [5, 'licence', 'top'],
    ] as const,
    ([percent, paper, side]): ScanFault => ({
      kind: 'scan-cut',
      as: `${paper} ${side} by ${percent} percent`,
      strength: percent,
      paper,
      make: taken(paper, {
        take: { by: 'flatbed' },
        after: (picture) => {
          const [dx, dy] = [
            Math.round((picture.width * percent) / 100),
            Math.round((picture.height * percent) / 100),
          ];
          const { width, height } = picture;
          const part = {
            right: [0, 0, width - dx, height],
            left: [dx, 0, width - dx, height],
            bottom: [0, 0, width, height - dy],
            top: [0, dy, width, height - dy],
          }[side];
          const [left = 0, top = 0, w = width, h = height] = part;
          return throughSharp(picture, (image) => image.extract({ left, top, width: w, height: h }));
        },
      }),
    }),
  ),
  ...faultsOf(
    [
      [0.22, 0],
      [-0.25, 0],
      [0, 0.2],
      [0, -0.22],
      [0.18, 0.16],
      [0.12, 0],
      [-0.16, 0.14],
    ] as const,
    (shift, index): ScanFault => ({
      kind: 'scan-cut',
      as: `photo moved by ${shift.join(' and ')}`,
      // The sheet takes about 86 % of each side; what is moved beyond the rest is outside.
      strength: Math.round((Math.max(...shift.map(Math.abs)) - 0.065) * 115),
      paper: paperAt(index, ['letter', 'licence', 'certificate', 'letterhead']),
      make: taken(paperAt(index, ['letter', 'licence', 'certificate', 'letterhead']), {
        take: (random) => ({ by: 'photo', shift, desk: random.one(['dark', 'wood', 'blue'] as const) }),
      }),
    }),
  ),
];

/** Strength: share of the picture that the sheet takes. */
const far = faultsOf([0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.45], (fill, index): ScanFault => ({
  kind: 'scan-far',
  as: `fill ${fill}`,
  strength: fill,
  paper: paperAt(index),
  make: taken(paperAt(index), {
    take: {
      by: 'photo',
      fill,
      shift: [0.08, -0.06],
      desk: (['wood', 'dark', 'blue', 'grey'] as const)[index % 4] ?? 'wood',
    },
  }),
}));

const skewed = faultsOf(
  [1.5, 2, 3, 3, -4, 5, -5, 6, 8, -8, 10, 12, 15, -20],
  (turnDeg, index): ScanFault => ({
    kind: 'scan-skewed',
    as: `${turnDeg} degrees ${index}`,
    strength: Math.abs(turnDeg),
    paper: paperAt(index),
    make: taken(paperAt(index), { take: { by: index % 2 === 0 ? 'flatbed' : 'photo', turnDeg, fill: 0.6 } }),
  }),
);

/** Too few pixels, no colour, cut, far away, turned. */
export const pictureFaults: readonly ScanFault[] = [...small, ...grey, ...cut, ...far, ...skewed];
