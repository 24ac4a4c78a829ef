import type { DossierDocument } from '../../contract/dossier.ts';
import type { FieldSuggestion, Particular, ReadPaper } from '../../contract/read-paper.ts';
import type { PaperReads } from '../../contract/rulebook.ts';
import { fieldValue, isFilled } from '../dossier/fields.ts';

/** Where a particular of a paper goes, by whom the paper is about. */
const fields: Readonly<Record<PaperReads['of'], Partial<Readonly<Record<Particular, string>>>>> = {
  company: {
    'company-name': 'company.name',
    'credit-code': 'company.uscc',
    'legal-representative': 'company.legalRepresentative.name',
    address: 'company.address',
    'icp-number': 'company.icpNumber',
    'licence-number': 'company.icpNumber',
  },
  'legal-representative': {
    'person-name': 'company.legalRepresentative.name',
    'identity-number': 'company.legalRepresentative.idNumber',
  },
  agent: { 'person-name': 'company.agent.name', 'identity-number': 'company.agent.idNumber' },
  licensor: { 'company-name': 'name', 'credit-code': 'identifier', 'legal-representative': 'representative' },
  affiliate: {
    'company-name': 'name',
    'credit-code': 'identifier',
    'legal-representative': 'representative',
  },
};

/**
 * What a read paper says for the fields of the one it is about. A paper of another kind than its requirement asks for, and one of a
 * party where there are none or several of that role, suggests nothing: whose it is cannot be told.
 */
export function suggestFields(
  paper: ReadPaper,
  reads: PaperReads,
  document: DossierDocument,
): readonly FieldSuggestion[] {
  if (paper.kind !== reads.paper) return [];
  const base = baseOf(reads.of, document);
  if (base === null) return [];
  return paper.particulars.flatMap((read): readonly FieldSuggestion[] => {
    const name = fields[reads.of][read.particular];
    if (name === undefined) return [];
    const field = `${base}${name}`;
    const value = fieldValue(document, field);
    const current = typeof value === 'string' && isFilled(value) ? value : null;
    const state = current === null ? 'fills' : isSame(current, read.value) ? 'same' : 'differs';
    return [{ ...read, path: paper.path, field, current, state }];
  });
}

function baseOf(of: PaperReads['of'], document: DossierDocument): string | null {
  if (of !== 'licensor' && of !== 'affiliate') return '';
  const parties = document.parties ?? [];
  const indexes = parties.flatMap((party, index) => (party.role === of ? [index] : []));
  const [index] = indexes;
  return index === undefined || indexes.length > 1 ? null : `parties.${index}.`;
}

/** Width, spaces and case tell nothing here: print and recognition both change them. */
const isSame = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
