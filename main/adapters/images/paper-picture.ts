import type { Metadata } from 'sharp';
import { loadSharp, mostPixels, PictureProblem } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';

/** A picture is made smaller only where that is worth it: from this much finer than wanted. */
const worthShrinking = 1.15;
/** Larger than this, a picture without loss gives way to one with: photographs take ten times as much. */
const mostLosslessBytes = 2_500_000;
const decodeSeconds = 60;

/**
 * One page of a picture for paper: upright, opaque, sRGB or grey, 8 bits a channel, no finer than `dpi` at `widthMm`. A JPEG
 * that is all that stays byte for byte. Throws PictureProblem for a damaged source.
 */
export async function paperPicture(
  bytes: Uint8Array,
  type: DecodedType,
  { page, widthMm, dpi }: { readonly page: number; readonly widthMm: number; readonly dpi: number },
): Promise<{ readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' }> {
  const sharp = await loadSharp();
  const open = () =>
    sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true, page, pages: 1 });
  try {
    const metadata = await open().metadata();
    const mostPx = Math.max(1, Math.round((widthMm / 25.4) * dpi));
    const isFine = metadata.autoOrient.width > mostPx * worthShrinking;
    if (type === 'jpeg' && !isFine && isPlainJpeg(metadata)) return { bytes, type: 'jpeg' };
    const upright = open().timeout({ seconds: decodeSeconds }).autoOrient();
    const sized = isFine ? upright.resize({ width: mostPx }) : upright;
    const made = sized
      .flatten({ background: '#ffffff' })
      .toColourspace(metadata.space === 'b-w' || metadata.space === 'grey16' ? 'b-w' : 'srgb');
    if (type !== 'jpeg' && type !== 'webp') {
      const png = await made.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
      if (png.length <= mostLosslessBytes) return { bytes: png, type: 'png' };
    }
    // Without the last pass over all coefficients: a tenth larger, and a third of the memory.
    const jpeg = made.jpeg({ quality: 88, chromaSubsampling: '4:4:4', optimiseCoding: false });
    return { bytes: await jpeg.toBuffer(), type: 'jpeg' };
  } catch (error) {
    throw new PictureProblem('damaged', error instanceof Error ? error.message : String(error));
  }
}

/** Whether any reader of PDF shows the very bytes as a viewer of pictures does. */
function isPlainJpeg({ orientation, space, depth, icc }: Metadata): boolean {
  if ((orientation ?? 1) !== 1 || depth !== 'uchar') return false;
  if (space !== 'srgb' && space !== 'b-w') return false;
  return icc === undefined || /s\0?R\0?G\0?B/.test(Buffer.from(icc).toString('latin1'));
}
