import type { MadePicture, OverlayInk } from '../../world/pictures.ts';
import { loadSharp } from './decode-picture.ts';
import type { Pixels } from './pixels.ts';

/** At this quality and with colour at full resolution what is not drawn on stays as it looks. */
const jpegQuality = 95;

/**
 * Draws ink on a picture where a mask is dark, the darker the more; on white where it lets the ground through. Elsewhere not a pixel
 * changes.
 */
export async function overlayPicture(
  { data, width, height }: Pixels,
  mask: Uint8Array,
  { red, green, blue, opacity }: OverlayInk,
  out: { readonly type: 'png' | 'jpeg'; readonly density: number | undefined },
): Promise<MadePicture> {
  const sharp = await loadSharp();
  const shade = await sharp(mask)
    .resize(width, height, { fit: 'fill' })
    .toColourspace('b-w')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer();
  if (shade.length !== width * height) throw new Error(`a mask of ${shade.length} bytes`);
  const made = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [from, to] = [pixel * 4, pixel * 3];
    const alpha = (data[from + 3] ?? 255) / 255;
    const share = ((255 - (shade[pixel] ?? 255)) / 255) * opacity;
    const ground = 255 * (1 - alpha);
    made[to] = Math.round(((data[from] ?? 0) * alpha + ground) * (1 - share) + red * share);
    made[to + 1] = Math.round(((data[from + 1] ?? 0) * alpha + ground) * (1 - share) + green * share);
    made[to + 2] = Math.round(((data[from + 2] ?? 0) * alpha + ground) * (1 - share) + blue * share);
  }
  const raw = sharp(made, { raw: { width, height, channels: 3 } });
  const scaled = out.density === undefined ? raw : raw.withMetadata({ density: out.density });
  const bytes =
    out.type === 'jpeg'
      ? await scaled.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' }).toBuffer()
      : await scaled.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  return { bytes, type: out.type, widthPx: width, heightPx: height };
}
