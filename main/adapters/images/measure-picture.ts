import { createHash, webcrypto } from 'node:crypto';
import type { ImageMeasure } from '../../contract/files.ts';
import type { PictureMeasure } from '../../contract/picture-measure.ts';
import { blockMeans, shadeOf, wordsOf, type BlockMeans } from './block-means.ts';
import { decodePicture } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { estimateEnlargement } from './estimate-enlargement.ts';
import { formerJpegQuality } from './former-jpeg.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { measureLogo } from './logos/measure-logo.ts';
import { measureShades } from './measure-pixels.ts';
import { readMetadata } from './picture-metadata.ts';
import { detailShareOf, likenessOf } from './picture-likeness.ts';
import type { Pixels } from './pixels.ts';
import { countPngFrames } from './png-frames.ts';
import { readPictureCodes, type FinderPlace } from './read-picture-codes.ts';
import { EdgeTally } from './scan-edges.ts';
import { measureWhiteSpecks } from './white-specks.ts';

/** Colours are measured on a picture of this long side or less. */
const colourSide = 256;
/** Of large pictures every so many rows, and every so many bands of columns, are read for edges: columns lie apart in memory. */
const sparseRows = 8;
const sparseBands = 14;
/** Columns are read in bands that lie together in memory. */
const bandPx = 16;
/** Squares, and what is nearly one, up to this side are measured as logos. */
const largestLogoPx = 2048;
/** Pixels of more bytes than this, those of 16 million pixels, are hashed where they are. */
const largestCopyBytes = 64_000_000;
/** Edges softer than this make it worth looking for the trace of an enlargement. */
const softEdges = 0.7;

/** Decodes a picture once and measures everything that checks of logos and previews want. Throws PictureProblem. */
export async function measurePicture(
  bytes: Uint8Array,
  type: DecodedType,
): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }> {
  const { pixels, frames, hasAlpha, exif, xmp } = await decodePicture(bytes, type);
  const hashing = hashOf(pixels.data);
  const words = wordsOf(pixels);
  const means = blockMeans(pixels, colourSide);
  const { across, down, places } = readEdges(words, pixels, type === 'jpeg');
  const metadata = readMetadata(exif, xmp);
  const quality = type === 'jpeg' ? jpegQuality(bytes) : formerJpegQuality(words, pixels);
  const specks = type === 'jpeg' ? undefined : measureWhiteSpecks(words, pixels);
  const picture: PictureMeasure = {
    transparentShare: hasAlpha ? transparentShareOf(means) : 0,
    detailShare: toShare(detailShareOf(means)),
    ...(across === undefined ? {} : { across }),
    ...(down === undefined ? {} : { down }),
    ...(quality === undefined ? {} : { jpegQuality: quality }),
    ...(specks === undefined ? {} : { specks }),
    likeness: likenessOf(means),
    ...(await readPictureCodes(pixels, words, places)),
    ...(metadata === undefined ? {} : { metadata }),
    ...(isLogoLike(pixels) ? { logo: measureLogo(pixels, type === 'jpeg') } : {}),
  };
  return {
    image: {
      widthPx: pixels.width,
      heightPx: pixels.height,
      frames: type === 'png' ? Math.max(frames, countPngFrames(bytes)) : frames,
      hasAlpha,
      pixelSha256: await hashing,
      ...measureShades(means, hasAlpha),
    },
    picture,
  };
}

/** Hashing runs on another thread meanwhile, which takes a copy of the pixels; those of a huge picture are not copied. */
async function hashOf(data: Uint8Array): Promise<string> {
  if (data.length > largestCopyBytes) return createHash('sha256').update(data).digest('hex');
  // Safe: sharp's pixels lie in an ArrayBuffer, never a SharedArrayBuffer.
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', data as Uint8Array<ArrayBuffer>)).toString(
    'hex',
  );
}

const toShare = (value: number): number => Math.round(value * 1e4) / 1e4;

const isLogoLike = ({ width, height }: Pixels): boolean =>
  Math.max(width, height) <= largestLogoPx && Math.max(width, height) <= 1.12 * Math.min(width, height);

const transparentShareOf = ({ alpha }: BlockMeans): number =>
  toShare(1 - alpha.reduce((sum, one) => sum + one, 0) / (255 * alpha.length));

type Measured = Pick<PictureMeasure, 'across' | 'down'> & { readonly places: readonly FinderPlace[] };

function readEdges(words: Int32Array, { width, height }: Pixels, isJpeg: boolean): Measured {
  const isLarge = width * height > 400_000;
  const everyRows = isLarge ? sparseRows : 1;
  const everyBands = isLarge ? sparseBands : 1;
  const across = new EdgeTally(width);
  const down = new EdgeTally(height);
  const places: FinderPlace[] = [];
  const row = new Uint8Array(width);
  for (let y = 0; y < height; y += everyRows) {
    const start = y * width;
    let last = words[start] ?? 0;
    let shade = shadeOf(last);
    for (let x = 0; x < width; x += 1) {
      const word = words[start + x] ?? 0;
      if (word !== last) {
        last = word;
        shade = shadeOf(word);
      }
      row[x] = shade;
    }
    across.add(row, width, (hit) => places.push({ ...hit, y }));
  }
  const column = new Uint8Array(height * bandPx);
  for (let left = 0; left < width; left += bandPx * everyBands) {
    const wide = Math.min(bandPx, width - left);
    for (let y = 0; y < height; y += 1) {
      const start = y * width + left;
      for (let x = 0; x < wide; x += 1) column[x * height + y] = shadeOf(words[start + x] ?? 0);
    }
    for (let x = 0; x < wide; x += 1) down.add(column.subarray(x * height, (x + 1) * height), height);
  }
  const edges = { across: across.edges(), down: down.edges() };
  const factorOf = (direction: 'across' | 'down', repeated: number | undefined): number | undefined => {
    const steepness = edges[direction]?.steepness;
    if (steepness === undefined || repeated !== undefined || steepness >= softEdges) return repeated;
    return estimateEnlargement(words, { width, height }, direction, { steepness, isJpeg });
  };
  const factors = {
    across: factorOf('across', across.repeatedBy()),
    down: factorOf('down', down.repeatedBy()),
  };
  return {
    places,
    ...(edges.across === undefined ? {} : { across: { ...edges.across, ...enlarged(factors.across) } }),
    ...(edges.down === undefined ? {} : { down: { ...edges.down, ...enlarged(factors.down) } }),
  };
}

const enlarged = (factor: number | undefined): { readonly enlargedBy?: number } =>
  factor === undefined ? {} : { enlargedBy: factor };
