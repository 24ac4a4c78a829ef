import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { World } from '../../main/world.ts';
import { svgOf } from './drawing/raster.ts';
import type { Studio } from './drawing/studio.ts';

/** A case on a contact sheet: what it is called and where its dossier stands. */
export interface Shown {
  readonly label: string;
  readonly folder: string;
}

async function thumbnail(world: World, absolutePath: string, maxPx: number): Promise<Buffer | null> {
  try {
    const { png } = await world.pictures.picture({ absolutePath, name: absolutePath }, { page: 0, maxPx });
    return Buffer.from(png);
  } catch {
    // What is no picture to the product is shown as a grey field: the sheet is for looking, not for judging.
    return null;
  }
}

/** One PNG with a labelled thumbnail for each picture or PDF of these cases; null where there is none. */
export async function contactSheet(
  studio: Studio,
  shown: readonly Shown[],
  options: { readonly cellPx: number; readonly columns: number },
): Promise<Buffer | null> {
  const { cellPx, columns } = options;
  const files = shown.flatMap(({ label, folder }) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(png|jpe?g|gif|webp|tiff|bmp|svg|pdf|heic)$/.test(path))
      .sort()
      .map((path, index) => ({ label: index === 0 ? label : `${label} ${path}`, path: join(folder, path) })),
  );
  if (files.length === 0) return null;
  const labelPx = 34;
  const height = Math.ceil(files.length / columns) * (cellPx + labelPx);
  const width = columns * cellPx;
  const layers: OverlayOptions[] = [];
  let labels = '';
  for (const [index, { label, path }] of files.entries()) {
    const [x, y] = [(index % columns) * cellPx, Math.floor(index / columns) * (cellPx + labelPx)];
    const picture = await thumbnail(studio.world, path, cellPx - 8);
    if (picture !== null)
      layers.push({
        input: await sharp(picture)
          .resize(cellPx - 8, cellPx - 8, { fit: 'inside' })
          .toBuffer(),
        left: x + 4,
        top: y + labelPx,
      });
    const lines = studio.lettering.wrap(label, 12, cellPx - 8).slice(0, 2);
    labels += lines
      .map((line, n) => studio.lettering.text(line, { x: x + 4, y: y + 13 + n * 15, size: 12 }))
      .join('');
  }
  return sharp(
    Buffer.from(svgOf(width, height, `<rect width="${width}" height="${height}" fill="#cbd5e1"/>${labels}`)),
  )
    .composite(layers)
    .png()
    .toBuffer();
}
