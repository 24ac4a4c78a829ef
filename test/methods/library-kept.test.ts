import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CompanyDetails, PersonDetails } from '../../main/contract/kept-companies.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { documentOf, edit, handOver, newDossier, planOf, setName, twoSides } from './hand-over.ts';
import { openComputer, type Computer } from './library-world.ts';

const uscc = '91440300MA5EXAMPLA';

const keepCompany = ({ app }: Computer, details: CompanyDetails, company?: string, baseRevision?: number) =>
  app.call('companies.save', {
    details,
    ...(company === undefined ? {} : { company }),
    ...(baseRevision === undefined ? {} : { baseRevision }),
  });
const keepPerson = ({ app }: Computer, details: PersonDetails) => app.call('people.save', { details });
const companies = async ({ world }: Computer) =>
  (await world.companies.list('company')).map(({ details }) => details);
const people = async ({ world }: Computer) =>
  (await world.companies.list('person')).map(({ details }) => details);
const merge = ({ app, grant }: Computer, path: string, picks = {}) =>
  app.call('library.merge', { file: grant(path), picks });

/** Two computers that keep the same company, handed over once. */
async function twoKeepers() {
  const [here, there] = [openComputer(), openComputer()];
  const { company } = await keepCompany(here, { name: '甲公司', uscc, phone: '1', address: '甲路' });
  await merge(there, (await handOver(here)).path);
  return { here, there, company };
}

describe('handing over the companies and people that are kept', () => {
  test('brings them with their logo to a computer that has none, without a single dossier', async () => {
    const [here, there] = [openComputer(), openComputer()];
    const dossier = await newDossier(here, '晨光');
    const { path: logo } = await here.world.dossiers.addFile(
      dossier,
      'assets/标志.png',
      new TextEncoder().encode('logo'),
    );
    await edit(here, dossier, [{ path: ['company'], value: { name: '甲公司', uscc, logo } }]);
    const { company } = await here.app.call('companies.keep', { dossier });
    await here.app.call('dossiers.remove', { dossier });
    await keepPerson(here, { name: '李四', idType: 'passport', idNumber: 'E1234' });
    const { path, result } = await handOver(here);
    expect(result).toMatchObject({ dossiers: 0, kept: 2 });
    const plan = await planOf(there, path);
    expect(plan.kept.map(({ kind, name, state }) => [kind, name, state]).toSorted()).toEqual([
      ['company', '甲公司', 'new'],
      ['person', '李四', 'new'],
    ]);
    expect(await merge(there, path)).toMatchObject({ added: 0, kept: 2 });
    expect(await companies(there)).toEqual([{ name: '甲公司', uscc }]);
    expect(await people(there)).toEqual([{ name: '李四', idType: 'passport', idNumber: 'E1234' }]);
    const file = await there.world.companies.logo(company);
    expect([file.name, readFileSync(file.absolutePath, 'utf8')]).toEqual(['标志.png', 'logo']);
  });

  test('leaves them out with some dossiers only, unless they are asked for, and never sends a removed one', async () => {
    const here = openComputer();
    const dossier = await newDossier(here, '晨光');
    const { company } = await keepCompany(here, { name: '甲公司' });
    const some = { dossiers: [dossier], plain: true };
    expect((await here.app.call('library.export', some)).kept).toBe(0);
    expect((await here.app.call('library.export', { ...some, withKept: true })).kept).toBe(1);
    expect((await here.app.call('library.export', { plain: true, withKept: false })).kept).toBe(0);
    await here.app.call('companies.remove', { company });
    expect((await here.app.call('library.export', { plain: true })).kept).toBe(0);
  });

  test('takes what only they changed, keeps what only I changed, and asks about what both changed', async () => {
    const { here, there, company } = await twoKeepers();
    await keepCompany(
      here,
      { name: '甲公司', uscc, phone: '2', address: '甲路', website: 'https://a.cn' },
      company,
      1,
    );
    await keepCompany(
      there,
      { name: '甲公司', uscc, phone: '3', seal: { shape: 'round', widthMm: 40 } },
      company,
      1,
    );
    const { path } = await handOver(there, { by: '小李' });
    const plan = await planOf(here, path);
    expect(plan).toMatchObject({
      conflicts: 1,
      kept: [{ state: 'both-changed', hasAncestor: true, fields: ['company.address', 'company.seal'] }],
    });
    const [conflict] = plan.kept[0]?.conflicts ?? [];
    expect(conflict).toMatchObject({
      at: 'company.phone',
      mine: { text: '2', by: '本机' },
      theirs: { text: '3', by: '小李' },
    });
    expect((await failureOf(merge(here, path))).code).toBe('unresolved-conflicts');
    await merge(here, path, { [conflict?.id ?? '']: 'theirs' });
    const merged = {
      name: '甲公司',
      uscc,
      phone: '3',
      website: 'https://a.cn',
      seal: { shape: 'round', widthMm: 40 },
    };
    expect(await companies(here)).toEqual([merged]);
    const { records } = await here.app.call('library.records', {});
    expect(records).toMatchObject([
      { title: '甲公司', conflicts: [{ mine: { text: '2' }, picked: 'theirs' }] },
    ]);
    const back = await handOver(here);
    expect((await planOf(there, back.path)).kept).toMatchObject([{ state: 'newer-there', conflicts: [] }]);
    await merge(there, back.path);
    expect(await companies(there)).toEqual([merged]);
  });

  test('knows a company by its credit code and a person by the number, though each typed it alone', async () => {
    const [here, there] = [openComputer(), openComputer()];
    await keepCompany(here, { name: '甲公司', uscc, phone: '1' });
    await keepCompany(there, { name: '甲公司（新）', uscc: uscc.toLowerCase(), address: '乙路' });
    await keepPerson(here, { name: '李四', idNumber: 'E1' });
    await keepPerson(there, { name: '李四', idNumber: 'E1', phone: '139' });
    await keepPerson(there, { name: '李四', idNumber: 'E2' });
    const { path } = await handOver(there);
    const plan = await planOf(here, path);
    const ofCompany = plan.kept.find(({ kind }) => kind === 'company');
    expect(ofCompany).toMatchObject({ hasAncestor: false, fields: ['company.address'] });
    expect(ofCompany?.conflicts.map(({ at }) => at)).toEqual(['company.name', 'company.uscc']);
    const picks = Object.fromEntries((ofCompany?.conflicts ?? []).map(({ id }) => [id, 'mine']));
    await merge(here, path, picks);
    expect(await companies(here)).toEqual([{ name: '甲公司', uscc, phone: '1', address: '乙路' }]);
    expect((await people(here)).map(({ idNumber, phone }) => [idNumber, phone]).toSorted()).toEqual([
      ['E1', '139'],
      ['E2', undefined],
    ]);
    // What was settled once is not asked again.
    expect((await planOf(here, path)).conflicts).toBe(0);
  });

  test('one that was removed here is brought back only when that is picked', async () => {
    const { here, there, company } = await twoKeepers();
    await here.app.call('companies.remove', { company });
    const { path } = await handOver(there);
    const [kept] = (await planOf(here, path)).kept;
    expect(kept).toMatchObject({ state: 'removed', conflicts: [{ kind: 'removed' }] });
    const id = kept?.conflicts[0]?.id ?? '';
    await merge(here, path, { [id]: 'mine' });
    expect(await companies(here)).toEqual([]);
    await merge(here, path, { [id]: 'theirs' });
    expect(await companies(here)).toHaveLength(1);
  });

  test('refuses a plan that a change of a kept company overtook, and changes nothing', async () => {
    const { here, there, company } = await twoKeepers();
    await keepCompany(there, { name: '甲公司', uscc, phone: '9' }, company, 1);
    const { path } = await handOver(there);
    const { token } = await planOf(here, path);
    await keepCompany(here, { name: '甲公司', uscc, phone: '8' }, company, 1);
    const failure = await failureOf(here.app.call('library.merge', { file: here.grant(path), token }));
    expect(failure.code).toBe('library-changed');
    expect((await companies(here))[0]?.phone).toBe('8');
  });
});

describe('handing over whether a dossier is archived', () => {
  const isArchived = async ({ world }: Computer, dossier: string): Promise<boolean> =>
    (await world.library.dossiers([dossier]))[0]?.archivedAt !== null;
  const archive = ({ app }: Computer, dossier: string, archived: boolean) =>
    app.call('dossiers.archive', { dossier, archived });

  test('follows whoever changed it since both parted, and keeps edits of the other side', async () => {
    const { here, there, dossier } = await twoSides();
    await archive(there, dossier, true);
    await edit(here, dossier, [setName('夕阳')]);
    const first = await handOver(there);
    expect((await planOf(here, first.path)).dossiers).toMatchObject([{ archived: true, conflicts: [] }]);
    await merge(here, first.path);
    expect(await isArchived(here, dossier)).toBe(true);
    expect((await documentOf(here, dossier)).app?.name).toBe('夕阳');
    await archive(here, dossier, false);
    // The same file again is older than what is here now.
    expect((await planOf(here, first.path)).dossiers).toMatchObject([{ state: 'newer-here' }]);
    await merge(there, (await handOver(here)).path);
    expect(await isArchived(there, dossier)).toBe(false);
  });
});
