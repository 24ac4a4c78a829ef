import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import type { World } from '../../main/world.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';

/** One computer with the app: a data folder of its own, the real world over it, closed when the test ends. */
export interface Computer {
  readonly world: World;
  readonly app: App;
  readonly dataFolder: string;
  readonly scratchFolder: string;
  /** Grants for files below a folder that both computers see, as if mailed. */
  readonly grant: (path: string) => string;
}

/** Opens a computer; `today` fixes its clock. */
export function openComputer(today = '2026-11-22'): Computer {
  const dataFolder = join(temporaryFolder(), '数据');
  const scratchFolder = temporaryFolder();
  mkdirSync(dataFolder, { recursive: true });
  const fontsFolder = makeFontsFolder();
  onTestFinished(() => rmSync(fontsFolder, { recursive: true, force: true }));
  const root = resolve(import.meta.dirname, '../..');
  const world = composeWorld({
    kind: 'database',
    host: 'browser',
    version: '0.1.0',
    dataFolder,
    scratchFolder,
    resourcesFolder: join(root, 'resources'),
    fontsFolder,
    today,
  });
  onTestFinished(() => world.close());
  return {
    world,
    app: createApp(world),
    dataFolder,
    scratchFolder,
    grant: (path) => world.grants.offer(path),
  };
}
