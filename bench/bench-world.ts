import { join } from 'node:path';
import { composeWorld } from '../main/hosts/compose-world.ts';
import { locateInstall } from '../main/hosts/install.ts';

const root = join(import.meta.dirname, '..');
const install = locateInstall(root);

/** The rulebooks as the build compiled them. */
export const rulebooksFolder = join(root, 'out', 'rulebook');

/** The world of the built command line on 22 November 2026, made anew, that keeps what it writes in `scratch`; with a team's templates. */
export const benchWorld = (scratch: string, templatesFolder?: string): ReturnType<typeof composeWorld> =>
  composeWorld({
    kind: 'folder',
    host: 'command-line',
    version: install.version,
    dataFolder: join(scratch, 'data'),
    scratchFolder: scratch,
    resourcesFolder: install.resourcesFolder,
    fontsFolder: install.fontsFolder,
    rulebooksFolder,
    templatesFolder,
    today: '2026-11-22',
  });
