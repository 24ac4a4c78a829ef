import type { Pictures } from '../../world/pictures.ts';
import { loadSharp } from './decode-picture.ts';
import type { Pixels } from './pixels.ts';
import { roundCorners } from './round-corners.ts';

type FitOptions = Parameters<Pictures['fit']>[1];
type Fitted = Awaited<ReturnType<Pictures['fit']>>;

/** Under these a picture no longer looks like itself: rather none than a bad one. */
const leastColours = 32;
const ditheredColours = 128;
/** Padding this thin is no ground of its own. */
const thinStripPx = 2;
const leastQuality = 50;
const mostQuality = 95;
/** Of pictures with more px than this few palettes are tried. */
const fewPalettesPx = 300_000;
/** Trying harder makes a PNG no smaller than its size by this. */
const mostGain = 1.8;

interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/** One way in which a picture fits. */
interface Candidate {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
  readonly quality?: number;
  readonly colours?: number;
  readonly isLossless: boolean;
}

/**
 * Makes a new still picture (see Pictures.fit): scaled evenly, padded in its own edge colour (transparent where its edge is),
 * nothing cropped and no metadata kept. Of the types that fit, that which comes closest to the source; null when none fits.
 */
export async function fitPicture(
  pixels: Pixels,
  options: FitOptions,
  signal: AbortSignal | undefined,
): Promise<Fitted> {
  const scale = Math.min(options.widthPx / pixels.width, options.heightPx / pixels.height);
  const placed = await place(pixels, options, scale);
  const fitted = options.cornerRadiusPx === undefined ? placed : roundCorners(placed, options.cornerRadiusPx);
  const enlargedBy = Math.round(scale * 1000) / 1000;
  let best: { readonly candidate: Candidate; readonly distance: number } | null = null;
  for (const type of options.types) {
    signal?.throwIfAborted();
    const candidate = await (type === 'png'
      ? asPng(fitted, options.maxBytes, options.types.includes('jpeg'))
      : asJpeg(fitted, options.maxBytes));
    if (candidate === null) continue;
    const distance = candidate.isLossless ? 0 : await distanceOf(fitted, candidate.bytes);
    if (best === null || distance < best.distance) best = { candidate, distance };
    if (distance === 0) break;
  }
  // What no JPEG can hold, a palette of few colours may.
  const chosen =
    best?.candidate ?? (options.types.includes('png') ? await asPng(fitted, options.maxBytes, false) : null);
  if (chosen === null) return null;
  const { bytes, type, quality, colours } = chosen;
  return {
    bytes,
    type,
    enlargedBy,
    ...(quality === undefined ? {} : { quality }),
    ...(colours === undefined ? {} : { colours }),
  };
}

/** The picture on a canvas of the wanted size, in its middle. */
async function place(pixels: Pixels, size: FitOptions, scale: number): Promise<Pixels> {
  const sharp = await loadSharp();
  const width = Math.max(1, Math.min(size.widthPx, Math.round(pixels.width * scale)));
  const height = Math.max(1, Math.min(size.heightPx, Math.round(pixels.height * scale)));
  const isSame = width === pixels.width && height === pixels.height;
  const scaled = isSame
    ? sharp(pixels.data, rawOf(pixels))
    : sharp(
        await sharp(pixels.data, rawOf(pixels))
          .resize(width, height, { fit: 'fill' })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      );
  const left = Math.floor((size.widthPx - width) / 2);
  const top = Math.floor((size.heightPx - height) / 2);
  const { data, info } = await scaled
    .ensureAlpha()
    .extend({
      // A row or two goes on as the edge is, its corners with it.
      extendWith: Math.max(left, top) <= thinStripPx ? 'copy' : 'background',
      left,
      top,
      right: size.widthPx - width - left,
      bottom: size.heightPx - height - top,
      background: edgeColour(pixels),
    })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const rawOf = ({ width, height }: Pixels) => ({ raw: { width, height, channels: 4 as const } });

/** The median of the outermost pixels; fully transparent where half of them or more let the ground through. */
function edgeColour({ data, width, height }: Pixels): Colour {
  const edge: number[] = [];
  for (let x = 0; x < width; x += 1) edge.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y += 1) edge.push(y * width, y * width + width - 1);
  const median = (channel: number): number => {
    const values = Uint8Array.from(edge, (pixel) => data[pixel * 4 + channel] ?? 0).sort();
    return values[values.length >> 1] ?? 0;
  };
  if (median(3) < 250) return { r: 255, g: 255, b: 255, alpha: 0 };
  return { r: median(0), g: median(1), b: median(2), alpha: 1 };
}

/** All colours where they fit, else the most colours of a palette that do. */
async function asPng(pixels: Pixels, maxBytes: number, isJpegToo: boolean): Promise<Candidate | null> {
  const sharp = await loadSharp();
  const image = sharp(pixels.data, rawOf(pixels));
  const source = isOpaque(pixels) ? image.removeAlpha() : image;
  const isLarge = pixels.width * pixels.height > fewPalettesPx;
  // Compressing a large picture as well as can be takes seconds: first whether it comes near.
  const quick = isLarge ? (await source.clone().png({ compressionLevel: 4 }).toBuffer()).length : 0;
  for (const adaptiveFiltering of quick > maxBytes * mostGain ? [] : [false, true]) {
    const bytes = await source.clone().png({ compressionLevel: 9, adaptiveFiltering }).toBuffer();
    if (bytes.length <= maxBytes) return { bytes, type: 'png', isLossless: true };
  }
  const withPalette = (colours: number, dither: number): Promise<Uint8Array> =>
    source.clone().png({ palette: true, colours, dither, effort: 5, compressionLevel: 9 }).toBuffer();
  if (isJpegToo && isLarge) {
    // A palette of a large picture takes seconds, and what wants less than these looks better as JPEG.
    for (const colours of [256, ditheredColours]) {
      const bytes = await withPalette(colours, 0.8);
      if (bytes.length <= maxBytes) return { bytes, type: 'png', colours, isLossless: false };
      if (bytes.length > maxBytes * mostGain) return null;
    }
    return null;
  }
  // Dithering hides steps between colours and costs bytes: with few colours it does more harm than good.
  const found =
    (await mostThatFits(ditheredColours, 256, maxBytes, (colours) => withPalette(colours, 0.8))) ??
    (await mostThatFits(leastColours, 256, maxBytes, (colours) => withPalette(colours, 0)));
  return found === null
    ? null
    : { bytes: found.bytes, type: 'png', colours: found.setting, isLossless: false };
}

async function asJpeg(pixels: Pixels, maxBytes: number): Promise<Candidate | null> {
  const sharp = await loadSharp();
  const source = sharp(pixels.data, rawOf(pixels)).flatten({ background: '#ffffff' });
  const found = await mostThatFits(leastQuality, mostQuality, maxBytes, (quality) =>
    source.clone().jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  );
  return found === null
    ? null
    : { bytes: found.bytes, type: 'jpeg', quality: found.setting, isLossless: false };
}

function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/**
 * How far an encoded picture is from its pixels: the mean square of the difference over white, of means of 2 × 2 px, which is
 * about as fine as one looks: dithering is not counted as noise.
 */
async function distanceOf(pixels: Pixels, encoded: Uint8Array): Promise<number> {
  const sharp = await loadSharp();
  const decoded = await sharp(encoded).ensureAlpha().raw({ depth: 'uchar' }).toBuffer();
  const { data, width, height } = pixels;
  let sum = 0;
  for (let y = 0; y + 1 < height; y += 2) {
    for (let x = 0; x + 1 < width; x += 2) {
      const first = (y * width + x) * 4;
      const places = [first, first + 4, first + width * 4, first + width * 4 + 4];
      for (let channel = 0; channel < 3; channel += 1) {
        let difference = 0;
        for (const place of places) {
          difference += overWhite(data, place, channel) - overWhite(decoded, place, channel);
        }
        sum += (difference / 4) ** 2;
      }
    }
  }
  return sum / Math.max(1, (width >> 1) * (height >> 1) * 3);
}

const overWhite = (data: Uint8Array, place: number, channel: number): number => {
  const alpha = data[place + 3] ?? 255;
  const value = data[place + channel] ?? 0;
  return alpha === 255 ? value : (value * alpha + 255 * (255 - alpha)) / 255;
};

/** The greatest setting whose result is within `maxBytes`, by halving; sizes grow with settings but for trifles. */
async function mostThatFits(
  least: number,
  most: number,
  maxBytes: number,
  encode: (setting: number) => Promise<Uint8Array>,
): Promise<{ readonly bytes: Uint8Array; readonly setting: number } | null> {
  const best = await encode(most);
  if (best.length <= maxBytes) return { bytes: best, setting: most };
  const worst = await encode(least);
  if (worst.length > maxBytes) return null;
  let fits = { bytes: worst, setting: least };
  let [low, high] = [least + 1, most - 1];
  while (low <= high) {
    const setting = (low + high) >> 1;
    const bytes = await encode(setting);
    if (bytes.length <= maxBytes) {
      fits = { bytes, setting };
      low = setting + 1;
    } else {
      high = setting - 1;
    }
  }
  return fits;
}
