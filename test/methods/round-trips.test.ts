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

test(
  `library → file → library loses nothing (${roundTripTries} generated dossiers, some encrypted)`,
  async () => {
    const [here, there] = [openComputer(), openComputer()];
    let tries = 0;
    await fc.assert(
      fc.asyncProperty(generatedDossiers, async (dossier) => {
        const id = await importOne(here, dossier);
        const path = join(temporaryFolder(), 'library.yinqi');
        tries += 1;
        const secret = tries % 10 === 0 ? { passphrase: 'correct horse battery' } : {};
        const { passphrase } = { passphrase: undefined, ...secret };
        const given = {
          dossiers: [id],
          target: here.grant(path),
          plain: passphrase === undefined,
          ...secret,
        };
        await here.app.call('library.export', given);
        const file = there.grant(path);
        expect(await there.app.call('library.merge', { file, ...secret })).toMatchObject({
          added: 1,
          conflicts: 0,
        });
        const theirs = await expectWhole(there, id, dossier);
        const [mine] = await here.world.library.dossiers([id]);
        expect(theirs?.changedAt).toBe(mine?.changedAt);
        expect((await there.app.call('library.plan', { file, ...secret })).dossiers).toMatchObject([
          { state: 'same' },
        ]);
      }),
      { numRuns: roundTripTries },
    );
  },
  timeout,
);
