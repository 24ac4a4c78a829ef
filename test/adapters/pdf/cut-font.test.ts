import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { cutFont, fontFile } from '../../../main/adapters/pdf/cut-font.ts';
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
  const cut = cutFont(face, glyphsOf('中a '));
  const [file, { widths }] = [fontFile(cut), cut];
  expect(file).toHaveLength(cut.length);
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
  const file = fontFile(cutFont(face, glyphsOf('印齐')));
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test('the steady part is the same pieces for the same first glyphs, and the file the same without it', () => {
  const one = cutFont(face, glyphsOf('印齐中文'), 2);
  const other = cutFont(face, glyphsOf('印齐承诺函'), 2);
  expect(one.steady).toHaveLength(3);
  expect(one.steady.map((piece, index) => piece === other.steady[index])).toEqual([true, true, true]);
  expect(fontFile(one).equals(fontFile(cutFont(face, glyphsOf('印齐中文'))))).toBe(true);
});

test('an outline on the coarser grid has fewer points and nowhere leaves its place by a whole one', () => {
  const outlines = face.outlines(glyphsOf('腾讯会议承诺函，懿德镕喆堃䶮㛃𫖯齐国龙翔Aag8&'));
  let [before, after] = [0, 0];
  for (const outline of outlines) {
    const coarser = coarserOutline(outline, 4);
    expect(contoursOf(coarser)).toHaveLength(contoursOf(outline).length);
    for (const [index, contour] of contoursOf(outline).entries()) {
      const [exact, rounded] = [drawn(contour, 1 / 4), drawn(contoursOf(coarser)[index] ?? [], 1)];
      expect(farthest(exact, rounded)).toBeLessThan(1);
      expect(farthest(rounded, exact)).toBeLessThan(1);
    }
    before += contoursOf(outline).flat().length;
    after += contoursOf(coarser).flat().length;
  }
  expect(after).toBeLessThan(before * 0.93);
});

test('an outline that is on the grid already and says no more than it must stays as it is', () => {
  const [dash = Buffer.alloc(0)] = face.outlines(glyphsOf('─'));
  expect(contoursOf(coarserOutline(dash, 1))).toEqual(contoursOf(dash));
});

test('what composite glyphs are put together from comes along', () => {
  const base = face.outlines(glyphsOf('a'))[0] ?? Buffer.alloc(0);
  const composite = Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 77, 0, 0]);
  const made: TrueTypeFace = {
    ...face,
    outlines: (glyphs) =>
      glyphs.map((glyph) => (glyph === 5 ? composite : glyph === 77 ? base : Buffer.alloc(0))),
  };
  const tables = tablesOf(fontFile(cutFont(made, [5])));
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

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/** The contours of a simple outline, read the long way. */
function contoursOf(outline: Buffer): readonly (readonly Point[])[] {
  if (outline.length === 0) return [];
  const contours = outline.readInt16BE(0);
  const ends = Array.from({ length: contours }, (_, index) => outline.readUInt16BE(10 + index * 2));
  const count = (ends.at(-1) ?? -1) + 1;
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
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOnCurve: (flag & 1) === 1,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

type Place = readonly [x: number, y: number];

/** Places along the lines and curves of a contour, scaled: the ends of lines, eight places of each curve. */
function drawn(contour: readonly Point[], scale: number): readonly Place[] {
  // Ends that are not said lie half-way between two controls.
  const full = contour.flatMap((point, index): readonly Point[] => {
    const next = contour[(index + 1) % contour.length] ?? point;
    if (point.isOnCurve || next.isOnCurve) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOnCurve: true }];
  });
  const start = full.findIndex(({ isOnCurve }) => isOnCurve);
  const turned = [...full.slice(start), ...full.slice(0, start + 1)];
  const places: Place[] = [];
  for (let index = 0; index < turned.length; index += 1) {
    const [a, b, c] = [turned[index], turned[index + 1], turned[index + 2]];
    if (a === undefined) break;
    places.push([a.x * scale, a.y * scale]);
    if (b === undefined || c === undefined || b.isOnCurve) continue;
    for (let t = 1 / 8; t < 1; t += 1 / 8) {
      const on = (one: number, two: number, three: number): number =>
        ((1 - t) ** 2 * one + 2 * t * (1 - t) * two + t ** 2 * three) * scale;
      places.push([on(a.x, b.x, c.x), on(a.y, b.y, c.y)]);
    }
    index += 1;
  }
  return places;
}

/** How far the place of these that is farthest from the line through those is from it. */
function farthest(these: readonly Place[], those: readonly Place[]): number {
  let most = 0;
  for (const [x, y] of these) {
    let least = Infinity;
    for (let at = 1; at < those.length; at += 1) {
      const [[ax, ay], [bx, by]] = [those[at - 1] ?? [0, 0], those[at] ?? [0, 0]];
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(ax + along * dx - x, ay + along * dy - y));
    }
    most = Math.max(most, least);
  }
  return most;
}
