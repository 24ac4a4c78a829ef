import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, describe, expect, test } from 'vitest';
import { createDocxWriter } from '../../../main/adapters/docx/docx-writer.ts';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import { createPdfWriter } from '../../../main/adapters/pdf/pdf-writer.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { wordOfLetter } from '../../../main/core/letters/word-of-letter.ts';
import { dossierFor, shippedLetters, templateOf } from '../../core/letters/shipped-letters.ts';
import { makeFontsFolder } from '../pdf/fonts-folder.ts';
import { run } from '../pdf/read-pdf.ts';
import { readDocx } from './read-docx.ts';

const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-word-pdf-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});
const fonts = await createFonts(fontsFolder)();
const pdf = createPdfWriter(fontsFolder);
const word = createDocxWriter();

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

/** What `pdftotext` reads of a letter's PDF, without page numbers, page codes and guides. */
async function printedText(tree: Parameters<typeof layOut>[0]): Promise<string> {
  const laidOut = await layOut({ ...tree, code: null }, fonts, async () => []);
  const own = {
    ...laidOut,
    pages: laidOut.pages.map((page) => ({
      ...page,
      items: page.items.filter(
        (item) =>
          item.kind !== 'text' || (item.role !== 'footer' && item.role !== 'guide' && item.role !== 'margin'),
      ),
    })),
  };
  const path = join(folder, 'a.pdf');
  writeFileSync(path, await pdf.write(own));
  return withoutBlanks(run('pdftotext', '-raw', path, '-'));
}

describe.each(shippedLetters)('%s', (letter) => {
  test('says in Word what its PDF says, word for word and number for number', async () => {
    const template = templateOf(letter);
    const made = [];
    for (const data of ['sample', 'longest', 'shortest'] as const) {
      const filled = fillLetter({ template, document: dossierFor(letter, data) });
      if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled));
      const bytes = await word.write(wordOfLetter(filled.tree, template));
      made.push({ bytes, printed: await printedText(filled.tree) });
    }
    for (const [index, seen] of readDocx(made.map(({ bytes }) => bytes)).entries()) {
      const { printed = '', bytes = new Uint8Array() } = made[index] ?? {};
      expect(seen.problems).toEqual([]);
      const own = seen.paragraphs.filter(({ style }) => style !== 'YinqiGuide');
      const isSigned = ({ style }: { readonly style: string }): boolean =>
        style === 'YinqiSigningLine' || style === 'Signature';
      const text = withoutBlanks(
        own
          .filter((one) => !isSigned(one))
          .map((one) => one.text)
          .join(''),
      );
      expect(printed.slice(0, text.length)).toBe(text);
      // What is signed stands side by side in the PDF and one under the other in Word.
      const signed = withoutBlanks(
        own
          .filter(isSigned)
          .map((one) => one.text)
          .join(''),
      );
      expect(Array.from(printed.slice(text.length)).toSorted().join('')).toBe(
        Array.from(signed).toSorted().join(''),
      );
      // A second reader finds the same text; it does not count numbers.
      const second = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      const uncounted = seen.paragraphs.map(({ text: whole, number }) => whole.slice(number.length)).join('');
      expect(withoutBlanks(second.value)).toBe(withoutBlanks(uncounted));
    }
  });
});
