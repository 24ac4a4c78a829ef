import type { Random } from '../drawing/random.ts';
import { fromRaster, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawPreview, exported, type End, type PreviewPlan } from './draw-preview.ts';
import type { ScreenName } from './screens.ts';

/** A picture, or a set of pictures, with one thing wrong. */
export interface PreviewFault {
  readonly kind: string;
  readonly as: string;
  readonly end: End;
  readonly strength?: number;
  /** Endings of the files, the first being the faulty one; png unless told. */
  readonly endings?: readonly string[];
  /** A picture for the other end, after those. */
  readonly also?: { readonly end: End; readonly ending: string };
  draw(studio: Studio, random: Random, end: End): Promise<readonly Uint8Array[]>;
}

const busy: readonly ScreenName[] = [
  'list',
  'table',
  'charts',
  'editor',
  'calendar',
  'kanban',
  'chat',
  'vote',
];

/** Two desktops for each phone. */
export const endOf = (index: number): End => (index % 3 === 2 ? 'mobile' : 'desktop');

/** A screen full of content, but for what is set otherwise. */
export const planOf = (random: Random, end: End, over: Partial<PreviewPlan> = {}): PreviewPlan => ({
  end,
  screen: random.one(busy),
  theme: random.one(['light', 'dark', 'white'] as const),
  ...over,
});

/** One fault for each value. */
export const faultsOf = <T>(
  values: readonly T[],
  make: (value: T, index: number) => PreviewFault,
): PreviewFault[] => values.map(make);

export const asPng = (raster: Raster): Promise<Buffer> =>
  fromRaster(raster).png({ compressionLevel: 8 }).toBuffer();
export const asJpeg = (raster: Raster, quality: number): Promise<Buffer> =>
  fromRaster(raster).jpeg({ quality }).toBuffer();

/** A picture changed after it was drawn; PNG, or JPEG where the strict limit of bytes asks for it. */
export const changed =
  (change: (raster: Raster, random: Random, end: End) => Promise<Raster>, over: Partial<PreviewPlan> = {}) =>
  async (studio: Studio, random: Random, end: End): Promise<readonly Uint8Array[]> => [
    (
      await exported(
        await change(await drawPreview(planOf(random, end, over), studio, random), random, end),
        end,
      )
    ).bytes,
  ];
