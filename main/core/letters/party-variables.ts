import type { DossierDocument, LicensedRight } from '../../contract/dossier.ts';

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

/** Whether a party may stand for this right: it says so, or says of no right at all. */
export const mayLicense = ({ licenses = [] }: Party, right: LicensedRight): boolean =>
  licenses.length === 0 || licenses.includes(right);

/**
 * The dossier field behind a party’s variable, `parties.0.name` for `licensor.name`; null while there is no such party. Where
 * a letter is about a `right`, a licensor that names it goes before one that names none, and one of other rights is not taken.
 */
export function partyField(
  document: Pick<DossierDocument, 'parties'>,
  variable: string,
  right?: LicensedRight,
): string | null {
  const wanted = partyOf(variable);
  const [, ...key] = variable.split('.');
  const parties = document.parties ?? [];
  const fits = ({ role, kind }: Party): boolean =>
    role === wanted?.role && (wanted.kind === undefined || wanted.kind === kind);
  const isOfRight = (party: Party): boolean =>
    right === undefined || party.role !== 'licensor' || mayLicense(party, right);
  const naming =
    right === undefined
      ? -1
      : parties.findIndex((party) => fits(party) && party.licenses?.includes(right) === true);
  const place = naming < 0 ? parties.findIndex((party) => fits(party) && isOfRight(party)) : naming;
  return place < 0 ? null : ['parties', place, ...key].join('.');
}
