import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import { noClauses, parseClause, type Clauses } from '../../../main/core/letters/clause.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';

/** The front matter of a clause; the wording begins in line 8, or one later for each line more. */
export const clauseFront = (id: string, more = ''): string =>
  `---\nid: ${id}\nkind: clause\ntitle: { zh: 保密, en: Secrecy }\nversion: 1.0.0\n${more}---\n\n`;
/** A clause of these words. */
export const clause = (id: string, words: string, more = '') =>
  parseClause(`${clauseFront(id, more)}${words}\n`, `clauses/${id}.md`);
/** Just these clauses. */
export const shelf = (...all: readonly ReturnType<typeof clause>[]): Clauses => ({
  names: all.map(({ id }) => id).toSorted(),
  usable: new Map(all.map((one) => [one.id, one])),
  faults: new Map(),
});
/** The front matter of a letter. */
export const front = `---
id: a
title: { zh: 甲, en: A }
requirement: a
version: 1.0.0
cites: [x/1]
needs:
  - { field: company.name, title: { zh: 公司, en: Company } }
asks: []
seal: null
---
`;
/** How many lines the front matter of a letter has. */
export const frontLines = front.split('\n').length - 1;
/** A letter of this wording. */
export const parsed = (wording: string, clauses: Clauses = noClauses) =>
  parseTemplate(front + wording, 'a/template.md', 'app', clauses);
/** A dossier with nothing but a company’s name. */
export const dossier: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: [],
  company: { name: '样例公司' },
};
/** The blocks of a letter filled with the dossier. */
export function blocksOf(wording: string, clauses: Clauses) {
  const filled = fillLetter({ template: parsed(wording, clauses), document: dossier });
  if (filled.kind !== 'filled') throw new Error('something is missing');
  return filled.tree.blocks;
}
/** The words of a letter, block by block. */
export const textsOf = (wording: string, clauses: Clauses): readonly string[] =>
  blocksOf(wording, clauses).map((block) =>
    'runs' in block ? block.runs.map(({ text }) => text).join('') : JSON.stringify(block),
  );
/** What is refused, in Chinese. */
export function faultsOf(make: () => unknown): readonly { readonly text: string; readonly hint: string }[] {
  try {
    make();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const all = error instanceof Failures ? error.all : [error];
    return all.map(({ text, hint }) => ({ text: text.zh, hint: hint.zh }));
  }
  return [];
}

/** A clause of two items. */
export const secrecy = clause(
  'secrecy',
  '1. {{ company.name }}对所知的秘密保密。\n2. 期满后仍然保密。',
  'cites: [x/2, x/1]\n',
);
