import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { generatedDossiers, roundTripTries, writeDossierFolder } from '../generate-dossier.ts';
import { openComputer } from './library-world.ts';

test(
  `dossier → bundle → dossier loses nothing (${roundTripTries} generated dossiers, drafts)`,
  async () => {
    const [here, there] = [openComputer(), openComputer()];
    let files = 0;
    await fc.assert(
      fc.asyncProperty(generatedDossiers, async (dossier) => {
        const folder = join(temporaryFolder(), '案卷');
        await writeDossierFolder(dossier, folder);
        const imported = await here.app.call('dossiers.importFolder', { folder: here.grant(folder) });
        const path = join(temporaryFolder(), 'b.zip');
        await here.app.call('bundle.export', {
          dossier: imported.dossier,
          target: here.grant(path),
          draft: true,
        });
        const again = await there.app.call('dossiers.importBundle', { file: there.grant(path) });
        const [found] = await there.world.library.dossiers([again.dossier]);
        expect(found?.yamlText).toBe(dossier.yamlText);
        expect(again.document).toEqual(dossier.document);
        expect(again.files.map((file) => file.path).toSorted()).toEqual([...dossier.files.keys()].toSorted());
        for (const [name, bytes] of dossier.files) {
          const { absolutePath } = await there.world.dossiers.locate(again.dossier, name);
          expect(readFileSync(absolutePath).equals(Buffer.from(bytes))).toBe(true);
          files += 1;
        }
      }),
      { numRuns: roundTripTries },
    );
    console.log(`${roundTripTries} dossiers with ${files} files went through a bundle and came back whole`);
  },
  60_000 + roundTripTries * 15_000,
);
