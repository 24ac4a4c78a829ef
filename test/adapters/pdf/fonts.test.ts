import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import { makeFontsFolder } from './fonts-folder.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
const folderOf = (make: () => string): string => {
  const folder = make();
  folders.push(folder);
  return folder;
};
const empty = (): string => mkdtempSync(join(tmpdir(), 'yinqi-no-fonts-'));

test('the faces are measured: a Han character and Chinese marks are an em wide, letters are not', async () => {
  const fonts = await createFonts(folderOf(makeFontsFolder))();
  for (const id of ['serif', 'serif-bold', 'sans'] as const) {
    for (const character of '中，“”‘’—…·《') expect(fonts[id].advance(character.codePointAt(0) ?? 0)).toBe(1);
    expect(fonts[id].advance(0x61)).toBeGreaterThan(0.3);
    expect(fonts[id].advance(0x61)).toBeLessThan(0.7);
    expect(fonts[id].ascent).toBeCloseTo(0.88, 2);
    expect(fonts[id].descent).toBeCloseTo(-0.12, 2);
  }
});

test('rare characters are there, one beyond the basic plane too; emoji are not', async () => {
  const { serif } = await createFonts(folderOf(makeFontsFolder))();
  for (const character of '镕喆堃䶮㛃𫖯')
    expect(serif.has(character.codePointAt(0) ?? 0), character).toBe(true);
  expect(serif.has(0x1f600)).toBe(false);
  expect(serif.has(0x20bb7)).toBe(false);
});

test('a missing font file is said with its path', async () => {
  const folder = folderOf(empty);
  await expect(createFonts(folder)()).rejects.toMatchObject({
    code: 'font-missing',
    text: { zh: expect.stringContaining(folder) },
  });
});

test.each([
  ['a font with CFF outlines', Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(20)])],
  ['a font that is cut short', Buffer.from([0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 1])],
  ['a font without tables', Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
])('%s is refused', async (_, bytes) => {
  const folder = folderOf(empty);
  for (const file of ['NotoSerifSC_400Regular', 'NotoSerifSC_700Bold', 'NotoSansSC_500Medium']) {
    writeFileSync(join(folder, `${file}.ttf`), bytes);
  }
  await expect(createFonts(folder)()).rejects.toMatchObject({ code: 'font-unusable' });
});
