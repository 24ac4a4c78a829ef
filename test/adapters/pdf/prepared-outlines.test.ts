import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cutFont, fontFile } from '../../../main/adapters/pdf/cut-font.ts';
import { faceFiles } from '../../../main/adapters/pdf/face-files.ts';
import { preparedFileOf, prepareOutlines } from '../../../main/adapters/pdf/prepared-outlines.ts';
import { openTrueType, type TrueTypeFace } from '../../../main/adapters/pdf/true-type.ts';
import { makeFontsFolder } from './fonts-folder.ts';

const fonts = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-prepared-'));
afterAll(() => {
  rmSync(fonts, { recursive: true });
  rmSync(folder, { recursive: true });
});
const source = realpathSync(join(fonts, faceFiles.serif.file));
const font = join(folder, 'serif.ttf');
copyFileSync(source, font);
const plain = await openTrueType(source);
const glyphsOf = (text: string): number[] =>
  Array.from(text, (one) => plain.glyphOf(one.codePointAt(0) ?? 0));
const prepared = prepareOutlines(plain, glyphsOf('印齐承诺函 A'));
const preparedOf = (face: TrueTypeFace, character: string): Buffer | undefined => {
  const [glyph = 0] = glyphsOf(character);
  return face.prepared([glyph]).get(glyph)?.bytes;
};
const cutOf = (face: TrueTypeFace, text: string): Buffer => fontFile(cutFont(face, glyphsOf(text)));

test('a font cut from prepared outlines is the same to the byte, with glyphs that were not prepared too', async () => {
  writeFileSync(preparedFileOf(font), prepared);
  const face = await openTrueType(font);
  expect(preparedOf(face, '印')?.length).toBeGreaterThan(50);
  expect(preparedOf(face, ' ')).toHaveLength(0);
  expect(preparedOf(face, '龙')).toBeUndefined();
  for (const text of ['印齐承诺函 A', '印章龙 A镕', '龙镕'])
    expect(cutOf(face, text).equals(cutOf(plain, text))).toBe(true);
});

test('what is prepared is taken, and not worked out again', async () => {
  // Another outline under the same glyph shows where it came from.
  const changed = Buffer.from(prepared);
  changed.fill(0x07, changed.length - 8);
  writeFileSync(preparedFileOf(font), changed);
  const face = await openTrueType(font);
  const all = '印齐承诺函 A';
  expect(cutOf(face, all).equals(cutOf(plain, all))).toBe(false);
});

test('outlines of another font, of another form and cut short are passed over', async () => {
  const otherFont = Buffer.from(prepared);
  otherFont.writeUInt32BE(1, 32);
  const otherForm = Buffer.from(prepared);
  otherForm.write('yinqi/outlines@9', 'latin1');
  for (const bytes of [otherFont, otherForm, prepared.subarray(0, 20), prepared.subarray(0, 45)]) {
    writeFileSync(preparedFileOf(font), bytes);
    const face = await openTrueType(font);
    expect(preparedOf(face, '印')).toBeUndefined();
    expect(cutOf(face, '印齐').equals(cutOf(plain, '印齐'))).toBe(true);
  }
});
