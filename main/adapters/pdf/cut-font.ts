import { isComposite } from './outline.ts';
import { coarsePiece, placesPerEm, sumOfWords, type Piece } from './prepared-outlines.ts';
import type { TrueTypeFace } from './true-type.ts';

/** Outlines that were worked out, by face: each once. */
const cut = new WeakMap<TrueTypeFace, Map<number, Piece>>();

/** A font file in three parts, one behind the other. */
export interface CutFont {
  /** Its directory. */
  readonly directory: Buffer;
  /** The outlines of the first glyphs, in pieces that are kept: the same for the same glyphs. */
  readonly steady: readonly Buffer[];
  readonly rest: Buffer;
  readonly length: number;
  /** How far each glyph advances in the cut font, in thousandths of the em: what the PDF must state too. */
  readonly widths: readonly number[];
}

/**
 * Cuts a TrueType font down to these glyphs, renumbered 1, 2, 3 … in the order given (0 stays the font's own
 * missing glyph): the tables that a PDF needs (head, hhea, maxp, hmtx, loca, glyf, prep …). Same glyphs, same bytes;
 * `steadyGlyphs` says how many of the first ones make up the steady part.
 */
export function cutFont(face: TrueTypeFace, glyphs: readonly number[], steadyGlyphs = 0): CutFont {
  const wanted = [0, ...glyphs];
  const coarse = coarsePieces(face, wanted);
  const { order, pieces: outlines } =
    coarse === null ? withComponents(face, wanted) : { order: wanted, pieces: coarse };
  const divisor = coarse === null ? 1 : face.unitsPerEm / placesPerEm;
  const scaled = (units: number): number => Math.round(units / divisor);
  const loca = Buffer.alloc((order.length + 1) * 4);
  const hmtx = Buffer.alloc(order.length * 4);
  const pieces: Buffer[] = [];
  let length = 0;
  let sum = 0;
  for (const [index, glyph] of order.entries()) {
    const piece = outlines[index] ?? nothing;
    pieces.push(piece.bytes);
    length += piece.bytes.length;
    sum = (sum + piece.sum) >>> 0;
    loca.writeUInt32BE(length, (index + 1) * 4);
    hmtx.writeUInt16BE(scaled(face.advanceOf(glyph)), index * 4);
    hmtx.writeInt16BE(scaled(face.leftBearingOf(glyph)), index * 4 + 2);
  }
  const head = copy(face, 'head');
  head.writeUInt32BE(0, 8);
  head.writeUInt16BE(face.unitsPerEm / divisor, 18);
  for (const at of [36, 38, 40, 42]) head.writeInt16BE(scaled(head.readInt16BE(at)), at);
  head.writeInt16BE(1, 50);
  const hhea = copy(face, 'hhea');
  for (const at of [4, 6, 8, 10, 12, 14, 16]) hhea.writeInt16BE(scaled(hhea.readInt16BE(at)), at);
  hhea.writeUInt16BE(order.length, 34);
  const maxp = copy(face, 'maxp');
  maxp.writeUInt16BE(order.length, 4);
  const tables = new Map<string, Table>();
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = face.table(tag);
    if (table !== undefined) tables.set(tag, tableOf(table));
  }
  tables.set('glyf', { pieces, length, sum }).set('head', tableOf(head)).set('hhea', tableOf(hhea));
  tables.set('hmtx', tableOf(hmtx)).set('loca', tableOf(loca)).set('maxp', tableOf(maxp));
  const perMille = (1000 * divisor) / face.unitsPerEm;
  const { directory, tablePieces } = assemble(tables);
  // The missing glyph and the first ones after it: outlines lie before the other tables.
  const steady = steadyGlyphs === 0 ? [] : tablePieces.slice(0, steadyGlyphs + 1);
  const rest = Buffer.concat(tablePieces.slice(steady.length));
  return {
    directory,
    steady,
    rest,
    length: steady.reduce((sum, { length: bytes }) => sum + bytes, directory.length + rest.length),
    widths: glyphs.map((glyph) => scaled(face.advanceOf(glyph)) * perMille),
  };
}

/** A cut font as the bytes of a file. */
export const fontFile = ({ directory, steady, rest }: CutFont): Buffer =>
  Buffer.concat([directory, ...steady, rest]);

/** A glyph without ink. */
const nothing: Piece = { bytes: Buffer.alloc(0), sum: 0 };

/** The glyphs' outlines on the coarser grid, each prepared with the font or worked out once; null where one is put together from others. */
function coarsePieces(face: TrueTypeFace, glyphs: readonly number[]): readonly Piece[] | null {
  const known = cut.get(face) ?? new Map<number, Piece>();
  cut.set(face, known);
  const missing = [...new Set(glyphs)].filter((glyph) => !known.has(glyph));
  for (const [glyph, piece] of face.prepared(missing)) known.set(glyph, piece);
  const unknown = missing.filter((glyph) => !known.has(glyph));
  const outlines = face.outlines(unknown);
  if (outlines.some(isComposite)) return null;
  for (const [index, outline] of outlines.entries())
    known.set(unknown[index] ?? 0, coarsePiece(face, outline));
  return glyphs.map((glyph) => known.get(glyph) ?? nothing);
}

/** The glyphs and, after them, what composite glyphs are put together from, with the references renumbered. */
function withComponents(
  face: TrueTypeFace,
  glyphs: readonly number[],
): { readonly order: readonly number[]; readonly pieces: readonly Piece[] } {
  const order = [...glyphs];
  const outlines: Buffer[] = [];
  while (outlines.length < order.length) {
    for (const outline of face.outlines(order.slice(outlines.length))) {
      if (!isComposite(outline)) {
        outlines.push(outline);
        continue;
      }
      const own = Buffer.from(outline);
      for (const at of componentOffsets(own)) {
        const part = own.readUInt16BE(at);
        let index = order.indexOf(part);
        if (index < 0) index = order.push(part) - 1;
        own.writeUInt16BE(index, at);
      }
      outlines.push(own);
    }
  }
  return { order, pieces: outlines.map((outline) => pieceOf(padded(outline))) };
}

/** Where a composite outline names its parts. */
function componentOffsets(outline: Buffer): readonly number[] {
  const offsets: number[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(at);
    offsets.push(at + 2);
    at += 4 + (flags & 0x0001 ? 4 : 2);
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
  } while (flags & 0x0020);
  return offsets;
}

function copy(face: TrueTypeFace, tag: string): Buffer {
  const table = face.table(tag);
  if (table === undefined) throw new Error(`the face was opened without its ${tag} table`);
  return Buffer.from(table);
}

const padded = (bytes: Buffer): Buffer =>
  bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);

const pieceOf = (bytes: Buffer): Piece => ({ bytes, sum: sumOfWords(bytes) });

/** A table in pieces of whole words; `length` is without what fills up the last word. */
interface Table {
  readonly pieces: readonly Buffer[];
  readonly length: number;
  readonly sum: number;
}

function tableOf(bytes: Buffer): Table {
  const whole = padded(bytes);
  return { pieces: [whole], length: bytes.length, sum: sumOfWords(whole) };
}

/** Puts tables behind their directory, with their checksums; the outlines lie before the other tables. */
function assemble(tables: ReadonlyMap<string, Table>): {
  readonly directory: Buffer;
  readonly tablePieces: readonly Buffer[];
} {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const header = Buffer.alloc(12 + sorted.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((sorted.length - power) * 16, 10);
  const pieces: Buffer[] = [];
  let offset = header.length;
  let whole = 0;
  const rank = (tag: string): number => (tag === 'glyf' ? 0 : 1);
  for (const [tag, table] of sorted.toSorted(([a], [b]) => rank(a) - rank(b))) {
    const record = 12 + sorted.findIndex(([one]) => one === tag) * 16;
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(table.sum, record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    for (const piece of table.pieces) {
      pieces.push(piece);
      offset += piece.length;
    }
    whole += table.sum;
  }
  const [head] = tables.get('head')?.pieces ?? [];
  head?.writeUInt32BE((0xb1b0afba - whole - sumOfWords(header)) >>> 0, 8);
  return { directory: header, tablePieces: pieces };
}
