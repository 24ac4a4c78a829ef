import type { FileProblem } from '../../contract/files.ts';
import type { Pixels } from './measure-pixels.ts';
import type { DecodedType } from './decoded-type.ts';
import { endsWell } from './picture-end.ts';

/** Larger pictures are refused: they would take 500 MB and more. Phone cameras reach 108 million, A4 at 600 dpi 35. */
export const mostPixels = 120_000_000;

const decodeSeconds = 60;

/** Why a picture could not be decoded, and what the decoder said. */
export class PictureProblem extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, detail: string) {
    super(detail);
    this.name = 'PictureProblem';
    this.problem = problem;
  }
}

/** A decoded picture: its pixels the right way up, all frames of it having been decoded. */
export interface DecodedPicture {
  readonly pixels: Pixels;
  readonly frames: number;
  readonly hasAlpha: boolean;
}

/** sharp, its cache off: files under one name change, and Windows could not delete what it holds open. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

/**
 * Decodes one frame or page of a picture wholly, so that damage anywhere shows; with `frame` 0 the other frames of
 * an animation are decoded too. Throws PictureProblem for anything that is not a whole picture of the type.
 */
export async function decodePicture(
  bytes: Uint8Array,
  type: DecodedType,
  frame = 0,
): Promise<DecodedPicture> {
  const sharp = await loadSharp();
  const open = (pages: number, failOn: 'warning' | 'error') =>
    sharp(bytes, {
      failOn,
      limitInputPixels: mostPixels,
      sequentialRead: true,
      page: pages === 1 ? frame : 0,
      pages,
    });
  try {
    const metadata = await open(1, 'error').metadata();
    if (metadata.format !== type) {
      throw new PictureProblem('damaged', `the decoder takes this ${type} for ${metadata.format}`);
    }
    const frames = metadata.pages ?? 1;
    if (metadata.width * metadata.height > mostPixels) {
      throw new PictureProblem('too-large', `${metadata.width} × ${metadata.height} px`);
    }
    const { data, info } = await open(1, 'warning')
      .timeout({ seconds: decodeSeconds })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) throw new PictureProblem('unsupported', `${info.channels} channels`);
    if (!endsWell(bytes, type)) throw new PictureProblem('damaged', `the ${type} ends before its end mark`);
    if (type !== 'tiff' && frames > 1 && frame === 0) {
      await open(-1, 'warning')
        .timeout({ seconds: decodeSeconds })
        .resize(8, 8, { fit: 'fill' })
        .raw()
        .toBuffer();
    }
    return {
      pixels: { data, width: info.width, height: info.height },
      frames,
      hasAlpha: metadata.hasAlpha,
    };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

/**
 * The size of a picture's first frame, the right way up. All of it is decoded, but small, so that damage anywhere shows without
 * all pixels in memory. Throws PictureProblem.
 */
export async function pictureSize(
  bytes: Uint8Array,
  type: DecodedType,
): Promise<{ readonly width: number; readonly height: number }> {
  const sharp = await loadSharp();
  const open = (failOn: 'warning' | 'error') =>
    sharp(bytes, { failOn, limitInputPixels: mostPixels, sequentialRead: true, page: 0, pages: 1 });
  try {
    const { format, autoOrient } = await open('error').metadata();
    if (format !== type) throw new PictureProblem('damaged', `the decoder takes this ${type} for ${format}`);
    await open('warning')
      .timeout({ seconds: decodeSeconds })
      .resize(64, 64, { fit: 'fill', kernel: 'nearest' })
      .raw()
      .toBuffer();
    if (!endsWell(bytes, type)) throw new PictureProblem('damaged', `the ${type} ends before its end mark`);
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

function asPictureProblem(error: unknown): PictureProblem {
  if (error instanceof PictureProblem) return error;
  const detail = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();
  if (
    /pixel limit|exceeds (the )?(maximum|limit)|out of memory|too (large|big)|dimensions? exceed/i.test(
      detail,
    )
  ) {
    return new PictureProblem('too-large', detail);
  }
  if (/timeout/i.test(detail)) return new PictureProblem('unsupported', detail);
  return new PictureProblem('damaged', detail);
}
