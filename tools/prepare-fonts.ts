import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chineseGlyph } from '../main/adapters/pdf/chinese-forms.ts';
import { faceFiles } from '../main/adapters/pdf/face-files.ts';
import { prepareOutlines, preparedFileOf } from '../main/adapters/pdf/prepared-outlines.ts';
import { openTrueType } from '../main/adapters/pdf/true-type.ts';

/** What works outlines out: when it changes, they are prepared anew. */
const makers = ['outline.ts', 'fewer-points.ts', 'prepared-outlines.ts', 'chinese-forms.ts'];

/**
 * Works out, beside each font of a folder, the outlines that letters need most: of GB 2312 and of the letters' own wording. It
 * takes some seconds, so what is there and newer than the font and its makers is kept. A letter is the same without it.
 */
export async function prepareFonts(root: string, folder: string): Promise<void> {
  const makerFiles = makers.map((name) => join(root, 'main', 'adapters', 'pdf', name));
  const wording = await wordingFiles(join(root, 'resources', 'letters'));
  let characters: ReadonlySet<string> | undefined;
  for (const { file } of Object.values(faceFiles)) {
    const font = join(folder, file);
    const sources = [font, import.meta.filename, ...makerFiles, ...wording];
    const changed = Math.max(...(await Promise.all(sources.map(changedAt))));
    if ((await changedAt(preparedFileOf(font))) > changed) continue;
    characters ??= await usualCharacters(wording);
    const face = await openTrueType(font);
    const glyphs = Array.from(characters, (one) => chineseGlyph(face.glyphOf, one.codePointAt(0) ?? 0));
    await writeFile(preparedFileOf(font), prepareOutlines(face, [0, ...glyphs]));
  }
}

const changedAt = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? 0;

async function wordingFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The characters of GB 2312, Latin letters, and what the letters' templates and samples hold. */
async function usualCharacters(wording: readonly string[]): Promise<ReadonlySet<string>> {
  const codes: number[] = [];
  for (let byte = 0x20; byte < 0x7f; byte += 1) codes.push(byte);
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) codes.push(row, cell);
  }
  const table = new TextDecoder('gb18030').decode(Uint8Array.from(codes));
  const texts = await Promise.all(wording.map((file) => readFile(file, 'utf8')));
  return new Set([...table, ...texts.join('')]);
}
