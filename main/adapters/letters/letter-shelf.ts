import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { templateFault } from '../../core/letters/template-fault.ts';
import type { ClauseSource, LetterShelf, TemplateSource } from '../../world/letter-shelf.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { createClauseShelf } from './clause-shelf.ts';
import { createTeamTemplates } from './team-templates.ts';
import { clausesFolder } from './template-folders.ts';

/** A template is a few pages of text; what is larger is something else. */
const maxTemplateBytes = 1_000_000;

/**
 * The letter templates under `<resourcesFolder>/letters`, a folder each, holding template.md; over them those of a team,
 * in a folder of its own that need not be there.
 */
export function createLetterShelf(resourcesFolder: string, teamFolder?: string): LetterShelf {
  const folder = join(resourcesFolder, 'letters');
  const team = teamFolder === undefined ? null : createTeamTemplates(teamFolder);
  const shipped = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name !== clausesFolder)
      .map(({ name }) => name)
      .toSorted();
  };
  const clauses = createClauseShelf(join(folder, clausesFolder), teamFolder);
  const list = async (): Promise<readonly string[]> =>
    [...new Set([...(await shipped()), ...((await team?.letters()) ?? [])])].toSorted();
  const versions = async (letter: string): Promise<readonly TemplateSource[]> => {
    const own = (await shipped()).includes(letter)
      ? [
          {
            letter,
            origin: 'app' as const,
            version: null,
            fileName: `resources/letters/${letter}/template.md`,
            absolutePath: join(folder, letter, 'template.md'),
            samplePath: join(folder, letter, 'sample.yaml'),
          },
        ]
      : [];
    const all = [...((await team?.versions(letter)) ?? []), ...own];
    if (all.length > 0) return all;
    const known = await list();
    throw new Failure(
      'unknown-letter',
      { zh: `没有名为「${letter}」的信函模板`, en: `There is no letter template “${letter}”` },
      { zh: `现有模板：${known.join('、')}`, en: `There are: ${known.join(', ')}` },
    );
  };
  return {
    list,
    versions,
    read: readTemplate,
    async sample(source) {
      try {
        return await readText(source.samplePath);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw readFailure(error, source.samplePath);
      }
    },
    async template(letter) {
      const [first] = await versions(letter);
      if (first === undefined) throw new Error('a letter without versions was not refused');
      return readTemplate(first);
    },
    async save(letter, version, files) {
      if (team === null) throw noTeamFolder();
      return team.save(letter, version, files);
    },
    clauses: clauses.list,
    clauseVersions: clauses.versions,
    async saveClause(clause, version, text) {
      if (teamFolder === undefined) throw noTeamFolder();
      return clauses.save(clause, version, text);
    },
  };
}

async function readTemplate({ absolutePath, fileName }: TemplateSource | ClauseSource): Promise<string> {
  try {
    const text = await readText(absolutePath);
    if (text !== null) return text;
  } catch (error) {
    throw readFailure(error, fileName);
  }
  throw templateFault(
    fileName,
    1,
    { zh: '不是 UTF-8 文本，或大于 1 MB', en: 'it is no text in UTF-8, or larger than 1 MB' },
    { zh: '请另存为 UTF-8 编码的文本文件', en: 'Save it as a text file in UTF-8' },
  );
}

/** Null for what is no text of a template's size. */
async function readText(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > maxTemplateBytes) return null;
    const bytes = await file.readFile();
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  } finally {
    await file.close();
  }
}

const noTeamFolder = (): Failure =>
  new Failure(
    'no-template-folder',
    { zh: '没有团队模板的文件夹', en: 'There is no folder for a team’s templates' },
    { zh: '请用 --templates 文件夹 指定', en: 'Name one with --templates DIR' },
  );
