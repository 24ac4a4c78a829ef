import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { plainParsing } from '../contract/plain-parsing.ts';

/** Where the program's own files are; nothing in these folders is ever written. */
export interface Install {
  /** The folder of package.json. */
  readonly root: string;
  readonly version: string;
  readonly resourcesFolder: string;
  readonly fontsFolder: string;
  /** Rulebooks that the build compiled; absent when the program runs from its sources, which read the YAML files. */
  readonly rulebooksFolder?: string;
  readonly rendererFolder: string;
  readonly preloadFile: string;
}

const packageSchema = z.object({ name: z.string(), version: z.string() });

const packageIn = (folder: string): { readonly name: string; readonly version: string } | null => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return null;
  const parsed = packageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')), plainParsing);
  return parsed.success && parsed.data.name === 'yinqi' ? parsed.data : null;
};

const isInside = (inner: string, outer: string): boolean => `${inner}${sep}`.startsWith(`${outer}${sep}`);

/**
 * Finds the program's files from the folder of a running module, built or not, by walking up to its package.json.
 * A packaged app may carry `resources/` and `fonts/` beside its archive: `packagedResources` (process.resourcesPath)
 * is looked into when they are not inside. Throws when there is no package.json of this program above.
 */
export function locateInstall(moduleFolder: string, packagedResources?: string): Install {
  let folder = moduleFolder;
  let found = packageIn(folder);
  while (found === null) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json of yinqi above ${moduleFolder}`);
    folder = parent;
    found = packageIn(folder);
  }
  const choose = (inside: string, packaged: string): string => {
    const own = join(folder, inside);
    if (existsSync(own) || packagedResources === undefined) return own;
    const beside = join(packagedResources, packaged);
    return existsSync(beside) ? beside : own;
  };
  return {
    root: folder,
    version: found.version,
    resourcesFolder: choose('resources', 'resources'),
    ...(isInside(moduleFolder, join(folder, 'out'))
      ? { rulebooksFolder: join(folder, 'out', 'rulebook') }
      : {}),
    fontsFolder: choose(join('out', 'fonts'), 'fonts'),
    rendererFolder: join(folder, 'out', 'renderer'),
    preloadFile: join(folder, 'out', 'preload', 'preload.cjs'),
  };
}
