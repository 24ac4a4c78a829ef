import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { coarserOutline, isComposite } from './outline.ts';

/** An outline as it stands in a cut font, and the sum of its words: a font's checksum, modulo 2^32. */
export interface Piece {
  readonly bytes: Buffer;
  readonly sum: number;
}

/**
 * Places an em that the outlines of a cut font keep. A place is 17 µm at 12 pt, and no point moves by more than half of
 * that: a fifth of a dot of a 600 dpi printer. It makes the fonts a fifth smaller and a two-page letter keep under 100 KB.
 */
export const placesPerEm = 256;

/** What is asked of a font here. */
interface Font {
  readonly unitsPerEm: number;
  outlines(glyphs: readonly number[]): readonly Buffer[];
  table(tag: string): Buffer | undefined;
}

/** What such a file begins with; the form of the outlines is part of it. */
const mark = Buffer.from(`yinqi/outlines@1 ${placesPerEm}\n`.padEnd(32), 'latin1');
/** After the mark: which font they are of, and how many there are. */
const headLength = mark.length + 8;
/** Glyph, where its outline begins, and its sum; four bytes each. */
const entryLength = 12;

/** The file beside a font that holds outlines of its most usual glyphs. */
export const preparedFileOf = (fontFile: string): string => fontFile.replace(/\.ttf$/, '.outlines');

/** The outline of a glyph on the coarser grid. A glyph that is put together from others has none. */
export function coarsePiece(face: Pick<Font, 'unitsPerEm'>, outline: Buffer): Piece {
  const bytes = coarserOutline(outline, face.unitsPerEm / placesPerEm);
  return { bytes, sum: sumOfWords(bytes) };
}

/**
 * A font's outlines worked out beforehand for these glyphs, as bytes of a file: what `cutFont` would work out itself, which takes
 * most of the time of a first letter. Glyphs put together from others are left out.
 */
export function prepareOutlines(face: Font, glyphs: Iterable<number>): Buffer {
  const sorted = [...new Set(glyphs)].toSorted((a, b) => a - b);
  const entries: Buffer[] = [];
  const pieces: Buffer[] = [];
  let at = 0;
  for (const [index, outline] of face.outlines(sorted).entries()) {
    if (isComposite(outline)) continue;
    const { bytes, sum } = coarsePiece(face, outline);
    const entry = Buffer.alloc(entryLength);
    entry.writeUInt32BE(sorted[index] ?? 0, 0);
    entry.writeUInt32BE(at, 4);
    entry.writeUInt32BE(sum, 8);
    entries.push(entry);
    pieces.push(bytes);
    at += bytes.length;
  }
  const facts = Buffer.alloc(8);
  facts.writeUInt32BE(checksumOf(face), 0);
  facts.writeUInt32BE(entries.length, 4);
  return Buffer.concat([mark, facts, ...entries, ...pieces]);
}

/** Finds the prepared outlines of glyphs; what has none is left out. */
export type PreparedOutlines = (glyphs: readonly number[]) => ReadonlyMap<number, Piece>;

/**
 * The outlines that were prepared beside a font file, each read when it is asked for; none where there is no such file, or one
 * of another font or form.
 */
export function preparedBeside(fontFile: string, face: Font): PreparedOutlines {
  const file = preparedFileOf(fontFile);
  let places: PreparedPlaces | null | undefined;
  return (glyphs) => {
    const pieces = new Map<number, Piece>();
    if (glyphs.length === 0 || places === null) return pieces;
    withFile(file, (handle, sizeBytes) => {
      places ??= readPlaces(handle, sizeBytes, checksumOf(face));
      for (const glyph of glyphs) {
        const place = places?.(glyph);
        if (place === undefined) continue;
        const bytes = readPart(handle, place.from, place.to - place.from);
        if (bytes !== null) pieces.set(glyph, { bytes, sum: place.sum });
      }
    });
    places ??= null;
    return pieces;
  };
}

/** Where in its file a glyph's outline lies, in bytes from its beginning, and its sum. */
type PreparedPlaces = (
  glyph: number,
) => { readonly from: number; readonly to: number; readonly sum: number } | undefined;

/** Reads which outlines a file holds; null where it is not one, or of another font. */
function readPlaces(file: number, sizeBytes: number, fontSum: number): PreparedPlaces | null {
  const head = readPart(file, 0, headLength);
  if (head === null || !head.subarray(0, mark.length).equals(mark)) return null;
  if (head.readUInt32BE(mark.length) !== fontSum) return null;
  const count = head.readUInt32BE(mark.length + 4);
  const data = headLength + count * entryLength;
  const entries = data > sizeBytes ? null : readPart(file, headLength, count * entryLength);
  if (entries === null) return null;
  const word = (index: number, which: number): number =>
    entries.readUInt32BE(index * entryLength + which * 4);
  return (glyph) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = word(middle, 0);
      if (found === glyph) {
        const to = middle + 1 < count ? data + word(middle + 1, 1) : sizeBytes;
        return { from: data + word(middle, 1), to, sum: word(middle, 2) };
      }
      if (found < glyph) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
}

/** Opens a file for as long as `use` takes; nothing is done where there is none. */
function withFile(path: string, use: (file: number, sizeBytes: number) => void): void {
  let file;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  try {
    use(file, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** A part of a file; null where it ends before. */
function readPart(file: number, from: number, length: number): Buffer | null {
  if (length < 0) return null;
  const bytes = Buffer.allocUnsafe(length);
  return readSync(file, bytes, 0, length, from) === length ? bytes : null;
}

/** A font's own checksum: another font has another. */
const checksumOf = (face: Pick<Font, 'table'>): number => face.table('head')?.readUInt32BE(8) ?? 0;

/** The sum of big-endian words, modulo 2^32: a font's checksum. The length is a multiple of four. */
export function sumOfWords(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
