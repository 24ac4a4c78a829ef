import { Failure } from '../contract/failure.ts';
import type { ComparedDossier, CompanySummary, KeptCompany } from '../contract/kept-companies.ts';
import { inLanguage, type Language } from '../contract/language.ts';
import {
  companyDifferences,
  companyKey,
  detailsOf,
  editsForUse,
  isSameCompany,
  takeFields,
  type NamedLogo,
} from '../core/company/kept-company.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { Kept } from '../world/kept-companies.ts';
import type { LocalFile } from '../world/local-file.ts';
import { unnamedApp } from './dossier-summary.ts';
import type { Methods } from './method.ts';

/** Companies that are kept for all dossiers. */
export const companyMethods: Pick<
  Methods,
  | 'companies.list'
  | 'companies.open'
  | 'companies.save'
  | 'companies.remove'
  | 'companies.restore'
  | 'companies.keep'
  | 'companies.compare'
  | 'companies.use'
> = {
  async 'companies.list'(world) {
    const [companies, dossiers] = await Promise.all([world.companies.list('company'), world.dossiers.list()]);
    const keys = dossiers.map(({ outline }) => companyKey({ name: outline.company, uscc: outline.uscc }));
    return { companies: companies.map((one) => summaryOf(one, keys)) };
  },

  async 'companies.open'(world, { company }) {
    return keptData(await world.companies.open('company', company));
  },

  async 'companies.save'(world, { company, baseRevision, details }) {
    const saved = await world.companies.save('company', {
      id: company ?? null,
      baseRevision: baseRevision ?? 0,
      details,
    });
    return keptData(saved);
  },

  async 'companies.remove'(world, { company }) {
    await world.companies.remove('company', company);
    return {};
  },

  async 'companies.restore'(world, { company }) {
    return keptData(await world.companies.restore('company', company));
  },

  async 'companies.keep'(world, { dossier, into }) {
    const open = await world.dossiers.open(dossier);
    const company = open.document.company ?? {};
    if ((company.name ?? '').trim() === '') throw nothingToKeep();
    const logo = company.logo === undefined ? null : { dossier, path: company.logo };
    if (into === undefined) {
      const key = companyKey(company);
      const twin = (await world.companies.list('company')).find((one) =>
        isSameCompany(companyKey(one.details), key),
      );
      if (twin !== undefined) throw keptAlready(twin.details.name ?? '');
      const details = detailsOf(company);
      return keptData(await world.companies.save('company', { id: null, baseRevision: 0, details, logo }));
    }
    const before = await world.companies.open('company', into.company);
    const saved = await world.companies.save('company', {
      id: before.id,
      baseRevision: into.baseRevision,
      details: takeFields(before.details, company, into.fields),
      ...(into.fields.includes('logo') ? { logo } : {}),
    });
    return keptData(saved);
  },

  async 'companies.compare'(world, { company, dossier }, { language, signal }) {
    const kept = await world.companies.open('company', company);
    const keptLogo = await namedLogo(kept.logo === null ? null : await world.companies.logo(company), world);
    const wanted = dossier === undefined ? await dossiersOf(kept, world) : [{ ref: dossier }];
    const dossiers: ComparedDossier[] = [];
    for (const { ref, ...facts } of wanted) {
      signal.throwIfAborted();
      const open = await world.dossiers.open(ref);
      const there = {
        company: open.document.company ?? {},
        logo: await namedLogo(await logoFile(open, world), world),
      };
      dossiers.push({
        dossier: ref,
        title: titleOf(open, language),
        revision: open.revision,
        ...facts,
        differences: [...companyDifferences({ details: kept.details, logo: keptLogo }, there)],
      });
    }
    return { revision: kept.revision, dossiers };
  },

  async 'companies.use'(world, { dossier, baseRevision, company, fields }) {
    const kept = await world.companies.open('company', company);
    const edits = [...editsForUse(kept.details, fields)];
    if (!fields.includes('logo')) return dossierData(await world.dossiers.edit(dossier, baseRevision, edits));
    const logo = { path: ['company', 'logo'], value: null };
    if (kept.logo === null) {
      return dossierData(await world.dossiers.edit(dossier, baseRevision, [...edits, logo]));
    }
    const { files } = await world.dossiers.open(dossier);
    const source = await world.companies.logo(company);
    const { path } = await world.dossiers.addFile(dossier, `assets/${kept.logo}`, source);
    try {
      return dossierData(
        await world.dossiers.edit(dossier, baseRevision, [...edits, { ...logo, value: path }]),
      );
    } catch (error) {
      // Nothing was written: what was put there for it goes again.
      if (!files.some((one) => one.path === path)) await world.dossiers.removeFile(dossier, path);
      throw error;
    }
  },
};

function summaryOf(
  { id, changedAt, details }: Kept<'company'>,
  dossiers: readonly ReturnType<typeof companyKey>[],
): CompanySummary {
  const key = companyKey(details);
  return {
    company: id,
    name: details.name?.trim() ?? '',
    uscc: details.uscc?.trim() ?? '',
    legalRepresentative: details.legalRepresentative?.name?.trim() ?? '',
    agent: details.agent?.name?.trim() ?? '',
    changedAt,
    dossiers: dossiers.filter((one) => isSameCompany(one, key)).length,
  };
}

const keptData = ({ id, revision, changedAt, details, logo }: Kept<'company'>): KeptCompany => ({
  company: id,
  revision,
  changedAt,
  details,
  logo,
});

const titleOf = ({ document }: OpenDossier, language: Language): string =>
  document.app?.name?.trim() || inLanguage(unnamedApp, language);

/** The dossiers of a kept company, archived ones too. */
async function dossiersOf(
  kept: Kept<'company'>,
  world: World,
): Promise<readonly { readonly ref: string; readonly isArchived?: boolean }[]> {
  const key = companyKey(kept.details);
  return (await world.dossiers.list())
    .filter(({ outline }) => isSameCompany(companyKey({ name: outline.company, uscc: outline.uscc }), key))
    .map(({ ref, archivedAt }) => ({ ref, isArchived: archivedAt !== null }));
}

/** The logo of a dossier's company; null where there is none, or its file is gone. */
async function logoFile({ ref, document }: OpenDossier, world: World): Promise<LocalFile | null> {
  const path = document.company?.logo;
  if (path === undefined) return null;
  try {
    return await world.dossiers.locate(ref, path);
  } catch (error) {
    // That it is gone is told where files are looked at.
    if (error instanceof Failure && error.code === 'file-missing') return null;
    throw error;
  }
}

async function namedLogo(file: LocalFile | null, world: World): Promise<NamedLogo | null> {
  if (file === null) return null;
  const { sha256 } = await world.inspector.inspect(file, file.name, 'identity');
  // A file that cannot be read to its end is like no other.
  return { name: file.name, sha256: sha256 ?? `unread ${file.absolutePath}` };
}

const nothingToKeep = (): Failure =>
  new Failure(
    'nothing-to-keep',
    {
      zh: '这份案卷还没有填企业名称，没有可以存入公司库的内容',
      en: 'The company of this dossier has no name yet: there is nothing to keep',
    },
    { zh: '请先填写企业名称', en: 'Type the company’s name first' },
  );

const keptAlready = (name: string): Failure =>
  new Failure(
    'company-kept',
    { zh: `公司库里已经有「${name}」`, en: `“${name}” is kept already` },
    { zh: '请选择它，再逐项决定更新哪些内容', en: 'Choose it, and say field by field what to update' },
  );
