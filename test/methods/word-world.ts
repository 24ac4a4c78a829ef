import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import type { World } from '../../main/world.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';

export const root = join(import.meta.dirname, '../..');
const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-word-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** A new empty folder, removed when the test file ends. */
export const newFolder = (): string => mkdtempSync(join(folder, 't-'));

/** The real world of the command line, with a data folder of its own. */
export function setUp(): { readonly app: App; readonly world: World } {
  const world = composeWorld({
    kind: 'folder',
    host: 'command-line',
    version: '0.1.0',
    dataFolder: newFolder(),
    scratchFolder: newFolder(),
    resourcesFolder: join(root, 'resources'),
    fontsFolder,
    today: '2026-11-22',
  });
  return { app: createApp(world), world };
}

/** The letter that is tried out. */
export const letter = 'publishing-commitment';
