import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import {
  companyFields,
  type CompanyDetails,
  type CompanyDifference,
  type CompanyField,
} from '../../contract/kept-companies.ts';
import { isSameData } from '../dossier/same-data.ts';
import { maskNumber } from './mask-number.ts';

type Company = NonNullable<DossierDocument['company']>;

/** What tells companies apart: the credit code, and for want of one the name. */
export interface CompanyKey {
  readonly name: string;
  readonly uscc: string;
}

const bare = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** The key of a company, the same however it was typed. */
export const companyKey = ({ name, uscc }: Pick<Company, 'name' | 'uscc'>): CompanyKey => ({
  name: bare(name),
  uscc: bare(uscc),
});

/** Whether two keys are of one company: by credit code where both have one, else by name. */
export function isSameCompany(one: CompanyKey, other: CompanyKey): boolean {
  if (one.uscc !== '' && other.uscc !== '') return one.uscc === other.uscc;
  return one.name !== '' && one.name === other.name;
}

const textFieldsOf = (field: CompanyField): readonly string[] => field.split('.');

/** The value of a field that holds text or the seal; undefined where it is empty. */
function valueOf(company: Company | CompanyDetails, field: CompanyField): unknown {
  let value: unknown = company;
  for (const key of textFieldsOf(field)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (typeof value === 'string' && value.trim() === '') return undefined;
  return value;
}

function inWords(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim();
  // Safe: of a company's fields only the seal is no text.
  const { shape, widthMm, heightMm } = value as NonNullable<CompanyDetails['seal']>;
  return shape === 'round' ? `⌀ ${widthMm} mm` : `${widthMm} × ${heightMm ?? widthMm} mm`;
}

/** A file with its content named, so that two logos can be compared; null for none. */
export interface NamedLogo {
  readonly name: string;
  readonly sha256: string;
}

/** Where a dossier's company differs from a kept one, in the order of the form. */
export function companyDifferences(
  kept: { readonly details: CompanyDetails; readonly logo: NamedLogo | null },
  there: { readonly company: Company; readonly logo: NamedLogo | null },
): readonly CompanyDifference[] {
  return companyFields.flatMap((field): readonly CompanyDifference[] => {
    if (field === 'logo') {
      if (kept.logo?.sha256 === there.logo?.sha256) return [];
      return [{ field, kept: kept.logo?.name ?? null, there: there.logo?.name ?? null }];
    }
    const [one, other] = [valueOf(kept.details, field), valueOf(there.company, field)];
    if (isSameData(one, other)) return [];
    const [mine, theirs] = [inWords(one), inWords(other)];
    if (mine === theirs) return [];
    if (!field.endsWith('idNumber')) return [{ field, kept: mine, there: theirs }];
    const masked = [mine, theirs].map((number) => (number === null ? null : maskNumber(number)));
    const [first = null, second = null] = masked[0] === masked[1] ? [mine, theirs] : masked;
    return [{ field, kept: first, there: second }];
  });
}

/** Edits that write chosen fields of a kept company into a dossier; its logo is a file and not among them. */
export const editsForUse = (details: CompanyDetails, fields: readonly CompanyField[]): readonly FieldEdit[] =>
  fields
    .filter((field) => field !== 'logo')
    .map((field) => ({ path: ['company', ...textFieldsOf(field)], value: valueOf(details, field) ?? null }));

/** A dossier's company without its logo. */
export function detailsOf(company: Company): CompanyDetails {
  const details = { ...company };
  delete details.logo;
  return details;
}

/** Kept details with chosen fields as a dossier has them; groups that are left empty go. */
export function takeFields(
  details: CompanyDetails,
  company: Company,
  fields: readonly CompanyField[],
): CompanyDetails {
  const taken: Record<string, unknown> = structuredClone(details);
  for (const field of fields) {
    if (field === 'logo') continue;
    const [group = field, leaf] = textFieldsOf(field);
    const value = valueOf(company, field);
    if (leaf === undefined) setOrDelete(taken, group, value);
    else {
      const members = { ...(taken[group] as Readonly<Record<string, unknown>> | undefined) };
      setOrDelete(members, leaf, value);
      setOrDelete(taken, group, Object.keys(members).length === 0 ? undefined : members);
    }
  }
  return taken;
}

function setOrDelete(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}
