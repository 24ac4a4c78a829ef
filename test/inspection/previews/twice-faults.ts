import sharp from 'sharp';
import type { Random } from '../drawing/random.ts';
import { fromRaster, throughSharp, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawPreview, type End } from './draw-preview.ts';
import { asJpeg, asPng, endOf, faultsOf, planOf, type PreviewFault } from './preview-fault.ts';
import type { ScreenName } from './screens.ts';

const twice = faultsOf(
  [
    'same bytes',
    'same bytes',
    'packed harder',
    'in a palette',
    'with a position in it',
    'same bytes',
  ] as const,
  (how, index): PreviewFault => ({
    kind: 'preview-twice-exact',
    as: `${how} ${index}`,
    end: endOf(index),
    endings: ['png', 'png', 'png'],
    draw: async (studio, random, end) => {
      const raster = await drawPreview(planOf(random, end, { theme: 'white' }), studio, random);
      const other = await asPng(
        await drawPreview(planOf(random, end, { screen: 'settings' }), studio, random),
      );
      if (how === 'in a palette') {
        // Few colours to begin with, so that a palette loses none.
        const few = await fromRaster(raster).png({ palette: true, colours: 32, dither: 0 }).toBuffer();
        return [
          few,
          other,
          await sharp(await sharp(few).removeAlpha().raw().toBuffer(), {
            raw: { width: raster.width, height: raster.height, channels: 3 },
          })
            .png()
            .toBuffer(),
        ];
      }
      const first = await asPng(raster);
      const second =
        how === 'packed harder'
          ? await fromRaster(raster).png({ compressionLevel: 2, adaptiveFiltering: true }).toBuffer()
          : how === 'with a position in it'
            ? await fromRaster(raster)
                .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
                .png()
                .toBuffer()
            : first;
      return [first, other, second];
    },
  }),
);

/** Two files made from one screen, with another screen of the same app between them. */
const pair = (
  kind: string,
  as: string,
  strength: number | undefined,
  index: number,
  second: (raster: Raster, random: Random, end: End, studio: Studio) => Promise<Uint8Array>,
  ending = 'png',
  screen?: ScreenName,
): PreviewFault => ({
  kind,
  as: `${as} ${index}`,
  end: endOf(index),
  ...(strength === undefined ? {} : { strength }),
  endings: ['png', 'png', ending],
  draw: async (studio, random, end) => {
    const brand = random.one(['#2563eb', '#0f766e', '#ea580c']);
    const raster = await drawPreview(
      planOf(random, end, { brand, app: '样例纪要', ...(screen === undefined ? {} : { screen }) }),
      studio,
      random,
    );
    const other = await drawPreview(
      planOf(random, end, { brand, app: '样例纪要', screen: 'settings', theme: 'light' }),
      studio,
      random,
    );
    return [await asPng(raster), await asPng(other), await second(raster, random, end, studio)];
  },
});

const reencoded = [95, 85, 75, 60, 45, 30, 80, 70].map((quality, index) =>
  pair(
    'preview-twice-reencoded',
    `JPEG quality ${quality}`,
    quality,
    index,
    (raster) => asJpeg(raster, quality),
    'jpg',
    index > 5 ? 'gallery' : undefined,
  ),
);
const resized = (
  [
    [0.75, 'cubic'],
    [0.5, 'lanczos3'],
    [0.66, 'mitchell'],
    [0.4, 'cubic'],
    [0.5, 'nearest'],
    [0.9, 'lanczos3'],
    [1.5, 'cubic'],
  ] as const
).map(([scale, kernel], index) =>
  pair('preview-twice-resized', `through ${scale}`, scale, index, async (raster) => {
    const half = await throughSharp(raster, (image) =>
      image.resize(Math.round(raster.width * scale), Math.round(raster.height * scale), { kernel }),
    );
    return asPng(
      await throughSharp(half, (image) => image.resize(raster.width, raster.height, { fit: 'fill', kernel })),
    );
  }),
);
const over = (raster: Raster, body: string): Promise<Raster> =>
  throughSharp(raster, (image) =>
    image.composite([
      {
        input: Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${raster.width}" height="${raster.height}">${body}</svg>`,
        ),
      },
    ]),
  );
/** Small edits, with about the share of the picture they touch in percent. */
const edits: readonly (readonly [
  string,
  number,
  (raster: Raster, random: Random, studio: Studio) => Promise<Raster>,
])[] = [
  [
    'another clock',
    0.2,
    (raster, _random, { lettering }) =>
      over(
        raster,
        `<rect x="40" y="10" width="120" height="60" fill="#fff"/>${lettering.text('16:42', { x: 52, y: 52, size: 28, face: 'bold' })}`,
      ),
  ],
  [
    'a red dot',
    0.1,
    (raster) =>
      over(raster, `<circle cx="${raster.width * 0.7}" cy="${raster.height * 0.4}" r="16" fill="#ef4444"/>`),
  ],
  ['brighter', 1, (raster) => throughSharp(raster, (image) => image.linear(1, 6))],
  [
    'a line of text',
    0.8,
    (raster, _random, { lettering }) =>
      over(
        raster,
        `<rect x="${raster.width * 0.3}" y="${raster.height * 0.5}" width="300" height="40" fill="#eee"/>${lettering.text('已于今天更新内容', { x: raster.width * 0.3 + 8, y: raster.height * 0.5 + 30, size: 26 })}`,
      ),
  ],
  [
    'cut by 8 px and stretched back',
    2,
    (raster) =>
      throughSharp(raster, (image) =>
        image
          .extract({ left: 8, top: 8, width: raster.width - 16, height: raster.height - 16 })
          .resize(raster.width, raster.height, { fit: 'fill' }),
      ),
  ],
  [
    'moved by 3 px',
    2,
    (raster) =>
      throughSharp(raster, (image) =>
        image
          .extract({ left: 3, top: 3, width: raster.width - 3, height: raster.height - 3 })
          .extend({ right: 3, bottom: 3, background: '#ffffff' }),
      ),
  ],
  [
    'a watermark',
    1.5,
    (raster, _random, { lettering }) =>
      over(
        raster,
        lettering.text('样例水印', {
          x: raster.width * 0.35,
          y: raster.height * 0.6,
          size: 70,
          opacity: 0.12,
        }),
      ),
  ],
  [
    'a pointer',
    0.1,
    (raster) =>
      over(
        raster,
        `<path d="M${raster.width / 2} ${raster.height / 2}l0 40 10-9 8 16 8-4-8-16h14z" fill="#111" stroke="#fff" stroke-width="2"/>`,
      ),
  ],
  [
    'a corner label',
    1.2,
    (raster, _random, { lettering }) =>
      over(
        raster,
        `<rect x="${raster.width - 230}" y="${raster.height - 80}" width="210" height="60" rx="10" fill="#ef4444"/>${lettering.text('全新上线', { x: raster.width - 190, y: raster.height - 40, size: 30, colour: '#fff' })}`,
      ),
  ],
  [
    'a dialog over it',
    12,
    (raster, _random, { lettering }) =>
      over(
        raster,
        `<rect x="${raster.width * 0.3}" y="${raster.height * 0.35}" width="${raster.width * 0.4}" height="${raster.height * 0.3}" rx="14" fill="#fff" stroke="#999"/>${lettering.text('确认提交？', { x: raster.width * 0.36, y: raster.height * 0.5, size: 34 })}`,
      ),
  ],
];
const edited = edits.map(([as, strength, edit], index) =>
  pair('preview-twice-edited', as, strength, index, async (raster, random, _end, studio) =>
    asPng(await edit(raster, random, studio)),
  ),
);

/** One picture twice, saved, scaled or edited in between. */
export const twiceFaults: readonly PreviewFault[] = [...twice, ...reencoded, ...resized, ...edited];
