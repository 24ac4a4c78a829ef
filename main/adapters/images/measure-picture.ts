import type { ImageMeasure } from '../../contract/files.ts';
import type { PictureMeasure } from '../../contract/picture-measure.ts';
import { BlockMeansReader, type BlockMeans } from './block-means.ts';
import { decodePicture } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { EdgeLinesReader, type EdgeLines } from './edge-lines.ts';
import { estimateEnlargement } from './estimate-enlargement.ts';
import { FormerJpegReader } from './former-jpeg.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { measureLogo } from './logos/measure-logo.ts';
import { measureShades } from './measure-pixels.ts';
import { readMetadata } from './picture-metadata.ts';
import { detailShareOf, likenessOf } from './picture-likeness.ts';
import { PixelHash } from './pixel-hash.ts';
import { dropPixels, type DecodedPixels } from './pixels.ts';
import { countPngFrames } from './png-frames.ts';
import { readPictureCodes, type FinderPlace } from './read-picture-codes.ts';
import { EdgeTally } from './scan-edges.ts';
import { WhiteSpecksReader } from './white-specks.ts';

/** Colours are measured on a picture of this long side or less. */
const colourSide = 256;
/** Everything is read from so many rows before the next ones, while they are at hand in the processor's cache. */
const rowsAtOnce = 32;
/** Squares, and what is nearly one, up to this side are measured as logos. */
const largestLogoPx = 2048;
/** Edges softer than this make it worth looking for the trace of an enlargement. */
const softEdges = 0.7;

/** Decodes a picture once and measures everything that checks of logos and previews want. Throws PictureProblem. */
export async function measurePicture(
  bytes: Uint8Array,
  type: DecodedType,
): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }> {
  const { pixels, frames, hasAlpha, exif, xmp } = await decodePicture(bytes, type);
  try {
    const { width, height } = pixels;
    const { means, lines, hash, formerQuality, specks } = readPixels(pixels, type);
    const { across, down, places } = readEdges(pixels, lines, type === 'jpeg');
    const metadata = readMetadata(exif, xmp);
    const quality = type === 'jpeg' ? jpegQuality(bytes) : formerQuality;
    const picture: PictureMeasure = {
      transparentShare: hasAlpha ? transparentShareOf(means) : 0,
      detailShare: toShare(detailShareOf(means)),
      ...(across === undefined ? {} : { across }),
      ...(down === undefined ? {} : { down }),
      ...(quality === undefined ? {} : { jpegQuality: quality }),
      ...(specks === undefined ? {} : { specks }),
      likeness: likenessOf(means),
      ...(await readPictureCodes(pixels, places)),
      ...(metadata === undefined ? {} : { metadata }),
      ...(isLogoLike(pixels) ? { logo: measureLogo(pixels, type === 'jpeg') } : {}),
    };
    return {
      image: {
        widthPx: width,
        heightPx: height,
        frames: type === 'png' ? Math.max(frames, countPngFrames(bytes)) : frames,
        hasAlpha,
        pixelSha256: hash,
        ...measureShades(means, hasAlpha),
      },
      picture,
    };
  } finally {
    dropPixels(pixels);
  }
}

/** Reads everything that is measured on all of a picture in one go through its rows. */
function readPixels(pixels: DecodedPixels, type: DecodedType) {
  const means = new BlockMeansReader(pixels, colourSide);
  const lines = new EdgeLinesReader(pixels);
  const hash = new PixelHash(pixels);
  const former = type === 'jpeg' ? null : new FormerJpegReader(pixels);
  const specks = type === 'jpeg' ? null : new WhiteSpecksReader(pixels);
  for (let top = 0; top < pixels.height; top += rowsAtOnce) {
    const bottom = Math.min(pixels.height, top + rowsAtOnce);
    for (const reader of [hash, means, lines, former, specks]) reader?.advance(bottom);
  }
  return {
    means: means.means,
    lines,
    hash: hash.hex(),
    formerQuality: former?.quality(),
    specks: specks?.share(),
  };
}

const toShare = (value: number): number => Math.round(value * 1e4) / 1e4;

const isLogoLike = ({ width, height }: DecodedPixels): boolean =>
  Math.max(width, height) <= largestLogoPx && Math.max(width, height) <= 1.12 * Math.min(width, height);

const transparentShareOf = ({ alpha }: BlockMeans): number =>
  toShare(1 - alpha.reduce((sum, one) => sum + one, 0) / (255 * alpha.length));

type Measured = Pick<PictureMeasure, 'across' | 'down'> & { readonly places: readonly FinderPlace[] };

function readEdges(pixels: DecodedPixels, { rows, columns }: EdgeLinesReader, isJpeg: boolean): Measured {
  const places: FinderPlace[] = [];
  const across = tallied(rows, (tally, line, y) => tally.add(line, (hit) => places.push({ ...hit, y })));
  const down = tallied(columns, (tally, line) => tally.add(line));
  return {
    places,
    ...edgesOf(pixels, 'across', across, isJpeg),
    ...edgesOf(pixels, 'down', down, isJpeg),
  };
}

function tallied(
  { shades, lengthPx, places }: EdgeLines,
  add: (tally: EdgeTally, line: Uint8Array, place: number) => void,
): EdgeTally {
  const tally = new EdgeTally(lengthPx);
  for (const [index, place] of places.entries()) {
    add(tally, shades.subarray(index * lengthPx, (index + 1) * lengthPx), place);
  }
  return tally;
}

function edgesOf(
  pixels: DecodedPixels,
  direction: 'across' | 'down',
  tally: EdgeTally,
  isJpeg: boolean,
): Pick<PictureMeasure, 'across' | 'down'> {
  const edges = tally.edges();
  if (edges === undefined) return {};
  const { steepness } = edges;
  const enlargedBy =
    tally.repeatedBy() ??
    (steepness < softEdges ? estimateEnlargement(pixels, direction, { steepness, isJpeg }) : undefined);
  return { [direction]: { ...edges, ...(enlargedBy === undefined ? {} : { enlargedBy }) } };
}
