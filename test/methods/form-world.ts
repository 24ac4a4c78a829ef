import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FormPlacement } from '../../main/contract/forms.ts';
import { run } from '../adapters/pdf/read-pdf.ts';
import { blanks, plainForm } from './form-papers.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('forms');
/** New folders, and dossiers in them, of this test file alone, removed after it. */
export { newFolder, setUpWith };

/** The letter whose form is filled. */
export const letter = 'publishing-commitment';
/** A dossier of a company, with more at its end or under another name. */
export const text = (more = '', name?: string): string =>
  companyDossier({ id: 'forms-test', more, ...(name === undefined ? {} : { name }) });
/** The dossier in a folder of a world of its own. */
export const setUp = (yaml = text()): Setting => setUpWith(yaml, makeWorld());

/** Fields in every blank of the plain form. */
export const placement = (form: string): FormPlacement => ({
  schema: 'yinqi/form-fields@1',
  letter,
  form,
  fields: [
    { id: 'company', ...blanks.company, variable: 'company.name', leastSizePt: 8 },
    { id: 'uscc', ...blanks.uscc, variable: 'company.uscc', boxes: 18 },
    { id: 'app', ...blanks.app, variable: 'app.name', font: 'sans', align: 'centre' },
    {
      id: 'is-company',
      ...blanks.tick,
      text: '√',
      sizePt: 11,
      align: 'centre',
      when: { variable: 'applicant.kind', is: 'company' },
    },
    { id: 'year', ...blanks.year, variable: 'letter.date', part: 'year', align: 'right' },
    { id: 'month', ...blanks.month, variable: 'letter.date', part: 'month', align: 'right' },
    { id: 'day', ...blanks.day, variable: 'letter.date', part: 'day', align: 'right' },
  ],
  guides: [
    { id: 'seal', page: 2, xMm: 118, yMm: 192, widthMm: 40, heightMm: 40, kind: 'seal' },
    { id: 'sign', page: 2, xMm: 74, yMm: 205, widthMm: 36, heightMm: 9, kind: 'signature' },
  ],
});

/** Imports a form's bytes for the letter, under a file's name. */
export async function importForm({ app, world }: Setting, bytes: Uint8Array, fileName = '承诺函格式.pdf') {
  const path = join(newFolder(), fileName);
  writeFileSync(path, bytes);
  return app.call('forms.import', { letter, file: world.grants.offer(path) });
}

/** Imports a form, the plain one unless another is given, and places its fields; answers its hash. */
export async function withForm(setting: Setting, bytes?: Uint8Array): Promise<string> {
  const { sha256 } = await importForm(setting, bytes ?? (await plainForm(setting.world)));
  await setting.app.call('forms.place', { letter, baseRevision: 0, placement: placement(sha256) });
  return sha256;
}

/** A word of a page with its box in millimetres, as poppler reads it. */
interface Word {
  readonly page: number;
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}
/** Every word of a PDF with its place. */
export function wordsOf(path: string): readonly Word[] {
  const html = run('pdftotext', '-bbox', path, '-');
  const mm = (points: string): number => (Number(points) * 25.4) / 72;
  return html
    .split('<page')
    .slice(1)
    .flatMap((page, index) =>
      Array.from(
        page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
        ([, x = '', y = '', right = '', bottom = '', word = '']) => ({
          page: index + 1,
          text: word,
          xMm: mm(x),
          yMm: mm(y),
          rightMm: mm(right),
          bottomMm: mm(bottom),
        }),
      ),
    );
}

/** The letter as it is written into a folder. */
export async function printed({ app, world, dossier }: Setting, input: object = {}): Promise<string> {
  const out = newFolder();
  const { written, held } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    letters: [letter],
    ...input,
  });
  expect(held).toEqual([]);
  return join(out, written[0]!.fileName);
}

/** Whether a word stands in a place on its page. */
export const inside = (
  word: Word,
  place: {
    readonly page: number;
    readonly xMm: number;
    readonly yMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  },
): boolean =>
  word.page === place.page &&
  word.xMm >= place.xMm - 0.3 &&
  word.rightMm <= place.xMm + place.widthMm + 0.3 &&
  (word.yMm + word.bottomMm) / 2 >= place.yMm &&
  (word.yMm + word.bottomMm) / 2 <= place.yMm + place.heightMm;

/** What stands in a place. */
export const textIn = (words: readonly Word[], place: Parameters<typeof inside>[1]): string =>
  words
    .filter((word) => inside(word, place))
    .map((word) => word.text)
    .join('');
