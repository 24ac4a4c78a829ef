import { expect, test } from 'vitest';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { shownCharacters } from '../../../main/core/letters/shown-characters.ts';
import { wordingCharacters } from '../../../main/core/letters/wording-characters.ts';
import { loadFonts } from './load-fonts.ts';
import { dossierFor, templateOf } from './shipped-letters.ts';

const fonts = await loadFonts();
const template = templateOf('publishing-commitment');
const noCode = (): Promise<readonly string[]> => Promise.resolve([]);

test('the characters of a wording are those that its letters show anyway, by face', async () => {
  const wording = await wordingCharacters(template, fonts);
  for (const data of ['sample', 'shortest', 'longest'] as const) {
    const filled = fillLetter({ template, document: dossierFor('publishing-commitment', data) });
    if (filled.kind !== 'filled') throw new Error('data is missing');
    const shown = shownCharacters(await layOut(filled.tree, fonts, noCode));
    for (const face of ['serif', 'serif-bold'] as const) {
      // The blanks of a date written by hand; the letter may have it typed.
      const own = new Set([...(shown[face] ?? []), 0x3000]);
      const beside = (wording[face] ?? []).filter((codePoint) => !own.has(codePoint));
      expect(beside.map((codePoint) => String.fromCodePoint(codePoint))).toEqual([]);
      // Most of what a letter shows is its wording.
      expect((wording[face] ?? []).length).toBeGreaterThan(own.size * 0.7);
    }
  }
});

test('they are worked out once: the very same object each time', async () => {
  expect(await wordingCharacters({ ...template }, fonts)).toBe(await wordingCharacters(template, fonts));
});
