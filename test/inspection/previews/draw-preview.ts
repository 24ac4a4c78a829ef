import sharp from 'sharp';
import type { Random } from '../drawing/random.ts';
import { drawRaster, fromRaster, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawApp, type ScreenName } from './screens.ts';
import { brands, Pen, themeOf } from './screen-parts.ts';

export const sizes = {
  desktop: { width: 1920, height: 1080 },
  mobile: { width: 750, height: 1628 },
} as const;
export type End = keyof typeof sizes;
/** The strictest limit of bytes on each end (design/images). */
const mostBytes = { desktop: 512_000, mobile: 200_000 } as const;

/** What a preview shows. */
export interface PreviewPlan {
  readonly end: End;
  readonly screen: ScreenName;
  readonly theme: 'light' | 'dark' | 'white';
  readonly app?: string;
  readonly brand?: string;
  readonly chosen?: number;
  /** Drawn above everything. */
  readonly over?: string;
  /** Another size than the end's. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The pixels of a preview. */
export function drawPreview(plan: PreviewPlan, studio: Studio, random: Random): Promise<Raster> {
  const size = plan.size ?? sizes[plan.end];
  const pen = new Pen(studio.lettering);
  drawApp(
    pen,
    size,
    plan.screen,
    themeOf(plan.theme, plan.brand ?? random.one(brands)),
    random,
    plan.app,
    plan.chosen,
  );
  return drawRaster(size.width, size.height, pen.body + (plan.over ?? ''));
}

/** As it is exported, within the strictest limit: PNG where it fits, else JPEG of good quality. */
export async function exported(
  raster: Raster,
  end: End,
): Promise<{ readonly bytes: Buffer; readonly type: 'png' | 'jpg' }> {
  const png = await fromRaster(raster).png({ compressionLevel: 8 }).toBuffer();
  if (png.length <= mostBytes[end]) return { bytes: png, type: 'png' };
  for (const quality of [92, 88, 84, 80, 75, 70]) {
    const jpeg = await fromRaster(raster).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length <= mostBytes[end]) return { bytes: jpeg, type: 'jpg' };
  }
  return { bytes: await sharp(png).jpeg({ quality: 60 }).toBuffer(), type: 'jpg' };
}
