import sharp from 'sharp';
import { throughSharp } from '../drawing/raster.ts';
import { drawPreview, exported, sizes } from './draw-preview.ts';
import { asJpeg, asPng, changed, endOf, faultsOf, planOf, type PreviewFault } from './preview-fault.ts';

const blurred = faultsOf([0.7, 1.2, 1.6, 2, 2, 2.5, 3, 4, 5, 8, 12], (sigma, index): PreviewFault => ({
  kind: 'preview-blurred',
  as: `sigma ${sigma} ${index}`,
  strength: sigma,
  end: endOf(index),
  endings: [index % 2 === 0 ? 'png' : 'jpg'],
  draw: async (studio, random, end) => {
    const soft = await throughSharp(
      await drawPreview(planOf(random, end, index === 5 ? { screen: 'gallery' } : {}), studio, random),
      (image) => image.blur(sigma),
    );
    return [index % 2 === 0 ? await asPng(soft) : await asJpeg(soft, 85)];
  },
}));
const shaken = faultsOf([9, 15, 25], (length, index): PreviewFault => ({
  kind: 'preview-blurred',
  as: `shaken by ${length} px`,
  strength: length / 3.5,
  end: endOf(index),
  draw: changed((raster) =>
    throughSharp(raster, (image) =>
      image.convolve({
        width: length,
        height: 3,
        kernel: Array.from({ length: length * 3 }, (_, at) => (Math.floor(at / length) === 1 ? 1 : 0)),
        scale: length,
      }),
    ),
  ),
}));

const enlarged = faultsOf(
  [
    [1.25, 'cubic'],
    [1.5, 'cubic'],
    [2, 'cubic'],
    [2, 'lanczos3'],
    [2, 'linear'],
    [2, 'nearest'],
    [2.5, 'cubic'],
    [3, 'cubic'],
    [3, 'lanczos3'],
    [3, 'nearest'],
    [4, 'linear'],
    [4, 'cubic'],
  ] as const,
  ([factor, kernel], index): PreviewFault => ({
    kind: 'preview-enlarged',
    as: `${factor} times ${kernel}`,
    strength: factor,
    end: endOf(index),
    draw: changed(async (raster) => {
      const small = await throughSharp(raster, (image) =>
        image.resize(Math.round(raster.width / factor), Math.round(raster.height / factor), {
          kernel: 'lanczos3',
        }),
      );
      return throughSharp(small, (image) =>
        image.resize(raster.width, raster.height, { fit: 'fill', kernel }),
      );
    }),
  }),
);

/** Drawn at another shape and pulled to the wanted one. Strength: how much longer one side became than the other. */
const stretched = faultsOf(
  [
    ['desktop', 1440, 1080],
    ['desktop', 1280, 1024],
    ['desktop', 1024, 768],
    ['desktop', 1920, 540],
    ['desktop', 960, 1080],
    ['desktop', 1680, 1050],
    ['mobile', 750, 1000],
    ['mobile', 750, 1334],
    ['mobile', 375, 1628],
    ['desktop', 1366, 1024],
  ] as const,
  ([end, width, height]): PreviewFault => {
    const [a, b] = [sizes[end].width / width, sizes[end].height / height];
    return {
      kind: 'preview-stretched',
      as: `${end} from ${width}x${height}`,
      strength: Math.round((Math.max(a, b) / Math.min(a, b)) * 100) / 100,
      end,
      draw: async (studio, random) => {
        const raster = await drawPreview(planOf(random, end, { size: { width, height } }), studio, random);
        return [
          (
            await exported(
              await throughSharp(raster, (image) =>
                image.resize(sizes[end].width, sizes[end].height, { fit: 'fill' }),
              ),
              end,
            )
          ).bytes,
        ];
      },
    };
  },
);
/** Pressed together: nothing in the pixels tells of it. */
const squeezed = faultsOf(
  [
    ['desktop', 2560, 1920],
    ['desktop', 2048, 2048],
    ['mobile', 1125, 2000],
  ] as const,
  ([end, width, height]): PreviewFault => ({
    kind: 'preview-squeezed',
    as: `${end} from ${width}x${height}`,
    end,
    draw: async (studio, random) => {
      const raster = await drawPreview(planOf(random, end, { size: { width, height } }), studio, random);
      return [
        (
          await exported(
            await throughSharp(raster, (image) =>
              image.resize(sizes[end].width, sizes[end].height, { fit: 'fill' }),
            ),
            end,
          )
        ).bytes,
      ];
    },
  }),
);

const compressed = faultsOf(
  [
    [3, 'jpg'],
    [5, 'jpg'],
    [8, 'jpg'],
    [10, 'jpg'],
    [10, 'png'],
    [15, 'jpg'],
    [15, 'png'],
    [20, 'jpg'],
    [20, 'png'],
    [30, 'jpg'],
    [40, 'jpg'],
  ] as const,
  ([quality, ending], index): PreviewFault => ({
    kind: 'preview-compressed',
    as: `quality ${quality} as ${ending}`,
    strength: quality,
    end: endOf(index),
    endings: [ending],
    draw: async (studio, random, end) => {
      const raster = await drawPreview(
        planOf(random, end, index % 4 === 3 ? { screen: 'gallery' } : {}),
        studio,
        random,
      );
      const crushed = await asJpeg(raster, quality);
      return [ending === 'jpg' ? crushed : await sharp(crushed).png().toBuffer()];
    },
  }),
);

/** Blurred, enlarged, pulled out of shape, compressed too hard. */
export const qualityFaults: readonly PreviewFault[] = [
  ...blurred,
  ...shaken,
  ...enlarged,
  ...stretched,
  ...squeezed,
  ...compressed,
];
