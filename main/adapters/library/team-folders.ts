import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { teamAreas, type TeamArea } from '../../contract/library.ts';
import { teamItemOf } from '../../core/library/team-items.ts';
import type { TeamFile, TeamFolders } from '../../world/library.ts';
import { copyContent } from '../disk/copy-content.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { hashFile } from '../disk/hash-file.ts';
import { listFiles } from '../disk/list-files.ts';

/** The folders of templates (with clauses), forms and word lists that a team shares; none of them need be there. */
export function createTeamFolders(paths: Readonly<Record<TeamArea, string>>): TeamFolders {
  return {
    paths,
    async list() {
      const found: TeamFile[] = [];
      for (const area of teamAreas) {
        const folder = paths[area];
        if (!existsSync(folder)) continue;
        for (const { path } of await listFiles(folder)) {
          if (teamItemOf(area, path) === null) continue;
          const file = { absolutePath: join(folder, path), name: basename(path) };
          const hashed = await hashFile(file.absolutePath).catch((error: unknown) => {
            throw readFailure(error, file.absolutePath);
          });
          found.push({ area, path, ...hashed, file });
        }
      }
      return found;
    },
    async text({ area, path }) {
      const absolutePath = join(paths[area], path);
      return readFile(absolutePath, 'utf8').catch((error: unknown) => {
        throw readFailure(error, absolutePath);
      });
    },
    async retired() {
      const names: string[] = [];
      for (const letter of await namesIn(paths.forms)) {
        for (const name of await namesIn(join(paths.forms, letter))) {
          const number = /^\.removed-(\d+)$/.exec(name)?.[1];
          if (number !== undefined) names.push(`forms/${letter}/${number}`);
        }
      }
      return names;
    },
    async stage(files) {
      const staged: Staged[] = [];
      const folders = new Map<TeamArea, string>();
      const discard = async (): Promise<void> => {
        for (const folder of folders.values()) await rm(folder, { recursive: true, force: true });
      };
      try {
        for (const [index, { area, path, content, replaces }] of files.entries()) {
          const folder = folders.get(area) ?? join(paths[area], `.${randomBytes(6).toString('hex')}.part`);
          folders.set(area, folder);
          await mkdir(folder, { recursive: true });
          const partial = join(folder, String(index));
          await copyContent(content, partial);
          staged.push({ partial, target: join(paths[area], path), replaces });
        }
      } catch (error) {
        await discard();
        throw writeFailure(error, Object.values(paths).join(' '));
      }
      return { discard, place: () => placeAll(staged) };
    },
  };
}

interface Staged {
  readonly partial: string;
  readonly target: string;
  readonly replaces: string | undefined;
}

/** Gives every staged file its name; when one cannot have it those before lose theirs again. */
function placeAll(staged: readonly Staged[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const { partial, target, replaces } of staged) {
      const before = existsSync(target) ? readFileSync(target) : null;
      const found = before === null ? undefined : createHash('sha256').update(before).digest('hex');
      if (found !== replaces) throw changedMeanwhile(target);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(partial, target);
      undo.unshift(() => (before === null ? rmSync(target, { force: true }) : writeFileSync(target, before)));
    }
  } catch (error) {
    for (const step of undo) step();
    throw writeFailure(error, staged[0]?.target ?? '');
  }
}

const changedMeanwhile = (path: string): Failure =>
  new Failure(
    'library-changed',
    {
      zh: `「${path}」在比较之后被改动，没有合并任何内容`,
      en: `“${path}” was changed since it was compared; nothing was merged`,
    },
    { zh: '请重新比较，再合并', en: 'Compare again, then merge' },
  );

/** The names in a folder, hidden ones too; none where it is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw readFailure(error, folder);
  }
}
