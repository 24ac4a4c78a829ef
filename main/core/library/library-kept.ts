import {
  companyDetailsSchema,
  personDetailsSchema,
  type CompanyDetails,
  type PersonDetails,
} from '../../contract/kept-companies.ts';
import type { DossierDocument } from '../../contract/dossier.ts';
import { documentFields } from './document-fields.ts';
import { hashOf } from './dossier-state.ts';
import type { MergedFields } from './merge-fields.ts';

/** The logo of a kept company: its file name and the SHA-256 of its content, lower-case hex. */
export interface LogoFact {
  readonly name: string;
  readonly sha256: string;
}

/** What is kept of a company or a person. */
export type KeptContent =
  | { readonly kind: 'company'; readonly details: CompanyDetails; readonly logo: LogoFact | null }
  | { readonly kind: 'person'; readonly details: PersonDetails; readonly logo: null };

/** A company or person of the database with all that a merge asks for. */
export interface LibraryKept {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: string;
  readonly isRemoved: boolean;
  readonly content: KeptContent;
  /** States that were handed over or came in, the oldest first. */
  readonly ancestors: readonly { readonly state: string; readonly content: KeptContent }[];
}

/** Names what is kept of a company or person: the same on every computer, whatever its id there. SHA-256, lower-case hex. */
export const keptStateOf = (content: KeptContent): string =>
  hashOf(
    JSON.stringify([
      content.kind,
      ...[...documentFields(documentOfKept(content))].map(([path, { value }]) => [path, value]).toSorted(),
    ]),
  );

/** The details as those of a dossier, to be merged as its fields are: a person stands where an agent does, a logo as its hash and name. */
export function documentOfKept({ kind, details, logo }: KeptContent): DossierDocument {
  const company =
    kind === 'person'
      ? { agent: details }
      : { ...details, ...(logo === null ? {} : { logo: `${logo.sha256} ${logo.name}` }) };
  return { schema: 'yinqi/dossier@1', platform: '', categories: [], company };
}

/** Mine with fields as theirs has them; groups that are left empty go. */
export function keptWithFields(
  mine: KeptContent,
  theirs: KeptContent,
  edits: MergedFields['edits'],
): KeptContent {
  const merged: Record<string, unknown> = structuredClone(documentOfKept(mine).company ?? {});
  for (const { path, value } of edits) setField(merged, path.slice(1).map(String), value ?? undefined);
  if (mine.kind === 'person') {
    return { kind: 'person', details: personDetailsSchema.parse(merged['agent'] ?? {}), logo: null };
  }
  delete merged['logo'];
  const isLogoTaken = edits.some(({ path }) => path[1] === 'logo');
  return {
    kind: 'company',
    details: companyDetailsSchema.parse(merged),
    logo: isLogoTaken ? theirs.logo : mine.logo,
  };
}

function setField(group: Record<string, unknown>, [key = '', ...below]: readonly string[], value: unknown) {
  if (below.length === 0) {
    if (value === undefined) delete group[key];
    else group[key] = value;
    return;
  }
  // Safe: documentFields takes groups apart, so what lies on the way to a field is one.
  const inner = { ...(group[key] as Readonly<Record<string, unknown>> | undefined) };
  setField(inner, below, value);
  if (Object.keys(inner).length === 0) delete group[key];
  else group[key] = inner;
}
