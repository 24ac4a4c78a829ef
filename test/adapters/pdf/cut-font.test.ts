import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { cutFont } from '../../../main/adapters/pdf/cut-font.ts';
import { openFace } from '../../../main/adapters/pdf/face-files.ts';
import { coarserOutline, isComposite } from '../../../main/adapters/pdf/outline.ts';
import type { TrueTypeFace } from '../../../main/adapters/pdf/true-type.ts';
import { makeFontsFolder } from './fonts-folder.ts';

const folder = makeFontsFolder();
afterAll(() => rmSync(folder, { recursive: true }));
const face = await openFace(folder, 'serif');
const glyphsOf = (text: string): readonly number[] =>
  Array.from(text, (one) => face.glyphOf(one.codePointAt(0) ?? 0));

/** The tables of a font file by their tags. */
function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = 12 + index * 16;
      const offset = font.readUInt32BE(record + 8);
      const table = font.subarray(offset, offset + font.readUInt32BE(record + 12));
      return [font.toString('latin1', record, record + 4), table] as const;
    }),
  );
}

test('a cut font holds only the glyphs asked for, renumbered, with their widths', () => {
  const { file, widths } = cutFont(face, glyphsOf('中a '));
  const tables = tablesOf(file);
  expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']);
  expect(tables.get('maxp')?.readUInt16BE(4)).toBe(4);
  expect(widths[0]).toBe(1000);
  expect(widths[1]).toBeCloseTo(557, -1);
  const loca = tables.get('loca') ?? Buffer.alloc(0);
  expect(loca.length).toBe(20);
  expect(loca.readUInt32BE(16)).toBe(tables.get('glyf')?.length);
  expect(loca.readUInt32BE(12)).toBe(loca.readUInt32BE(16));
  expect(file.length).toBeLessThan(1500);
});

test('its checksum is the one that fonts carry', () => {
  const { file } = cutFont(face, glyphsOf('印齐'));
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test('an outline on the coarser grid keeps its points and moves none by more than half a place', () => {
  const outlines = face.outlines(glyphsOf('腾讯会议，A𫖯'));
  for (const outline of outlines) {
    const before = pointsOf(outline);
    const after = pointsOf(coarserOutline(outline, 4));
    expect(after).toHaveLength(before.length);
    for (const [index, point] of before.entries()) {
      expect(Math.abs(point.x - (after[index]?.x ?? Infinity) * 4)).toBeLessThanOrEqual(2);
      expect(Math.abs(point.y - (after[index]?.y ?? Infinity) * 4)).toBeLessThanOrEqual(2);
      expect(after[index]?.isOnCurve).toBe(point.isOnCurve);
    }
  }
  expect(pointsOf(coarserOutline(outlines[0] ?? Buffer.alloc(0), 1))).toEqual(
    pointsOf(outlines[0] ?? Buffer.alloc(0)),
  );
});

test('what composite glyphs are put together from comes along', () => {
  const base = face.outlines(glyphsOf('a'))[0] ?? Buffer.alloc(0);
  const composite = Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 77, 0, 0]);
  const made: TrueTypeFace = {
    ...face,
    outlines: (glyphs) =>
      glyphs.map((glyph) => (glyph === 5 ? composite : glyph === 77 ? base : Buffer.alloc(0))),
  };
  const tables = tablesOf(cutFont(made, [5]).file);
  expect(tables.get('maxp')?.readUInt16BE(4)).toBe(3);
  const glyf = tables.get('glyf') ?? Buffer.alloc(0);
  expect(isComposite(glyf)).toBe(true);
  expect(glyf.readUInt16BE(12)).toBe(2);
  expect(glyf.subarray(16, 16 + base.length)).toEqual(base);
});

test('a format-4 character map finds the same glyphs as the full one', async () => {
  const { readCharacterMap } = await import('../../../main/adapters/pdf/character-map.ts');
  const table = face.table('cmap') ?? Buffer.alloc(0);
  const basicOnly = Buffer.from(table);
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const record = 4 + index * 8;
    if (table.readUInt16BE(table.readUInt32BE(record + 4)) === 12) basicOnly.writeUInt16BE(9, record);
  }
  const basic = readCharacterMap(basicOnly);
  for (let codePoint = 0; codePoint < 0x10000; codePoint += 7)
    expect(basic?.(codePoint)).toBe(face.glyphOf(codePoint));
  expect(basic?.(0x2b5af)).toBe(0);
});

/** The points of a simple outline, read the long way. */
function pointsOf(
  outline: Buffer,
): readonly { readonly x: number; readonly y: number; readonly isOnCurve: boolean }[] {
  if (outline.length === 0) return [];
  const contours = outline.readInt16BE(0);
  const count = outline.readUInt16BE(10 + (contours - 1) * 2) + 1;
  let at = 10 + contours * 2;
  at += 2 + outline.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = outline[at++] ?? 0;
    const times = flag & 8 ? (outline[at++] ?? 0) : 0;
    for (let one = 0; one <= times; one += 1) flags.push(flag);
  }
  const axis = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * (outline[at++] ?? 0);
      else if (!(flag & same)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  return flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, isOnCurve: (flag & 1) === 1 }));
}
