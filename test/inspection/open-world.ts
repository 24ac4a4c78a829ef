import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { locateInstall } from '../../main/hosts/install.ts';
import type { World } from '../../main/world.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';

/** The product's world over dossier folders, run from its sources; `close` removes what it wrote. */
export function openWorld(): World & { close(): void } {
  const install = locateInstall(import.meta.dirname);
  const scratch = mkdtempSync(join(tmpdir(), 'yinqi-corpus-world-'));
  const fontsFolder = makeFontsFolder();
  const world = composeWorld({
    kind: 'folder',
    host: 'command-line',
    version: install.version,
    dataFolder: scratch,
    scratchFolder: scratch,
    resourcesFolder: install.resourcesFolder,
    fontsFolder,
    today: '2026-11-22',
  });
  return {
    ...world,
    close() {
      world.close();
      for (const folder of [scratch, fontsFolder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
