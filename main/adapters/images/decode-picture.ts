import type { Sharp } from 'sharp';
import type { FileProblem } from '../../contract/files.ts';
import type { DecodedPixels, Pixels } from './pixels.ts';
import { readPictureHeader } from './picture-header.ts';
import type { DecodedType } from './decoded-type.ts';
import { endsWell } from './picture-end.ts';
import { hasModestTexts } from './png-texts.ts';
import type { PictureToMeasure } from './file-jobs.ts';
import { shrinkFactor, type Fineness } from './scans/shrink.ts';

/** Larger pictures are refused: they would take 500 MB and more. Phone cameras reach 108 million, A4 at 600 dpi 35. */
export const mostPixels = 120_000_000;

/** The longest side of a JPEG. A row of a million pixels takes the decoder a gigabyte that it does not give back. */
const mostSidePx = 65_535;

/** A WebP is decoded whole before its first row: 115 million pixels took 1.3 GB. */
const mostWebpPixels = 60_000_000;

const isOversized = (widthPx: number, heightPx: number, type: DecodedType): boolean =>
  widthPx * heightPx > (type === 'webp' ? mostWebpPixels : mostPixels) ||
  Math.max(widthPx, heightPx) > mostSidePx;

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
  readonly pixels: DecodedPixels;
  readonly frames: number;
  readonly hasAlpha: boolean;
  /** Blocks of metadata as the file holds them. */
  readonly exif?: Uint8Array | undefined;
  readonly xmp?: Uint8Array | undefined;
}

let loading: Promise<typeof import('sharp').default> | undefined;

/** sharp, its cache off: files under one name change, and Windows could not delete what it holds open. */
export function loadSharp(): Promise<typeof import('sharp').default> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    return sharp;
  });
  return loading;
}

/** The first frame of a picture as RGBA, decoded like decodePicture. Throws PictureProblem. */
export async function decodeRgba(
  bytes: Uint8Array,
  type: DecodedType,
): Promise<{ readonly pixels: Pixels; readonly frames: number }> {
  const { pixels, frames } = await decodePicture(bytes, type, true);
  return { pixels, frames };
}

/**
 * Decodes the first frame or page of a picture wholly, so that damage anywhere shows; the other frames of an animation are
 * decoded too. Pixels have opacity where the picture has, or always. Throws PictureProblem for anything that is not a whole
 * picture of the type.
 */
export async function decodePicture(
  bytes: Uint8Array,
  type: DecodedType,
  alwaysHasAlpha = false,
): Promise<DecodedPicture> {
  const sharp = await loadSharp();
  const open = (pages: number, failOn: 'warning' | 'error') =>
    sharp(bytes, {
      failOn,
      limitInputPixels: mostPixels,
      sequentialRead: true,
      page: 0,
      pages,
    });
  try {
    requireModestTexts(bytes);
    const header = readPictureHeader(bytes, type);
    const { width, height, frames, exif, xmp } =
      header === null || header.hasMetadata
        ? await metadataFrom(open(1, 'error'), type)
        : { width: header.widthPx, height: header.heightPx, frames: 1, exif: undefined, xmp: undefined };
    if (isOversized(width, height, type)) throw new PictureProblem('too-large', `${width} × ${height} px`);
    const upright = open(1, 'warning').timeout({ seconds: decodeSeconds }).autoOrient().toColourspace('srgb');
    const { data, info } = await (alwaysHasAlpha ? upright.ensureAlpha() : upright)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { channels } = info;
    if (channels !== 3 && channels !== 4) throw new PictureProblem('unsupported', `${channels} channels`);
    if (!endsWell(bytes, type)) throw new PictureProblem('damaged', `the ${type} ends before its end mark`);
    if (type !== 'tiff' && frames > 1) {
      await open(-1, 'warning')
        .timeout({ seconds: decodeSeconds })
        .resize(8, 8, { fit: 'fill' })
        .raw()
        .toBuffer();
    }
    return {
      pixels: { data, width: info.width, height: info.height, channels },
      frames,
      hasAlpha: channels === 4,
      exif,
      xmp,
    };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

/** What the decoder says of a picture before its pixels. Throws PictureProblem where it takes it for another type. */
async function metadataFrom(picture: Sharp, type: DecodedType) {
  const { format, width, height, pages = 1, exif, xmp } = await picture.metadata();
  if (format !== type) throw new PictureProblem('damaged', `the decoder takes this ${type} for ${format}`);
  return { width, height, frames: pages, exif, xmp };
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
    const { width: widthPx, height: heightPx } = autoOrient;
    if (isOversized(widthPx, heightPx, type))
      throw new PictureProblem('too-large', `${widthPx} × ${heightPx} px`);
    await open('warning')
      .timeout({ seconds: decodeSeconds })
      .resize(64, 64, { fit: 'fill', kernel: 'nearest' })
      .raw()
      .toBuffer();
    if (!endsWell(bytes, type)) throw new PictureProblem('damaged', `the ${type} ends before its end mark`);
    return { width: widthPx, height: heightPx };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

/**
 * Decodes one page of a picture to be measured: upright, RGB over white, made smaller by a whole factor on the way, which
 * costs a JPEG nothing and shows damage anywhere all the same. Throws PictureProblem.
 */
export async function decodeForScan(
  bytes: Uint8Array,
  type: DecodedType,
  page: number,
  fineness: Fineness,
): Promise<Omit<PictureToMeasure, 'readsCode'> & { readonly frames: number }> {
  const sharp = await loadSharp();
  const open = (failOn: 'warning' | 'error') =>
    sharp(bytes, { failOn, limitInputPixels: mostPixels, sequentialRead: true, page, pages: 1 });
  try {
    requireModestTexts(bytes);
    const metadata = await open('error').metadata();
    if (metadata.format !== type) {
      throw new PictureProblem('damaged', `the decoder takes this ${type} for ${metadata.format}`);
    }
    const { width: widthPx, height: heightPx } = metadata.autoOrient;
    if (isOversized(widthPx, heightPx, type))
      throw new PictureProblem('too-large', `${widthPx} × ${heightPx} px`);
    const shrink = shrinkFactor(widthPx, heightPx, fineness);
    const upright = open('warning').timeout({ seconds: decodeSeconds }).autoOrient();
    const sized =
      shrink === 1
        ? upright
        : upright.resize(Math.floor(widthPx / shrink), Math.floor(heightPx / shrink), {
            fit: 'fill',
            // A JPEG comes small from the decoder; what is left is a row or column.
            kernel: type === 'jpeg' ? 'nearest' : 'linear',
          });
    const opaque = metadata.hasAlpha ? sized.flatten({ background: '#ffffff' }) : sized;
    const { data, info } = await opaque
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new PictureProblem('unsupported', `${info.channels} channels`);
    if (!endsWell(bytes, type)) throw new PictureProblem('damaged', `the ${type} ends before its end mark`);
    const frames = metadata.pages ?? 1;
    return {
      data,
      width: info.width,
      height: info.height,
      shrink,
      frames,
      full: { widthPx, heightPx, frames, hasAlpha: metadata.hasAlpha },
      ...(metadata.density === undefined ? {} : { metadataDpi: metadata.density }),
    };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

/** The luminance of one page of a picture, upright, `scale` times its size (1 at most), one byte a pixel. Throws PictureProblem. */
export async function decodeGrey(
  bytes: Uint8Array,
  page: number,
  full: { readonly widthPx: number; readonly heightPx: number },
  scale: number,
): Promise<{ readonly data: Uint8Array; readonly width: number; readonly height: number }> {
  const sharp = await loadSharp();
  const open = () =>
    sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true, page, pages: 1 });
  try {
    const { hasAlpha } = await open().metadata();
    const upright = open().timeout({ seconds: decodeSeconds }).autoOrient();
    const sized =
      scale >= 1
        ? upright
        : upright.resize(Math.round(full.widthPx * scale), Math.round(full.heightPx * scale), {
            fit: 'fill',
            kernel: 'linear',
          });
    const { data, info } = await (hasAlpha ? sized.flatten({ background: '#ffffff' }) : sized)
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1) throw new PictureProblem('unsupported', `${info.channels} channels`);
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw asPictureProblem(error);
  }
}

/** Throws PictureProblem for a PNG whose texts are a decompression bomb. */
export function requireModestTexts(bytes: Uint8Array): void {
  if (!hasModestTexts(bytes))
    throw new PictureProblem('too-large', 'packed texts of over 16 MB beside the pixels');
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
