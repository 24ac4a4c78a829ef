import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../main/app.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/api.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import type { World } from '../../main/world.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';
import { patches } from '../adapters/images/file-fixtures.ts';

const root = join(import.meta.dirname, '..', '..');

function openWorld(kind: 'folder' | 'database'): World {
  const fontsFolder = makeFontsFolder();
  const world = composeWorld({
    kind,
    host: 'command-line',
    version: '0.0.0',
    dataFolder: temporaryFolder(),
    scratchFolder: temporaryFolder(),
    resourcesFolder: join(root, 'resources'),
    fontsFolder,
    today: '2026-11-01',
  });
  onTestFinished(() => {
    world.close();
    rmSync(fontsFolder, { recursive: true, force: true });
  });
  return world;
}

/** A dossier in the real world of the command line or the app, and the means to work on it. */
export interface Bench {
  readonly world: World;
  readonly dossier: string;
  call<N extends MethodName>(
    name: N,
    input: Omit<MethodInput<N>, 'dossier'>,
    language?: 'zh' | 'en',
  ): Promise<MethodOutput<N>>;
  /** A file of the user, outside the dossier, handed over. */
  grant(name: string, bytes: Uint8Array | string): string;
}

const yaml =
  'schema: yinqi/dossier@1\nplatform: tencent-meeting\ntrack: listing\ncategories: [general/other]\n';

/** A dossier of this text and these files: as a folder, or imported into the database. */
export async function openBench(
  kind: 'folder' | 'database',
  text = '',
  files: Readonly<Record<string, Uint8Array | string>> = {},
): Promise<Bench> {
  const world = openWorld(kind);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dossier.yaml'), yaml + text);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const dossier =
    kind === 'folder' ? folder : (await world.dossiers.importFolder({ absolutePath: folder, name: 'f' })).ref;
  const app = createApp(world);
  return {
    world,
    dossier,
    // Safe: every method called here takes the dossier and what the test gives.
    call: (name, input, language = 'zh') => app.call(name, { ...input, dossier } as never, { language }),
    grant(name, bytes) {
      const path = join(temporaryFolder(), name);
      writeFileSync(path, bytes);
      return world.grants.offer(path);
    },
  };
}

/** A colourful PNG of this size. */
export const png = (width: number, height: number): Promise<Buffer> =>
  patches(width, height).png().toBuffer();
