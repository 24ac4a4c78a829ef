import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import {
  generatedDossiers,
  roundTripTries,
  writeDossierFolder,
  type GeneratedDossier,
} from '../generate-dossier.ts';
import { openComputer, type Computer } from './library-world.ts';

const timeout = 20_000 + roundTripTries * 2_000;

/** A generated dossier as one of the computer's own. */
async function importOne(computer: Computer, dossier: GeneratedDossier): Promise<string> {
  const folder = join(temporaryFolder(), '案卷');
  await writeDossierFolder(dossier, folder);
  const { dossier: id } = await computer.app.call('dossiers.importFolder', {
    folder: computer.grant(folder),
  });
  return id;
}

/** What a computer has of it, and that every byte is as it was generated. */
async function expectWhole(computer: Computer, id: string, { document, yamlText, files }: GeneratedDossier) {
  const [found] = await computer.world.library.dossiers([id]);
  expect(found?.yamlText).toBe(yamlText);
  expect((await computer.app.call('dossiers.open', { dossier: id })).document).toEqual(document);
  const paths = [...files.keys()].toSorted();
  expect(found?.files.map(({ path }) => path).toSorted()).toEqual(paths);
  for (const path of paths) {
    const { absolutePath } = await computer.world.dossiers.locate(id, path);
    expect(readFileSync(absolutePath)).toEqual(Buffer.from(files.get(path) ?? []));
  }
  return found;
}

test(
  `dossier → folder → dossier loses nothing (${roundTripTries} generated dossiers)`,
  async () => {
    const [here, there] = [openComputer(), openComputer()];
    await fc.assert(
      fc.asyncProperty(generatedDossiers, async (dossier) => {
        const id = await importOne(here, dossier);
        const folder = join(temporaryFolder(), '导出');
        await here.app.call('dossiers.exportFolder', { dossier: id, folder: here.grant(folder) });
        const again = await there.app.call('dossiers.importFolder', { folder: there.grant(folder) });
        await expectWhole(there, again.dossier, dossier);
      }),
      { numRuns: roundTripTries },
    );
  },
  timeout,
);

/** Keeps the company of a generated dossier, with a file of it as its logo, and its agent; answers which were kept. */
async function keepCompanyAndAgent(
  computer: Computer,
  dossier: string,
  { document, files }: GeneratedDossier,
) {
  const { logo: _logo, ...details } = document.company ?? {};
  const [path] = files.keys();
  const company = await computer.world.companies.save('company', {
    id: null,
    baseRevision: 0,
    details,
    logo: path === undefined ? null : { dossier, path },
  });
  const person = await computer.world.companies.save('person', {
    id: null,
    baseRevision: 0,
    details: details.agent ?? {},
  });
  return [
    { kind: 'company', id: company.id },
    { kind: 'person', id: person.id },
  ] as const;
}

type KeptIds = Awaited<ReturnType<typeof keepCompanyAndAgent>>;

/** What a computer keeps under these ids, all but its own revision and ancestors. */
const contentsOf = async ({ world }: Computer, kept: KeptIds) =>
  (await world.library.kept())
    .filter((one) => kept.some(({ id }) => id === one.id))
    .map(({ id, changedAt, isRemoved, content }) => ({ id, changedAt, isRemoved, content }));

async function expectSameLogo(here: Computer, there: Computer, { kind, id }: KeptIds[number]) {
  if (kind === 'person' || (await here.world.companies.open('company', id)).logo === null) return;
  const [mine, theirs] = await Promise.all(
    [here, there].map(async ({ world }) => readFileSync((await world.companies.logo(id)).absolutePath)),
  );
  expect(theirs?.equals(mine ?? Buffer.of(0))).toBe(true);
  const [found] = await contentsOf(there, [
    { kind: 'company', id },
    { kind: 'person', id: '' },
  ]);
  const sha256 = createHash('sha256')
    .update(theirs ?? '')
    .digest('hex');
  expect(found?.content.logo?.sha256).toBe(sha256);
}

test(
  `library → file → library loses nothing (${roundTripTries} generated dossiers, some encrypted)`,
  async () => {
    const [here, there] = [openComputer(), openComputer()];
    let [tries, archived, logos, keptAll] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(generatedDossiers, async (dossier) => {
        const id = await importOne(here, dossier);
        const path = join(temporaryFolder(), 'library.yinqi');
        tries += 1;
        if (tries % 3 === 0) await here.app.call('dossiers.archive', { dossier: id, archived: true });
        const kept = await keepCompanyAndAgent(here, id, dossier);
        const secret = tries % 10 === 0 ? { passphrase: 'correct horse battery' } : {};
        const { passphrase } = { passphrase: undefined, ...secret };
        const given = {
          dossiers: [id],
          target: here.grant(path),
          plain: passphrase === undefined,
          withKept: true,
          ...secret,
        };
        await here.app.call('library.export', given);
        const file = there.grant(path);
        expect(await there.app.call('library.merge', { file, ...secret })).toMatchObject({
          added: 1,
          conflicts: 0,
          kept: kept.length,
        });
        const theirs = await expectWhole(there, id, dossier);
        const [mine] = await here.world.library.dossiers([id]);
        expect(theirs?.changedAt).toBe(mine?.changedAt);
        expect(theirs?.archivedAt).toBe(mine?.archivedAt);
        expect(mine?.archivedAt === null).toBe(tries % 3 !== 0);
        expect(await contentsOf(there, kept)).toEqual(await contentsOf(here, kept));
        archived += mine?.archivedAt === null ? 0 : 1;
        for (const one of kept) await expectSameLogo(here, there, one);
        logos += (await contentsOf(there, kept)).filter(({ content }) => content.logo !== null).length;
        keptAll += kept.length;
        const plan = await there.app.call('library.plan', { file, ...secret });
        expect(plan.dossiers).toMatchObject([{ state: 'same' }]);
        expect(plan.kept.filter(({ state }) => state !== 'same')).toEqual([]);
        // What is not removed would go along with every further file, and be taken there for one of the same name.
        for (const { kind, id: one } of kept) {
          await here.world.companies.remove(kind, one);
          await there.world.companies.remove(kind, one);
        }
      }),
      { numRuns: roundTripTries },
    );
    expect(Math.min(archived, logos, keptAll)).toBeGreaterThan(0);
    console.log(
      `${tries} dossiers, ${archived} of them archived, and ${keptAll} companies and people, ${logos} with a logo, went through a library`,
    );
  },
  timeout,
);
