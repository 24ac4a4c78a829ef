import type { DossierDocument } from '../../contract/dossier.ts';
import type { ScanPage } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { LetterState } from '../letters/letter-state.ts';
import type { Reading } from './reading.ts';

const foreign: Localized = {
  zh: '页码标识不属于本案卷的这份文书',
  en: 'The page code is not of this letter of the dossier',
};
const unknown: Localized = {
  zh: '旧版打印件，案卷里没有记下它当时用的资料',
  en: 'An older print; the dossier does not say what it was made from',
};
const older = (revision: string): Localized => ({
  zh: `旧版打印件（${revision}）上是另一个内容`,
  en: `The older print (${revision}) has something else`,
});

/**
 * What a scanned letter says for a row, by the revision in its page codes: a print of today's revision says what the form says; of
 * an older one the dossier remembers a hash of each variable. Null where the letter does not speak of the row.
 */
export function letterCell(
  fields: readonly string[],
  scan: {
    readonly state: LetterState;
    readonly document: DossierDocument;
    readonly pages: readonly ScanPage[];
    /** What the form has for the row. */
    readonly form: string | null;
  },
): Reading | null {
  const { state, document, pages, form } = scan;
  const { ingredients, revision } = state;
  const variable = fields.find((field) => ingredients?.data[field] !== undefined);
  if (ingredients === undefined || variable === undefined) return null;
  const codes = pages.flatMap(({ code }) => code ?? []);
  const [code] = codes;
  if (code === undefined) return { value: null, state: 'not-read' };
  if (codes.some((one) => one.letter !== state.letter || one.dossier !== state.dossier)) {
    return { value: null, state: 'not-read', note: foreign };
  }
  const old = codes.find((one) => one.revision !== revision) ?? null;
  if (old === null) return { value: form, state: 'same', page: 0 };
  const before = document.letters?.[state.letter]?.made?.[old.revision]?.data[variable];
  if (before === undefined) return { value: null, state: 'not-read', note: unknown };
  if (before === ingredients.data[variable]) return { value: form, state: 'same', page: 0 };
  return { value: null, state: 'different', page: 0, note: older(old.revision) };
}
