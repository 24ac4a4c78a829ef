import type { PictureMetadata } from '../../contract/picture-measure.ts';
import { loadSharp } from './decode-picture.ts';

const longestText = 100;

/** What a picture's EXIF and XMP blocks say; its pixels are not decoded. Undefined where they say nothing of it. */
export async function metadataOf(bytes: Uint8Array): Promise<PictureMetadata | undefined> {
  const sharp = await loadSharp();
  const { exif, xmp } = await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  return readMetadata(exif, xmp);
}

/** Reads what EXIF and XMP blocks say of place, device and author; undefined where they say nothing of them. */
export function readMetadata(
  exif: Uint8Array | undefined,
  xmp: Uint8Array | undefined,
): PictureMetadata | undefined {
  const fromExif = exif === undefined ? null : readExif(exif);
  const text = xmp === undefined ? '' : Buffer.from(xmp).toString('utf8').slice(0, 200_000);
  const inXmp = (name: string): string | undefined =>
    tidy(
      new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ??
        new RegExp(`<${name}[^>]*>([^<]*(?:<rdf:[^>]*>[^<]*)*)`).exec(text)?.[1]?.replaceAll(/<[^>]*>/g, ' '),
    );
  const hasPosition = (fromExif?.hasPosition ?? false) || inXmp('exif:GPSLatitude') !== undefined;
  const device =
    fromExif?.device ??
    tidy([inXmp('tiff:Make'), inXmp('tiff:Model')].filter((one) => one !== undefined).join(' '));
  const author = fromExif?.author ?? inXmp('dc:creator');
  if (!hasPosition && device === undefined && author === undefined) return undefined;
  return {
    hasPosition,
    ...(device === undefined ? {} : { device }),
    ...(author === undefined ? {} : { author }),
  };
}

/** One line without control characters; undefined for nothing. */
function tidy(text: string | undefined): string | undefined {
  const line = (text ?? '')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestText);
  return line === '' ? undefined : line;
}

/** EXIF is a TIFF directory: its tags are Make 0x10F, Model 0x110, Artist 0x13B and the place of the GPS directory 0x8825. */
function readExif(exif: Uint8Array): PictureMetadata {
  const start = Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const bytes = exif.subarray(start);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = bytes[0] === 0x49;
  const u16 = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, isLittle) : 0);
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, isLittle) : 0);
  const tagsAt = (directory: number): ReadonlyMap<number, number> =>
    new Map(
      Array.from({ length: Math.min(u16(directory), 500) }, (_, index) => {
        const at = directory + 2 + 12 * index;
        return [u16(at), at] as const;
      }),
    );
  const tags = tagsAt(u32(4));
  const textOf = (tag: number): string | undefined => {
    const at = tags.get(tag);
    if (at === undefined) return undefined;
    const length = u32(at + 4);
    const from = length <= 4 ? at + 8 : u32(at + 8);
    const end = Math.min(from + length, from + 4 * longestText, bytes.length);
    return tidy(Buffer.from(bytes.subarray(from, end)).toString('utf8'));
  };
  const gps = tags.get(0x8825);
  // A latitude, tag 2: some programs leave an empty directory.
  const hasPosition = gps !== undefined && tagsAt(u32(gps + 8)).has(2);
  const [make, model, author] = [textOf(0x10f), textOf(0x110), textOf(0x13b)];
  const device = tidy(model?.startsWith(make ?? '\0') ? model : `${make ?? ''} ${model ?? ''}`);
  return {
    hasPosition,
    ...(device === undefined ? {} : { device }),
    ...(author === undefined ? {} : { author }),
  };
}
