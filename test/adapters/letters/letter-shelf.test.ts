import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLetterShelf } from '../../../main/adapters/letters/letter-shelf.ts';
import { shippedLetters } from '../../core/letters/shipped-letters.ts';

const shelf = createLetterShelf(join(import.meta.dirname, '../../../resources'));

test('lists the letters that ship with the app, sorted', async () => {
  expect(await shelf.list()).toEqual(shippedLetters.toSorted());
});

test('gives the source of a template', async () => {
  expect(await shelf.template('publishing-commitment')).toMatch(/^---\nid: publishing-commitment\n/);
});

test.each(['no-such-letter', '../sample', ''])(
  '“%s” is no letter, and the ones there are named',
  async (letter) => {
    await expect(shelf.template(letter)).rejects.toMatchObject({
      code: 'unknown-letter',
      hint: { zh: expect.stringContaining('authorisation-letter') },
    });
  },
);
