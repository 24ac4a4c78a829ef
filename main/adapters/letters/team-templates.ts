import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { badVersion, compareVersions, isVersion } from '../../core/letters/template-version.ts';
import type { TemplateSource } from '../../world/letter-shelf.ts';
import { syncFolder, writeAtomically } from '../disk/atomic-write.ts';
import { writeFailure } from '../disk/disk-failure.ts';
import { partialName } from '../disk/partial-files.ts';
import { clausesFolder, foldersIn, isLetterId } from './template-folders.ts';

const isTemplateId = (name: string): boolean => isLetterId(name) && name !== clausesFolder;

/** A team's own templates: a folder for each letter, in it one for each version, in it template.md and perhaps sample.yaml. */
export interface TeamTemplates {
  /** Letters with a version of their own; none while there is no folder. */
  letters(): Promise<readonly string[]>;
  /** Newest first; what is no version by its name comes last. */
  versions(letter: string): Promise<readonly TemplateSource[]>;
  save(
    letter: string,
    version: string,
    files: { readonly template: string; readonly sample?: string | undefined },
  ): Promise<TemplateSource>;
}

/** Opens a team's folder of templates, which need not be there. */
export function createTeamTemplates(folder: string): TeamTemplates {
  const sourceOf = (letter: string, version: string): TemplateSource => ({
    letter,
    origin: 'team',
    version,
    fileName: `${basename(folder)}/${letter}/${version}/template.md`,
    absolutePath: join(folder, letter, version, 'template.md'),
    samplePath: join(folder, letter, version, 'sample.yaml'),
  });
  return {
    letters: async () => (await foldersIn(folder)).filter(isTemplateId),
    async versions(letter) {
      if (!isTemplateId(letter)) return [];
      const names = await foldersIn(join(folder, letter));
      const known = names.filter(isVersion).toSorted((one, other) => compareVersions(other, one));
      return [...known, ...names.filter((name) => !isVersion(name))].map((name) => sourceOf(letter, name));
    },
    async save(letter, version, { template, sample }) {
      if (!isTemplateId(letter) || !isVersion(version)) throw badVersion(version);
      const target = join(folder, letter, version);
      const partial = join(folder, letter, partialName(version));
      try {
        await mkdir(partial, { recursive: true });
        await writeAtomically(join(partial, 'template.md'), Buffer.from(template, 'utf8'));
        if (sample !== undefined)
          await writeAtomically(join(partial, 'sample.yaml'), Buffer.from(sample, 'utf8'));
        // A version appears whole under its name or not at all, and never over another.
        await rename(partial, target);
        await syncFolder(join(folder, letter));
      } catch (error) {
        await rm(partial, { recursive: true, force: true });
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (
          ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(code)) &&
          (await foldersIn(join(folder, letter))).includes(version)
        ) {
          throw versionTaken(letter, version, error);
        }
        throw writeFailure(error, target);
      }
      return sourceOf(letter, version);
    },
  };
}

/** The refusal to write over a version that is there. */
export const versionTaken = (letter: string, version: string, cause?: unknown): Failure =>
  new Failure(
    'template-version-taken',
    {
      zh: `「${letter}」已经有版本 ${version}，没有覆盖它`,
      en: `“${letter}” has a version ${version}, which was not overwritten`,
    },
    { zh: '请在文件头把 version 改成更高的版本', en: 'State a higher version in the front matter' },
    { cause },
  );
