import type { DossierDocument } from '../../contract/dossier.ts';

type Party = NonNullable<DossierDocument['parties']>[number];

/** Another party under a name of its own: the first of the dossier in this role, and of this kind where one is named. */
const parties: Readonly<Record<string, { readonly role: Party['role']; readonly kind?: Party['kind'] }>> = {
  licensor: { role: 'licensor' },
  companyLicensor: { role: 'licensor', kind: 'company' },
  individualLicensor: { role: 'licensor', kind: 'individual' },
  affiliate: { role: 'affiliate' },
  technologyProvider: { role: 'technology-provider' },
  assessor: { role: 'assessor' },
};

const keys = ['name', 'identifier', 'representative', 'kind'] as const;

/** Every variable of another party: `licensor.name`, `affiliate.identifier` and so on. */
export const partyFields: readonly string[] = Object.keys(parties).flatMap((name) =>
  keys.map((key) => `${name}.${key}`),
);

const partyOf = (variable: string) => parties[variable.split('.')[0] ?? ''];

/** Whether a variable is one of another party. */
export function isPartyVariable(variable: string): boolean {
  return partyOf(variable) !== undefined;
}

/** The role and, where it is bound to one, the kind of the party that a variable tells of; undefined for other variables. */
export const wantedParty = (
  variable: string,
): { readonly role: Party['role']; readonly kind?: Party['kind'] } | undefined => partyOf(variable);

/** The dossier field behind a party’s variable, `parties.0.name` for `licensor.name`; null while there is no such party. */
export function partyField(document: DossierDocument, variable: string): string | null {
  const wanted = partyOf(variable);
  const [, ...key] = variable.split('.');
  const place = (document.parties ?? []).findIndex(
    ({ role, kind }) => role === wanted?.role && (wanted.kind === undefined || wanted.kind === kind),
  );
  return place < 0 ? null : ['parties', place, ...key].join('.');
}
