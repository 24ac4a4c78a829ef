import type { Pictures } from '../../world.ts';
import { decodePicture, loadSharp } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import type { Pixels } from './measure-pixels.ts';

type FitOptions = Parameters<Pictures['fit']>[1];
type Fitted = Awaited<ReturnType<Pictures['fit']>>;

/** Under these a picture no longer looks like itself: rather none than a bad one. */
const leastColours = 32;
const ditheredColours = 128;
const leastQuality = 50;
const mostQuality = 95;

interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/**
 * Makes a new still picture of exactly the wanted size, type and at most so many bytes: the whole first frame,
 * scaled evenly, padded in its own edge colour (transparent where its edge is); nothing is cropped and no metadata
 * kept. The best quality that fits; null when none does. Throws PictureProblem for a damaged source.
 */
export async function fitPicture(bytes: Uint8Array, type: DecodedType, options: FitOptions): Promise<Fitted> {
  const { pixels } = await decodePicture(bytes, type);
  const wanted = options.type === 'same' ? (type === 'jpeg' ? 'jpeg' : 'png') : options.type;
  const scale = Math.min(options.widthPx / pixels.width, options.heightPx / pixels.height);
  const fitted = await place(pixels, options, scale, wanted === 'jpeg');
  const result =
    wanted === 'png' ? await asPng(fitted, options.maxBytes) : await asJpeg(fitted, options.maxBytes);
  return result === null
    ? null
    : { bytes: result, type: wanted, enlargedBy: Math.round(scale * 1000) / 1000 };
}

/** The picture on a canvas of the wanted size, in its middle. */
async function place(pixels: Pixels, size: FitOptions, scale: number, isOpaque: boolean): Promise<Pixels> {
  const sharp = await loadSharp();
  const width = Math.max(1, Math.min(size.widthPx, Math.round(pixels.width * scale)));
  const height = Math.max(1, Math.min(size.heightPx, Math.round(pixels.height * scale)));
  const scaled = sharp(
    await sharp(pixels.data, rawOf(pixels))
      .resize(width, height, { fit: 'fill' })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
  const edge = edgeColour(pixels);
  const left = Math.floor((size.widthPx - width) / 2);
  const top = Math.floor((size.heightPx - height) / 2);
  const padded = scaled.ensureAlpha().extend({
    left,
    top,
    right: size.widthPx - width - left,
    bottom: size.heightPx - height - top,
    background: edge,
  });
  const onPaper = isOpaque ? padded.flatten({ background: '#ffffff' }).ensureAlpha() : padded;
  const { data, info } = await onPaper.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
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
async function asPng(pixels: Pixels, maxBytes: number): Promise<Uint8Array | null> {
  const sharp = await loadSharp();
  const image = sharp(pixels.data, rawOf(pixels));
  const source = isOpaque(pixels) ? image.removeAlpha() : image;
  const whole = await source.clone().png({ compressionLevel: 9, adaptiveFiltering: false }).toBuffer();
  if (whole.length <= maxBytes) return whole;
  const filtered = await source.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  if (filtered.length <= maxBytes) return filtered;
  const withPalette = (colours: number, dither: number): Promise<Uint8Array> =>
    source.clone().png({ palette: true, colours, dither, effort: 5, compressionLevel: 9 }).toBuffer();
  // Dithering hides steps between colours and costs bytes: with few colours it does more harm than good.
  return (
    (await mostThatFits(ditheredColours, 256, maxBytes, (colours) => withPalette(colours, 0.8))) ??
    mostThatFits(leastColours, 256, maxBytes, (colours) => withPalette(colours, 0))
  );
}

async function asJpeg(pixels: Pixels, maxBytes: number): Promise<Uint8Array | null> {
  const sharp = await loadSharp();
  const source = sharp(pixels.data, rawOf(pixels)).removeAlpha();
  return mostThatFits(leastQuality, mostQuality, maxBytes, (quality) =>
    source.clone().jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  );
}

function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/** The greatest setting whose result is within `maxBytes`, by halving; sizes grow with settings but for trifles. */
async function mostThatFits(
  least: number,
  most: number,
  maxBytes: number,
  encode: (setting: number) => Promise<Uint8Array>,
): Promise<Uint8Array | null> {
  const best = await encode(most);
  if (best.length <= maxBytes) return best;
  let fits = await encode(least);
  if (fits.length > maxBytes) return null;
  let [low, high] = [least + 1, most - 1];
  while (low <= high) {
    const setting = (low + high) >> 1;
    const result = await encode(setting);
    if (result.length <= maxBytes) {
      fits = result;
      low = setting + 1;
    } else {
      high = setting - 1;
    }
  }
  return fits;
}
