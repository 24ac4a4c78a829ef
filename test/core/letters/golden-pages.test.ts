import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createPageCodes } from '../../../main/adapters/images/page-codes.ts';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import { createPdfWriter } from '../../../main/adapters/pdf/pdf-writer.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { makeFontsFolder } from '../../adapters/pdf/fonts-folder.ts';
import { isLike, parsePicture, reduced, type Picture } from './picture-likeness.ts';
import { dossierFor, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';

/** Every page of every letter's sample, small. `YINQI_GOLDEN=write` makes them anew: look at what changed before committing. */
const goldenFolder = join(import.meta.dirname, 'golden');
const isWriting = process.env['YINQI_GOLDEN'] === 'write';
const rewrite =
  'YINQI_GOLDEN=write npx vitest run --project unit test/core/letters/golden-pages.test.ts writes them anew';
const dpi = 30;
const mostBytes = 6000;

const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-golden-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});
const fonts = await createFonts(fontsFolder)();
const codes = createPageCodes();
const writer = createPdfWriter(fontsFolder);
if (isWriting) {
  rmSync(goldenFolder, { recursive: true, force: true });
  mkdirSync(goldenFolder);
}

/** The pages of a letter's sample as pdftoppm draws them. */
async function drawn(letter: ShippedLetter): Promise<readonly Picture[]> {
  const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, 'sample') });
  if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
  const document = await layOut(filled.tree, fonts, (code) => codes.encode(code));
  const path = join(folder, `${letter}.pdf`);
  writeFileSync(path, await writer.write(document));
  return document.pages.map((_, index) => {
    const page = String(index + 1);
    const made = spawnSync('pdftoppm', ['-r', String(dpi), '-gray', '-f', page, '-l', page, path], {
      maxBuffer: 10_000_000,
    });
    if (made.status !== 0) throw new Error(made.stderr.toString());
    return reduced(parsePicture(made.stdout));
  });
}

const asPng = ({ width, height, greys }: Picture): Promise<Buffer> =>
  sharp(Buffer.from(greys), { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 4, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();

async function readPng(path: string): Promise<Picture> {
  const { data, info } = await sharp(readFileSync(path))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, greys: data };
}

describe.each(shippedLetters)('%s', (letter) => {
  test('looks as its golden pictures do, page by page', async () => {
    const pages = await drawn(letter);
    for (const [index, page] of pages.entries()) {
      const path = join(goldenFolder, `${letter}-${index + 1}.png`);
      if (isWriting) writeFileSync(path, await asPng(page));
      expect(existsSync(path), `there is no ${path}: ${rewrite}`).toBe(true);
      expect(readFileSync(path).length).toBeLessThan(mostBytes);
      const isAlike = isLike(page, await readPng(path));
      if (!isAlike) writeFileSync(join(tmpdir(), `${letter}-${index + 1}-now.png`), await asPng(page));
      expect(
        isAlike,
        `${path} looks otherwise now (${tmpdir()}/${letter}-${index + 1}-now.png); if rightly, ${rewrite}`,
      ).toBe(true);
    }
    const kept = readdirSync(goldenFolder).filter((name) => new RegExp(`^${letter}-\\d+\\.png$`).test(name));
    expect(kept).toHaveLength(pages.length);
  });
});

test('no golden picture is of a letter that is gone', () => {
  const letters = new Set<string>(shippedLetters);
  const strays = readdirSync(goldenFolder).filter((name) => !letters.has(name.replace(/-\d+\.png$/, '')));
  expect(strays).toEqual([]);
});

describe('likeness', () => {
  const page = (draw: (x: number, y: number) => number): Picture => ({
    width: 60,
    height: 80,
    greys: Uint8Array.from({ length: 4800 }, (_, at) => draw(at % 60, Math.floor(at / 60))),
  });
  const lines = page((x, y) => (y % 8 < 3 && x > 5 && x < 50 ? 85 : 255));

  test('overlooks how edges are smoothed', () => {
    const smoothed = page((x, y) =>
      y % 8 < 3 && x > 5 && x < 50 ? ((x * 7 + y * 3) % 5 === 0 ? 170 : 85) : 255,
    );
    expect(isLike(lines, smoothed)).toBe(true);
  });

  test.each([
    ['a line lower by two dots', page((x, y) => (y % 8 > 1 && y % 8 < 5 && x > 5 && x < 50 ? 85 : 255))],
    ['a word that is gone', page((x, y) => (y % 8 < 3 && x > 5 && x < 50 && !(y < 4 && x > 30) ? 85 : 255))],
    ['a light ring more', page((x, y) => (Math.abs(Math.hypot(x - 30, y - 40) - 15) < 2 ? 0 : 255))],
    ['another size', { ...lines, width: 61 }],
  ])('notices %s', (_, other) => {
    expect(isLike(lines, other)).toBe(false);
  });
});
