import { isDay, type DossierDocument } from '../../contract/dossier.ts';
import type { FormField } from '../../contract/forms.ts';
import type { Localized } from '../../contract/language.ts';
import { fieldValue } from '../dossier/fields.ts';
import { isPartyVariable, partyField, partyFields } from './party-variables.ts';
import { printableText } from './printable.ts';
import type { LetterTemplate } from './template.ts';
import { chineseDate, idTypeTitles, templateVariables, type LetterEntry } from './template-scope.ts';
import { variableTitle } from './variable-title.ts';

/** A variable that a field of a form can print, with what people call it. */
export interface FormVariable {
  readonly variable: string;
  readonly title: Localized;
  readonly isDate: boolean;
}

const letterDates = ['letter.date', 'letter.validFrom', 'letter.validUntil'];

/** What is a choice or a list of parts and no words to print. */
const notPrinted = new Set(['platform', 'track', 'categories', 'parties', 'facts', 'applicant.kind']);

/** The variables that fields of a letter's form can print: the dossier's texts, other parties, the letter's dates and what it asks for. */
export function formVariables(template: Pick<LetterTemplate, 'needs' | 'fields'>): readonly FormVariable[] {
  const known = [...templateVariables, ...template.fields.map(({ id }) => `letter.${id}`)];
  return known
    .filter((variable) => !notPrinted.has(variable) && !variable.endsWith('.kind'))
    .map((variable) => ({
      variable,
      title: variableTitle(variable, template),
      isDate:
        letterDates.includes(variable) ||
        template.fields.some(({ id, kind }) => kind === 'date' && variable === `letter.${id}`),
    }));
}

/** Whether a name can stand in a condition: any variable, a fact, the kind of a party. */
export function isConditionVariable(
  variable: string,
  template: Pick<LetterTemplate, 'needs' | 'fields'>,
): boolean {
  if (/^facts\.[a-z0-9-]+$/.test(variable)) return true;
  return (
    ['platform', 'track', 'categories', 'applicant.kind', ...partyFields].includes(variable) ||
    formVariables(template).some((one) => one.variable === variable)
  );
}

/** What a dossier holds for a variable, as it is; undefined where it holds nothing. */
function valueOf(variable: string, data: FormData): unknown {
  const { document, entry, template } = data;
  if (variable.startsWith('letter.')) {
    const id = variable.slice('letter.'.length);
    return id === 'date' || id === 'validFrom' || id === 'validUntil' ? entry[id] : entry.fields?.[id];
  }
  if (variable === 'applicant.kind') return document.applicant?.kind ?? 'company';
  if (!isPartyVariable(variable)) return fieldValue(document, variable);
  const field = partyField(document, variable, template.licenses);
  return field === null ? undefined : fieldValue(document, field);
}

/** Where a variable is filled in: the letter's own under `letters`, another party's in the list of parties. */
export function dossierField(variable: string, { template, document }: FormData): string {
  const [group, ...rest] = variable.split('.');
  const name = rest.join('.');
  if (group === 'letter') {
    const isAsk = template.fields.some(({ id }) => id === name);
    return `letters.${template.id}.${isAsk ? 'fields.' : ''}${name}`;
  }
  if (!isPartyVariable(variable)) return variable;
  return partyField(document, variable, template.licenses) ?? 'parties';
}

/** What a form is filled with. */
export interface FormData {
  readonly template: LetterTemplate;
  readonly document: DossierDocument;
  readonly entry: LetterEntry;
}

/** Whether the condition of a field holds; a list holds what it contains. A field without one is always written. */
export function isWritten({ when }: Pick<FormField, 'when'>, data: FormData): boolean {
  if (when === undefined) return true;
  const value = valueOf(when.variable, data);
  return Array.isArray(value) ? value.includes(when.is) : value === when.is;
}

/** What is printed in a field, `\n` between the lines of a long text; empty where there is nothing. */
export function fieldText({ text, variable, part }: FormField, data: FormData): string {
  if (text !== undefined) return text;
  if (variable === undefined) return '';
  const value = valueOf(variable, data);
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join('、');
  if (typeof value !== 'string') return '';
  if (variable.endsWith('.idType')) return idTypeTitles[value] ?? printableText(value);
  const isDate = formVariables(data.template).some((one) => one.variable === variable && one.isDate);
  if (isDate && isDay(value.trim())) return datePart(value.trim(), part);
  return value
    .split(/\r\n|\n|\r/)
    .map(printableText)
    .filter(Boolean)
    .join('\n');
}

function nameOf(item: unknown): string {
  if (typeof item === 'string') return printableText(item);
  const isNamed = item !== null && typeof item === 'object' && 'name' in item;
  return isNamed && typeof item.name === 'string' ? printableText(item.name) : '';
}

/** Months and days without a leading nought, as they are written by hand. */
function datePart(iso: string, part: FormField['part']): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  switch (part) {
    case 'year':
      return year;
    case 'month':
      return String(Number(month));
    case 'day':
      return String(Number(day));
    case 'iso':
      return iso;
    default:
      return chineseDate(iso);
  }
}
