import { companyFields, type CompanyDetails, type CompanyField } from '../../main/contract/kept-companies.ts';
import type { AppClient } from '../client/app-client.ts';
import { valueAt } from '../client/field-path.ts';

/** The fields in which a kept company says something. */
export const filledFields = (details: CompanyDetails, hasLogo: boolean): readonly CompanyField[] =>
  companyFields.filter((field) => {
    if (field === 'logo') return hasLogo;
    const value = valueAt(details, field.split('.'));
    return value !== undefined && value !== '';
  });

/** Makes a dossier of the first platform with all that is kept of a company; answers its id, null where there is no platform. */
export async function startDossier(client: AppClient, company: string): Promise<string | null> {
  const [{ platforms }, kept] = await Promise.all([
    client.call('rulebook.platforms', {}),
    client.call('companies.open', { company }),
  ]);
  const [platform] = platforms;
  if (platform === undefined) return null;
  const track = platform.tracks.find((one) => one.covered) ?? platform.tracks[0];
  const made = await client.call('dossiers.create', {
    platform: platform.id,
    ...(track === undefined ? {} : { track: track.id }),
    categories: [],
  });
  const fields = filledFields(kept.details, kept.logo !== null);
  if (fields.length > 0) {
    const { dossier, revision } = made;
    await client.call('companies.use', { dossier, baseRevision: revision, company, fields: [...fields] });
  }
  return made.dossier;
}
