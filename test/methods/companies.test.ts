import { describe, expect, onTestFinished, test } from 'vitest';
import { createInspector } from '../../main/adapters/images/inspector.ts';
import { createSqliteStore } from '../../main/adapters/sqlite/sqlite-store.ts';
import { api, type MethodInput, type MethodOutput } from '../../main/contract/api.ts';
import { companyMethods } from '../../main/methods/companies.ts';
import { peopleMethods } from '../../main/methods/people.ts';
import type { World } from '../../main/world.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';

const methods = { ...companyMethods, ...peopleMethods };
type Name = keyof typeof methods;

function openWorld() {
  let ids = 0;
  const store = createSqliteStore({
    dataFolder: temporaryFolder(),
    newId: () => `new${(ids += 1)}`,
    now: () => '2026-01-31T08:00:00.000Z',
  });
  onTestFinished(() => store.close());
  // Safe: these methods use nothing else of the world.
  return { dossiers: store, companies: store.companies, inspector: createInspector() } as unknown as World;
}

/** Calls a method as the app does: input and output go through the schemas. */
async function call<N extends Name>(world: World, name: N, input: MethodInput<N>): Promise<MethodOutput<N>> {
  const context = { language: 'zh', signal: new AbortController().signal, onProgress: () => undefined };
  // Safe: the schemas belong to the method of the same name.
  const run = methods[name] as (world: World, input: unknown, context: unknown) => Promise<unknown>;
  return api[name].output.parse(await run(world, api[name].input.parse(input), context)) as MethodOutput<N>;
}

const company = {
  name: '深圳市样例科技有限公司',
  uscc: '91440300MA5YANGL1W',
  phone: '0755-88880000',
  agent: { name: '李四', idNumber: '440301190002020027' },
};

/** A dossier whose company has a logo. */
async function dossierOf(world: World, own: object = company) {
  const { ref } = await world.dossiers.create({
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: [],
    company: own,
  });
  const { path, dossier } = await world.dossiers.addFile(
    ref,
    'assets/logo.png',
    new TextEncoder().encode('logo'),
  );
  return world.dossiers.edit(ref, dossier.revision, [{ path: ['company', 'logo'], value: path }]);
}

describe('keeping a company', () => {
  test('takes over all of it with the logo, and it is listed with how many dossiers it has', async () => {
    const world = openWorld();
    const { ref } = await dossierOf(world);
    const kept = await call(world, 'companies.keep', { dossier: ref });
    expect(kept).toMatchObject({ details: company, logo: 'logo.png', revision: 1 });
    await dossierOf(world, { name: '另写的名字', uscc: company.uscc });
    expect((await call(world, 'companies.list', {})).companies).toEqual([
      {
        company: kept.company,
        name: company.name,
        uscc: company.uscc,
        legalRepresentative: '',
        agent: '李四',
        changedAt: '2026-01-31T08:00:00.000Z',
        dossiers: 2,
      },
    ]);
  });

  test('refuses one that is kept already, and one without a name', async () => {
    const world = openWorld();
    const { ref } = await dossierOf(world);
    await call(world, 'companies.keep', { dossier: ref });
    expect((await failureOf(call(world, 'companies.keep', { dossier: ref }))).code).toBe('company-kept');
    const nameless = await dossierOf(world, { uscc: '91350100M000100Y43', name: ' ' });
    expect((await failureOf(call(world, 'companies.keep', { dossier: nameless.ref }))).code).toBe(
      'nothing-to-keep',
    );
  });

  test('updates of a kept one the chosen fields alone, on the revision that was looked at', async () => {
    const world = openWorld();
    const kept = await call(world, 'companies.save', {
      details: { ...company, website: 'https://a.example.com' },
    });
    const { ref } = await dossierOf(world, { ...company, phone: '0755-1', address: '新址' });
    const into = { company: kept.company, baseRevision: 1, fields: ['phone' as const] };
    const updated = await call(world, 'companies.keep', { dossier: ref, into });
    expect(updated).toMatchObject({ revision: 2, logo: null });
    expect(updated.details).toEqual({ ...company, website: 'https://a.example.com', phone: '0755-1' });
    expect((await failureOf(call(world, 'companies.keep', { dossier: ref, into }))).code).toBe(
      'kept-conflict',
    );
  });
});

describe('using a company', () => {
  test('writes the chosen fields, the logo as a file of the dossier, and nothing else', async () => {
    const world = openWorld();
    const { ref } = await dossierOf(world);
    const { company: id } = await call(world, 'companies.keep', { dossier: ref });
    const blank = await world.dossiers.create({ schema: 'yinqi/dossier@1', platform: 'p', categories: [] });
    const used = await call(world, 'companies.use', {
      dossier: blank.ref,
      baseRevision: blank.revision,
      company: id,
      fields: ['name', 'agent.name', 'logo'],
    });
    expect(used.document.company).toEqual({
      name: company.name,
      agent: { name: '李四' },
      logo: 'assets/logo.png',
    });
    expect(used.files).toEqual([{ path: 'assets/logo.png', sizeBytes: 4, usedBy: ['company.logo'] }]);
  });

  test('refuses to overwrite what another window changed meanwhile', async () => {
    const world = openWorld();
    const { company: id } = await call(world, 'companies.save', { details: company });
    const open = await dossierOf(world);
    await world.dossiers.edit(open.ref, open.revision, [{ path: ['company', 'phone'], value: '0755-2' }]);
    const input = { dossier: open.ref, baseRevision: open.revision, company: id, fields: ['phone' as const] };
    expect((await failureOf(call(world, 'companies.use', input))).code).toBe('edit-conflict');
  });

  test('leaves no file behind when it is refused', async () => {
    const world = openWorld();
    const { company: id } = await call(world, 'companies.keep', { dossier: (await dossierOf(world)).ref });
    const blank = await world.dossiers.create({ schema: 'yinqi/dossier@1', platform: 'p', categories: [] });
    const { ref: dossier, revision: baseRevision } = blank;
    await world.dossiers.edit(dossier, baseRevision, [{ path: ['company', 'phone'], value: '0755-2' }]);
    const input = { dossier, baseRevision, company: id, fields: ['phone' as const, 'logo' as const] };
    expect((await failureOf(call(world, 'companies.use', input))).code).toBe('edit-conflict');
    expect((await world.dossiers.open(dossier)).files).toEqual([]);
  });
});

test('comparing finds every dossier of the company, archived ones too, with what differs', async () => {
  const world = openWorld();
  const same = await dossierOf(world);
  const { company: id } = await call(world, 'companies.keep', { dossier: same.ref });
  const other = await dossierOf(world, { ...company, phone: '0755-1' });
  await world.dossiers.archive(other.ref, true);
  await dossierOf(world, { name: '别家公司', uscc: '91350100M000100Y43' });
  const { dossiers } = await call(world, 'companies.compare', { company: id });
  expect(dossiers.map(({ dossier, isArchived, differences }) => [dossier, isArchived, differences])).toEqual(
    expect.arrayContaining([
      [same.ref, false, []],
      [other.ref, true, [{ field: 'phone', kept: '0755-88880000', there: '0755-1' }]],
    ]),
  );
  expect(dossiers).toHaveLength(2);
  const one = await call(world, 'companies.compare', { company: id, dossier: other.ref });
  expect(one.dossiers.map(({ dossier }) => dossier)).toEqual([other.ref]);
});

test('a dossier changes by nothing that is done to what is kept', async () => {
  const world = openWorld();
  const open = await dossierOf(world);
  const { company: id, revision } = await call(world, 'companies.keep', { dossier: open.ref });
  await call(world, 'companies.save', { company: id, baseRevision: revision, details: { name: '改名' } });
  await call(world, 'companies.remove', { company: id });
  expect(await world.dossiers.open(open.ref)).toEqual(open);
  expect((await call(world, 'companies.restore', { company: id })).details).toEqual({ name: '改名' });
});

test('people are listed with masked numbers and opened whole', async () => {
  const world = openWorld();
  const { person } = await call(world, 'people.save', {
    details: { ...company.agent, phone: '13800000000' },
  });
  const { people } = await call(world, 'people.list', {});
  expect(people).toMatchObject([{ name: '李四', idNumber: '4403**********0027', phone: '13800000000' }]);
  expect(JSON.stringify(people)).not.toContain(company.agent.idNumber);
  expect((await call(world, 'people.open', { person })).details.idNumber).toBe(company.agent.idNumber);
});
