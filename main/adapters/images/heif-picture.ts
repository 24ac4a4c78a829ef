import { loadSharp, mostPixels, PictureProblem } from './decode-picture.ts';
import { withFileWorker } from './file-workers.ts';
import { heifProfile } from './heif-profile.ts';
import { dropPixels } from './pixels.ts';
import { rawTiff } from './raw-tiff.ts';
import { asHeifProblem } from './scan-pages.ts';
import type { HeifPixels } from './scans/heif-reader.ts';

/** A photograph from a phone needs no finer edges in a JPEG than these. */
const jpegQuality = 88;

/** A HEIC photograph as PNG, upright, its long side `maxPx` or less. Throws PictureProblem. */
export async function heifThumbnail(
  bytes: Uint8Array,
  maxPx: number,
): Promise<{ readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }> {
  const image = await decodedHeif(bytes);
  const { data, info } = await image
    .resize(maxPx, maxPx, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, widthPx: info.width, heightPx: info.height };
}

/** A HEIC photograph as JPEG, upright and opaque, no finer than `dpi` at `widthMm`. Throws PictureProblem. */
export async function heifForPaper(
  bytes: Uint8Array,
  { widthMm, dpi }: { readonly widthMm: number; readonly dpi: number },
): Promise<{ readonly bytes: Uint8Array; readonly type: 'jpeg' }> {
  const image = await decodedHeif(bytes);
  const width = Math.max(1, Math.round((widthMm / 25.4) * dpi));
  const made = await image
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { bytes: made, type: 'jpeg' };
}

/** The pixels of a HEIC photograph, upright, in sRGB. Throws PictureProblem. */
export async function decodeHeif(bytes: Uint8Array): Promise<HeifPixels> {
  const pixels = await withFileWorker({ needsDecoder: true }, (worker) => worker.decodeHeif({ bytes })).catch(
    (error: unknown) => {
      throw asHeifProblem(error);
    },
  );
  const profile = heifProfile(bytes);
  return profile === undefined ? pixels : inSrgb(pixels, profile);
}

/** Phones and screens save colours of a wider space: taken for sRGB as they are, green would come out grey. */
async function inSrgb(pixels: HeifPixels, profile: Uint8Array): Promise<HeifPixels> {
  const sharp = await loadSharp();
  const tiff = rawTiff(pixels, profile);
  dropPixels(pixels);
  const { data, info } = await sharp(tiff, { limitInputPixels: mostPixels })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new PictureProblem('unsupported', `${info.channels} channels`);
  return { data, width: info.width, height: info.height, hasAlpha: pixels.hasAlpha };
}

async function decodedHeif(bytes: Uint8Array) {
  const { data, width, height, hasAlpha } = await decodeHeif(bytes);
  const sharp = await loadSharp();
  const image = sharp(data, { raw: { width, height, channels: 4 } });
  return hasAlpha ? image : image.removeAlpha();
}
