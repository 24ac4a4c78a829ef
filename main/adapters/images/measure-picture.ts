import type { ImageMeasure } from '../../contract/files.ts';
import type { PictureMeasure } from '../../contract/picture-measure.ts';
import { BlockMeansReader, type BlockMeans } from './block-means.ts';
import { decodePicture, type DecodedPicture } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { EdgeReader } from './edge-reader.ts';
import { estimateEnlargements, type Direction } from './estimate-enlargements.ts';
import { FormerJpegReader } from './former-jpeg.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { measureLogo } from './logos/measure-logo.ts';
import { measureShades } from './measure-pixels.ts';
import { readMetadata } from './picture-metadata.ts';
import { detailShareOf, likenessOf } from './picture-likeness.ts';
import { PixelHash } from './pixel-hash.ts';
import { KernelRoom, stripsOf } from './pixel-kernels.ts';
import { dropPixels, type DecodedPixels } from './pixels.ts';
import { countPngFrames } from './png-frames.ts';
import { readPictureCodes } from './read-picture-codes.ts';
import type { EdgeTally } from './scan-edges.ts';
import { WhiteSpecksReader } from './white-specks.ts';

/** Colours are measured on a picture of this long side or less. */
const colourSide = 256;
/** Squares, and what is nearly one, up to this side are measured as logos. */
const largestLogoPx = 2048;
/** Edges softer than this make it worth looking for the trace of an enlargement. */
const softEdges = 0.7;

/** Decodes a picture once and measures everything that checks of logos and previews want. Throws PictureProblem. */
export async function measurePicture(
  bytes: Uint8Array,
  type: DecodedType,
): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }> {
  const decoded = await decodePicture(bytes, type);
  const frames = type === 'png' ? Math.max(decoded.frames, countPngFrames(bytes)) : decoded.frames;
  return measureDecoded({ ...decoded, frames }, type === 'jpeg' ? { quality: jpegQuality(bytes) } : null);
}

/**
 * The same of a picture that is decoded already, with what is known of it as a JPEG, null where it is none. Its pixels are given
 * away: nobody reads them after the call.
 */
export async function measureDecoded(
  { pixels, frames, hasAlpha, exif, xmp }: DecodedPicture,
  jpeg: { readonly quality: number | undefined } | null,
): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }> {
  const isJpeg = jpeg !== null;
  try {
    const { width, height } = pixels;
    const read = readPixels(pixels, isJpeg, hasAlpha);
    const { looks, shades, formerQuality, specks, across, down, places } = read;
    const metadata = readMetadata(exif, xmp);
    const quality = isJpeg ? jpeg.quality : formerQuality;
    const picture: PictureMeasure = {
      ...looks,
      ...(across === undefined ? {} : { across }),
      ...(down === undefined ? {} : { down }),
      ...(quality === undefined ? {} : { jpegQuality: quality }),
      ...(specks === undefined ? {} : { specks }),
      ...(await readPictureCodes(pixels, places)),
      ...(metadata === undefined ? {} : { metadata }),
      ...(isLogoLike(pixels) ? { logo: measureLogo(pixels, isJpeg) } : {}),
    };
    return {
      image: {
        widthPx: width,
        heightPx: height,
        frames,
        hasAlpha,
        ...shades,
      },
      picture,
    };
  } finally {
    dropPixels(pixels);
  }
}

/** Reads everything that is measured on all of a picture in one go through its rows, and again for traces of enlarging. */
function readPixels(pixels: DecodedPixels, isJpeg: boolean, hasAlpha: boolean) {
  const room = new KernelRoom();
  const blocks = new BlockMeansReader(room, pixels, colourSide);
  const edges = new EdgeReader(room, pixels);
  const hash = new PixelHash(room, pixels);
  const former = isJpeg ? null : new FormerJpegReader(room, pixels);
  const specks = isJpeg ? null : new WhiteSpecksReader(room, pixels);
  for (const strip of stripsOf(room, pixels)) {
    for (const reader of [hash, blocks, edges, former, specks]) reader?.read(strip);
  }
  const means = blocks.means();
  return {
    looks: {
      transparentShare: hasAlpha ? transparentShareOf(room, means) : 0,
      detailShare: toShare(detailShareOf(room, means)),
      likeness: likenessOf(room, means),
    },
    shades: { pixelSha256: hash.hex(), ...measureShades(room, means, hasAlpha) },
    formerQuality: former?.quality(),
    specks: specks?.share(),
    places: edges.places,
    ...measureEdges(room, pixels, { across: edges.across, down: edges.down() }, isJpeg),
  };
}

/** How sharp the edges are along both directions, and how much was enlarged along them where they are soft. */
function measureEdges(
  room: KernelRoom,
  pixels: DecodedPixels,
  tallies: Readonly<Record<Direction, EdgeTally>>,
  isJpeg: boolean,
): Pick<PictureMeasure, Direction> {
  const directions = (['across', 'down'] as const).flatMap((direction) => {
    const edges = tallies[direction].edges();
    return edges === undefined ? [] : [{ direction, edges, enlargedBy: tallies[direction].repeatedBy() }];
  });
  const soft = directions.filter(
    ({ edges, enlargedBy }) => enlargedBy === undefined && edges.steepness < softEdges,
  );
  const estimates = estimateEnlargements(
    room,
    pixels,
    Object.fromEntries(soft.map(({ direction, edges }) => [direction, edges.steepness])),
    isJpeg,
  );
  return Object.fromEntries(
    directions.map(({ direction, edges, enlargedBy = estimates[direction] }) => [
      direction,
      { ...edges, ...(enlargedBy === undefined ? {} : { enlargedBy }) },
    ]),
  );
}

const toShare = (value: number): number => Math.round(value * 1e4) / 1e4;

const isLogoLike = ({ width, height }: DecodedPixels): boolean =>
  Math.max(width, height) <= largestLogoPx && Math.max(width, height) <= 1.12 * Math.min(width, height);

const transparentShareOf = ({ run }: KernelRoom, { alpha, columns, rows }: BlockMeans): number =>
  toShare(1 - run.sumOf(alpha, columns * rows) / (255 * columns * rows));
