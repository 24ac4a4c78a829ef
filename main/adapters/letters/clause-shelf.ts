import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { badVersion, compareVersions, isVersion } from '../../core/letters/template-version.ts';
import type { ClauseSource } from '../../world/letter-shelf.ts';
import { createFile, writeBytes } from '../disk/atomic-write.ts';
import { writeFailure } from '../disk/disk-failure.ts';
import { versionTaken } from './team-templates.ts';
import { clausesFolder, filesIn, foldersIn, isLetterId } from './template-folders.ts';

/** Clauses that letters share: the app's own, and a team's over them. */
export interface ClauseShelf {
  /** Their ids, sorted. */
  list(): Promise<readonly string[]>;
  /** The team's, newest first, then the app's; none of an unknown clause. */
  versions(clause: string): Promise<readonly ClauseSource[]>;
  /** Never over another version. Throws `template-version-taken`, `bad-template-version`. */
  save(clause: string, version: string, text: string): Promise<ClauseSource>;
}

const ending = '.md';

/**
 * Clauses: the app's as `<shippedFolder>/<clause>.md`, the team's as `<teamFolder>/clauses/<clause>/<version>.md`. The team's folder
 * need not be there; without one `save` is not to be called.
 */
export function createClauseShelf(shippedFolder: string, teamFolder: string | undefined): ClauseShelf {
  const ownFolder = teamFolder === undefined ? null : join(teamFolder, clausesFolder);
  const shipped = async (): Promise<readonly string[]> => idsOf(await filesIn(shippedFolder));
  const own = async (): Promise<readonly string[]> =>
    ownFolder === null ? [] : (await foldersIn(ownFolder)).filter(isLetterId);
  const sourceOf = (clause: string, version: string, folder: string): ClauseSource => ({
    clause,
    origin: 'team',
    version,
    fileName: `${basename(teamFolder ?? '')}/${clausesFolder}/${clause}/${version}${ending}`,
    absolutePath: join(folder, clause, version + ending),
  });
  return {
    list: async () => [...new Set([...(await shipped()), ...(await own())])].toSorted(),
    async versions(clause) {
      if (!isLetterId(clause)) return [];
      const names = ownFolder === null ? [] : namesOf(await filesIn(join(ownFolder, clause)));
      const known = names.filter(isVersion).toSorted((one, other) => compareVersions(other, one));
      const found = [...known, ...names.filter((name) => !isVersion(name))].map((version) =>
        sourceOf(clause, version, ownFolder ?? ''),
      );
      if (!(await shipped()).includes(clause)) return found;
      const fileName = `resources/letters/${clausesFolder}/${clause}${ending}`;
      const absolutePath = join(shippedFolder, clause + ending);
      return [...found, { clause, origin: 'app', version: null, fileName, absolutePath }];
    },
    async save(clause, version, text) {
      if (ownFolder === null) throw new Error('there is no folder to save a clause in');
      if (!isLetterId(clause) || !isVersion(version)) throw badVersion(version);
      const source = sourceOf(clause, version, ownFolder);
      try {
        await mkdir(join(ownFolder, clause), { recursive: true });
      } catch (error) {
        throw writeFailure(error, source.absolutePath);
      }
      const isNew = await createFile(source.absolutePath, (partial) =>
        writeBytes(partial, Buffer.from(text, 'utf8')),
      );
      if (!isNew) throw versionTaken(clause, version);
      return source;
    },
  };
}

const namesOf = (files: readonly string[]): readonly string[] =>
  files.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
const idsOf = (files: readonly string[]): readonly string[] => namesOf(files).filter(isLetterId);
