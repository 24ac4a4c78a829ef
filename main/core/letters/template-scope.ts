import { isDay, type DossierDocument, type LicensedRight } from '../../contract/dossier.ts';
import { fieldValue } from '../dossier/fields.ts';
import type { Ask } from './asks.ts';
import { partyField, partyFields } from './party-variables.ts';
import { printableText } from './printable.ts';

/** What is typed into one letter. */
export type LetterEntry = NonNullable<DossierDocument['letters']>[string];

const fields = [
  'platform',
  'track',
  'categories',
  'applicant.kind',
  'company.name',
  'company.uscc',
  'company.legalRepresentative.name',
  'company.legalRepresentative.idType',
  'company.legalRepresentative.idNumber',
  'company.agent.name',
  'company.agent.idType',
  'company.agent.idNumber',
  'company.agent.phone',
  'company.agent.email',
  'company.address',
  'company.phone',
  'company.website',
  'company.icpNumber',
  'app.name',
  'app.installedName',
  'app.intro',
  'app.description',
  'app.searchKeywords',
  'app.permissions',
  'app.version',
  'app.releaseNotes',
  'app.privacyPolicyUrl',
  'app.termsUrl',
  'parties',
  'facts',
] as const;

const letterFields = ['letter.date', 'letter.validFrom', 'letter.validUntil'] as const;

/** Every variable that a template may print or ask for; lists and `facts` may be looked into. */
export const templateVariables: readonly string[] = [...fields, ...partyFields, ...letterFields];

/** Whether a dotted name is a variable, the beginning of some, or inside a list or `facts`. */
export function isTemplateVariable(name: string): boolean {
  return templateVariables.some(
    (known) =>
      known === name ||
      known.startsWith(`${name}.`) ||
      (['parties', 'facts', 'categories', 'app.permissions', 'app.searchKeywords'].includes(known) &&
        name.startsWith(`${known}.`)),
  );
}

/** What identity documents are called on paper. */
export const idTypeTitles: Readonly<Record<string, string>> = {
  resident: '居民身份证',
  passport: '护照',
  'hk-macao': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
};

/** Room to write a date by hand inside a sentence; the lay-out rules the blanks. */
export const blankDate = '　　　　年　　月　　日';

/** `2026-11-22` as it stands in a letter: 2026年11月22日. */
export function chineseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

type Scope = { [name: string]: unknown };

/**
 * The variables of a template: every known name is there, empty ones as null (false in a condition). Texts are made
 * printable, identity documents and dates written as on paper. `placeholders` stand for fields that a draft lacks; of
 * several licensors, the one of the letter's `right` is its own.
 */
export function templateScope(
  document: DossierDocument,
  entry: LetterEntry,
  placeholders: ReadonlyMap<string, string>,
  asks: readonly Ask[] = [],
  right?: LicensedRight,
): Scope {
  const scope: Scope = {};
  for (const field of fields) {
    const given = printableField(document, field);
    const value = field.endsWith('.idType') && typeof given === 'string' ? idTypeTitles[given] : given;
    put(scope, field, value ?? placeholders.get(field) ?? null);
  }
  for (const variable of partyFields) {
    const field = partyField(document, variable, right);
    const value = field === null ? null : printableField(document, field);
    put(scope, variable, value ?? placeholders.get(variable) ?? null);
  }
  put(scope, 'applicant.kind', document.applicant?.kind ?? 'company');
  put(scope, 'letter.date', entry.date === undefined ? blankDate : chineseDate(entry.date));
  put(scope, 'letter.validFrom', entry.validFrom === undefined ? blankDate : chineseDate(entry.validFrom));
  put(scope, 'letter.validUntil', entry.validUntil === undefined ? blankDate : chineseDate(entry.validUntil));
  for (const { id, kind } of asks) {
    const typed = Object.hasOwn(entry.fields ?? {}, id) ? (entry.fields?.[id] ?? '') : '';
    put(scope, `letter.${id}`, asPrinted(typed, kind) ?? placeholders.get(`letter.${id}`) ?? null);
  }
  return scope;
}

const printable = new WeakMap<DossierDocument, Map<string, unknown>>();

/** A field's value made printable; once for a document, of which a dozen letters may be made. */
function printableField(document: DossierDocument, field: string): unknown {
  const known = printable.get(document) ?? new Map<string, unknown>();
  printable.set(document, known);
  if (!known.has(field)) known.set(field, clean(fieldValue(document, field)));
  return known.get(field);
}

/** What is typed into a letter as it is printed: dates in Chinese, a long text line by line; null where nothing is. */
function asPrinted(typed: string, kind: Ask['kind']): string | null {
  switch (kind) {
    case 'text':
    case 'isbn':
      return printableText(typed) || null;
    case 'long-text':
      return (
        typed
          .split(/\r\n|\n|\r/)
          .map(printableText)
          .filter(Boolean)
          .join('\n') || null
      );
    case 'date':
      return isDay(typed.trim()) ? chineseDate(typed.trim()) : printableText(typed) || null;
  }
}

function put(scope: Scope, name: string, value: unknown): void {
  const [key = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    scope[key] = value;
    return;
  }
  const inner = scope[key] ?? {};
  scope[key] = inner;
  // Safe: no name in the list is both a value and the beginning of another.
  put(inner as Scope, rest.join('.'), value);
}

/** Texts made printable all the way down; what is empty becomes null. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value) || null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(clean);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
  }
  return value ?? null;
}
