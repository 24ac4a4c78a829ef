import type { Random } from '../drawing/random.ts';
import { fromRaster, throughSharp, withNoise } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawPreview, exported, type End } from './draw-preview.ts';
import { asJpeg, asPng, endOf, faultsOf, planOf, type PreviewFault } from './preview-fault.ts';
import { screenNames } from './screens.ts';

const pixels = faultsOf(
  [
    ['desktop', 1919, 1080],
    ['desktop', 1280, 720],
    ['desktop', 1080, 1920],
    ['desktop', 2560, 1440],
    ['desktop', 1920, 1200],
    ['mobile', 750, 1334],
    ['mobile', 1125, 2436],
    ['mobile', 1628, 750],
    ['mobile', 750, 1624],
  ] as const,
  ([end, width, height]): PreviewFault => ({
    kind: 'preview-pixels',
    as: `${end} ${width}x${height}`,
    end,
    draw: async (studio, random) => [
      await asPng(await drawPreview(planOf(random, end, { size: { width, height } }), studio, random)),
    ],
  }),
);

/** A picture of about so many bytes: grain that no encoder can make small. */
async function ofBytes(least: number, end: End, studio: Studio, random: Random): Promise<Buffer> {
  // Neither black nor white, so that no grain is cut off.
  const raster = await throughSharp(
    await drawPreview(planOf(random, end, { theme: 'light' }), studio, random),
    (image) => image.linear(0.5, 64),
  );
  for (const sigma of [2, 4, 8, 16, 32, 48]) {
    const bytes = await asPng(withNoise(raster, sigma, random));
    if (bytes.length > least) return bytes;
  }
  throw new Error('the picture stays small');
}
const bytes = [
  ...faultsOf(
    [
      ['desktop', 3_500_000],
      ['desktop', 4_500_000],
      ['mobile', 2_500_000],
      ['mobile', 3_000_000],
    ] as const,
    ([end, least]): PreviewFault => ({
      kind: 'preview-bytes',
      as: `${end} over ${least}`,
      end,
      draw: async (studio, random) => [await ofBytes(least, end, studio, random)],
    }),
  ),
  ...faultsOf(
    [
      ['desktop', 0.52],
      ['desktop', 0.7],
      ['desktop', 1.5],
      ['desktop', 3],
      ['mobile', 0.205],
      ['mobile', 0.4],
      ['mobile', 1.8],
    ] as const,
    ([end, megabytes]): PreviewFault => ({
      kind: 'preview-bytes-strict',
      as: `${end} of ${megabytes} MB`,
      end,
      endings: ['jpg'],
      draw: async (studio, random) => {
        const raster = await drawPreview(planOf(random, end), studio, random);
        for (const sigma of [4, 12, 30]) {
          const still = withNoise(raster, sigma, random);
          for (const quality of [60, 80, 90, 96, 100]) {
            const made = await fromRaster(still).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
            if (
              made.length > megabytes * 1_000_000 &&
              made.length < (end === 'desktop' ? 3_500_000 : 2_500_000)
            )
              return [made];
          }
        }
        throw new Error('the picture stays small');
      },
    }),
  ),
];

const counts = faultsOf(
  [
    ['desktop', 6],
    ['desktop', 8],
    ['mobile', 6],
    ['mobile', 7],
  ] as const,
  ([end, count]): PreviewFault => ({
    kind: 'preview-count',
    as: `${end} ${count}`,
    end,
    endings: Array.from({ length: count }, () => 'png'),
    draw: async (studio, random) => {
      const made = [];
      for (const screen of screenNames.slice(0, count))
        made.push(
          (
            await exported(
              await drawPreview(planOf(random, end, { screen, theme: 'white' }), studio, random),
              end,
            )
          ).bytes,
        );
      return made;
    },
  }),
);

const types = [
  ...faultsOf(['webp', 'tiff', 'bmp', 'svg', 'pdf', 'avif'] as const, (type, index): PreviewFault => ({
    kind: 'preview-type',
    as: type,
    end: endOf(index),
    endings: [type],
    draw: async (studio, random, end) => {
      const raster = await drawPreview(planOf(random, end), studio, random);
      const { width, height } = raster;
      switch (type) {
        case 'bmp': {
          const row = Math.ceil((width * 3) / 4) * 4;
          const out = Buffer.alloc(54 + row * height);
          out.write('BM', 'latin1');
          out.writeUInt32LE(out.length, 2);
          out.writeUInt32LE(54, 10);
          out.writeUInt32LE(40, 14);
          out.writeInt32LE(width, 18);
          out.writeInt32LE(-height, 22);
          out.writeUInt16LE(1, 26);
          out.writeUInt16LE(24, 28);
          for (let y = 0; y < height; y += 1)
            for (let x = 0; x < width; x += 1)
              for (let n = 0; n < 3; n += 1)
                out[54 + y * row + x * 3 + n] = raster.data[(y * width + x) * 3 + 2 - n] ?? 0;
          return [out];
        }
        case 'svg':
          return [
            Buffer.from(
              `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f3f5f8"/><rect x="80" y="80" width="600" height="300" fill="#2563eb"/></svg>`,
            ),
          ];
        case 'pdf': {
          const { PDFDocument } = await import('pdf-lib');
          const pdf = await PDFDocument.create({ updateMetadata: false });
          pdf
            .addPage([width, height])
            .drawImage(await pdf.embedJpg(await asJpeg(raster, 85)), { x: 0, y: 0, width, height });
          return [await pdf.save()];
        }
        default:
          return [await fromRaster(raster).toFormat(type).toBuffer()];
      }
    },
  })),
  ...faultsOf(
    [
      ['jpeg', 'png'],
      ['png', 'jpg'],
      ['webp', 'png'],
      ['gif', 'jpg'],
    ] as const,
    ([type, ending], index): PreviewFault => ({
      kind: 'preview-named-otherwise',
      as: `${type} named ${ending}`,
      end: endOf(index),
      endings: [ending],
      draw: async (studio, random, end) => [
        await fromRaster(await drawPreview(planOf(random, end, { theme: 'white' }), studio, random))
          .toFormat(type)
          .toBuffer(),
      ],
    }),
  ),
];

/** Wrong in pixels, bytes, number, type or name. */
export const fileFaults: readonly PreviewFault[] = [...pixels, ...bytes, ...counts, ...types];
