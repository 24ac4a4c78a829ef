import type { DossierDocument, LicensedRight } from '../../contract/dossier.ts';
import { fieldValue } from '../dossier/fields.ts';
import { safeFileName } from '../dossier/safe-file-name.ts';
import type { BatchColumn } from './batch-columns.ts';
import { isPartyVariable, partyField } from './party-variables.ts';

/**
 * What rows are told apart by: the column of names (of the company, of the app, of another party) that differs most, the
 * company's where several do; `company.name` for a table without one.
 */
export function tellingVariable(
  columns: readonly BatchColumn[],
  rows: readonly { readonly cells: readonly string[] }[],
): string {
  const rank = ({ variable }: BatchColumn): number =>
    ['company.name', 'app.name', variable].indexOf(variable);
  const kinds = ({ index }: BatchColumn): number => new Set(rows.map(({ cells }) => cells[index])).size;
  const [best] = columns
    .filter(({ variable }) => /^\w+\.name$/.test(variable))
    .toSorted((a, b) => kinds(b) - kinds(a) || rank(a) - rank(b));
  return best?.variable ?? 'company.name';
}

/** What a variable of names says in a dossier, of several licensors that of the letter's `right`; empty where there is none. */
export function nameIn(document: DossierDocument, variable: string, right?: LicensedRight): string {
  const field = isPartyVariable(variable) ? partyField(document, variable, right) : variable;
  const name = field === null ? undefined : fieldValue(document, field);
  return typeof name === 'string' ? name.trim() : '';
}

/** `007-应用发布承诺函-甲公司.pdf`: the row's number among `of` first, so that names are unique and in the table's order. */
export function batchFileName(number: number, of: number, title: string, name: string): string {
  const digits = String(number).padStart(Math.max(2, String(of).length), '0');
  // A long name is cut here, so that the number and the ending stay.
  const short = Array.from(name).slice(0, 40).join('');
  return safeFileName(`${[digits, title, short].filter(Boolean).join('-')}.pdf`);
}
