import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import { readCharacterMap, type CharacterMap } from './character-map.ts';
import { preparedBeside, type PreparedOutlines } from './prepared-outlines.ts';

/** A TrueType face: small tables in memory, outlines read from the file when they are asked for and then kept. */
export interface TrueTypeFace {
  readonly unitsPerEm: number;
  /** Font units; the box that holds every glyph: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number];
  /** Font units above and below the base line (OS/2 typographic). */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly glyphOf: CharacterMap;
  /** Font units. */
  advanceOf(glyph: number): number;
  leftBearingOf(glyph: number): number;
  /** The outlines of these glyphs, in the same order; empty bytes for a glyph without ink. */
  outlines(glyphs: readonly number[]): readonly Buffer[];
  /** The outlines of glyphs on the grid of cut fonts, where they lie prepared beside the font. */
  readonly prepared: PreparedOutlines;
  /** Whole small tables, for a cut font: head, hhea, maxp, prep … */
  table(tag: string): Buffer | undefined;
}

const wholeTables = ['head', 'hhea', 'maxp', 'OS/2', 'hmtx', 'loca', 'cmap', 'prep', 'fpgm', 'cvt '];

/**
 * Opens a TrueType file with `glyf` outlines: reads its directory and small tables with positioned reads and
 * never the whole file. Throws Failure `font-missing`, `font-unusable` (a collection, CFF outlines, damage).
 */
export async function openTrueType(path: string): Promise<TrueTypeFace> {
  const { tables, glyfOffset } = await readTables(path);
  const need = (tag: string): Buffer => {
    const table = tables.get(tag);
    if (table === undefined) throw unusable(path, `no ${tag} table`);
    return table;
  };
  try {
    const head = need('head');
    const os2 = need('OS/2');
    const hmtx = need('hmtx');
    const loca = need('loca');
    const characterMap = readCharacterMap(need('cmap'));
    if (characterMap === null) throw unusable(path, 'no Unicode cmap');
    // A letter asks for each of its characters some ten times.
    const glyphs = new Map<number, number>();
    const glyphOf: CharacterMap = (codePoint) => {
      const before = glyphs.get(codePoint);
      if (before !== undefined) return before;
      const glyph = characterMap(codePoint);
      glyphs.set(codePoint, glyph);
      return glyph;
    };
    const isLong = head.readInt16BE(50) === 1;
    const glyphCount = need('maxp').readUInt16BE(4);
    const measured = need('hhea').readUInt16BE(34);
    if (loca.length < (glyphCount + 1) * (isLong ? 4 : 2)) throw unusable(path, 'loca is cut short');
    const start = (glyph: number): number =>
      isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
    const kept = new Map<number, Buffer>();
    const face: TrueTypeFace = {
      unitsPerEm: head.readUInt16BE(18),
      box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
      ascent: os2.readInt16BE(68),
      descent: os2.readInt16BE(70),
      capHeight: os2.readInt16BE(88),
      glyphOf,
      advanceOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4),
      leftBearingOf: (glyph) =>
        glyph < measured
          ? hmtx.readInt16BE(glyph * 4 + 2)
          : hmtx.readInt16BE(measured * 4 + (glyph - measured) * 2),
      outlines(glyphs) {
        const missing = glyphs.filter((glyph) => !kept.has(glyph)).toSorted((a, b) => a - b);
        if (missing.length > 0) {
          const file = openSync(path, 'r');
          try {
            for (const glyph of missing) {
              const bytes = Buffer.alloc(start(glyph + 1) - start(glyph));
              readSync(file, bytes, 0, bytes.length, glyfOffset + start(glyph));
              kept.set(glyph, bytes);
            }
          } finally {
            closeSync(file);
          }
        }
        return glyphs.map((glyph) => kept.get(glyph) ?? Buffer.alloc(0));
      },
      prepared: () => new Map(),
      table: (tag) => tables.get(tag),
    };
    return { ...face, prepared: preparedBeside(path, face) };
  } catch (error) {
    if (error instanceof RangeError) throw unusable(path, error.message, error);
    throw error;
  }
}

async function readTables(
  path: string,
): Promise<{ readonly tables: ReadonlyMap<string, Buffer>; readonly glyfOffset: number }> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new Failure(
      'font-missing',
      { zh: `找不到字体文件「${path}」`, en: `The font file “${path}” cannot be opened` },
      {
        zh: '安装不完整：请重新安装，或在源码目录运行 npm run build',
        en: 'The installation is incomplete: install again, or run npm run build',
      },
      { cause: error },
    );
  });
  try {
    const read = async (offset: number, length: number): Promise<Buffer> => {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      if (bytesRead < length) throw unusable(path, 'the file is cut short');
      return bytes;
    };
    const header = await read(0, 12);
    if (header.readUInt32BE(0) !== 0x00010000) throw unusable(path, 'not a TrueType font with glyf outlines');
    const count = header.readUInt16BE(4);
    const directory = await read(12, count * 16);
    const reading: Promise<readonly [string, Buffer]>[] = [];
    let glyfOffset = -1;
    for (let at = 0; at < directory.length; at += 16) {
      const tag = directory.toString('latin1', at, at + 4);
      const offset = directory.readUInt32BE(at + 8);
      if (tag === 'glyf') glyfOffset = offset;
      if (!wholeTables.includes(tag)) continue;
      reading.push(read(offset, directory.readUInt32BE(at + 12)).then((table) => [tag, table]));
    }
    const tables = new Map(await Promise.all(reading));
    if (glyfOffset < 0) throw unusable(path, 'no glyf table');
    return { tables, glyfOffset };
  } finally {
    await file.close();
  }
}

function unusable(path: string, reason: string, cause?: unknown): Failure {
  return new Failure(
    'font-unusable',
    { zh: `字体文件「${path}」无法使用：${reason}`, en: `The font file “${path}” cannot be used: ${reason}` },
    {
      zh: '需要带 glyf 轮廓的 TrueType 字体（.ttf）；请重新安装程序',
      en: 'A TrueType font with glyf outlines (.ttf) is needed; install the program again',
    },
    { cause },
  );
}
