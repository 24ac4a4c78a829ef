import { Failure, Failures } from '../contract/failure.ts';
import type { Language } from '../contract/language.ts';
import { parseClause, type Clause, type Clauses } from '../core/letters/clause.ts';
import { clauseIds } from '../core/letters/expand-clauses.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryClause } from '../core/letters/try-clause.ts';
import { tryTemplate } from '../core/letters/try-template.ts';
import { nearName } from '../core/near-name.ts';
import type { World } from '../world.ts';
import type { ClauseSource } from '../world/letter-shelf.ts';
import { clausesOf, pickClause, readClause } from './load-clauses.ts';
import { usableTemplate } from './load-template.ts';
import type { Methods } from './method.ts';
import {
  comparedVersions,
  faultsOf,
  listedVersions,
  namedVersion,
  sourceState,
  versionOfText,
  type WordingReader,
} from './wording-versions.ts';

/** Wording that letters share: the app's own clauses, and a team's over them, every version of which is kept. */
export const clauseMethods: Pick<
  Methods,
  'clauses.list' | 'clauses.read' | 'clauses.check' | 'clauses.save' | 'clauses.compare'
> = {
  async 'clauses.list'(world, _input, { language }) {
    const templates = await templatesInUse(world);
    const clauses = [];
    for (const id of await world.letters.clauses()) {
      const { clause } = await pickClause(world, id);
      const versions = await listedVersions(
        await world.letters.clauseVersions(id),
        readerOf(world),
        language,
      );
      clauses.push({
        clause: id,
        title: clause?.title[language] ?? id,
        cites: [...(clause?.cites ?? [])],
        letters: usersOf(id, templates, language),
        inUse: clause === null ? null : usedVersion(clause),
        versions,
      });
    }
    return { schema: 'yinqi/clauses@1' as const, clauses };
  },

  async 'clauses.read'(world, { clause, version }, { language }) {
    const source = await findVersion(world, clause, version);
    const { faults, version: named } = await sourceState(source, readerOf(world), language);
    const { origin, fileName } = source;
    return { clause, version: named, origin, fileName, text: await world.letters.read(source), faults };
  },

  async 'clauses.check'(world, { text, fileName }, { language }) {
    let clause: Clause | null = null;
    try {
      clause = parseClause(text, fileName ?? 'clause.md', 'team');
      if (!isVersion(clause.version)) throw badVersion(clause.version);
      tryClause(clause);
      const tried = await tryLetters(world, clause);
      const letters = usersOf(clause.id, tried.templates, language);
      return {
        faults: tried.faults.flatMap((fault) => faultsOf(fault, language)),
        ...namesOf(clause, language),
        letters,
      };
    } catch (error) {
      const faults = faultsOf(error, language);
      return { faults, ...(clause === null ? {} : namesOf(clause, language)), letters: [] };
    }
  },

  async 'clauses.save'(world, { text, bump }, { language }) {
    const given = parseClause(text, 'clause.md', 'team');
    const sources = await world.letters.clauseVersions(given.id);
    const users = async () => usersOf(given.id, await templatesInUse(world), language);
    const saving = { version: given.version, text };
    const settled = await versionOfText(sources, readerOf(world), saving, bump === true);
    if ('same' in settled) {
      return { clause: given.id, origin: 'team' as const, ...settled.same, letters: await users() };
    }
    const { version, text: written } = settled;
    const clause = parseClause(written, 'clause.md', 'team');
    if (clause.version !== version) throw badVersion(given.version);
    tryClause(clause);
    const [first, ...others] = (await tryLetters(world, clause)).faults;
    if (first !== undefined) throw new Failures([first, ...others]);
    const { fileName } = await world.letters.saveClause(clause.id, version, written);
    return { clause: clause.id, version, origin: 'team' as const, fileName, letters: await users() };
  },

  async 'clauses.compare'(world, { clause, from, to }, { language }) {
    const sources = await world.letters.clauseVersions(clause);
    const newer = await findVersion(world, clause, to);
    const older = from === undefined ? undefined : await findVersion(world, clause, from);
    const sides = { id: clause, older, newer, command: 'yinqi template clauses' };
    return { clause, ...(await comparedVersions(sources, readerOf(world), sides, language)) };
  },
};

const readerOf = (world: World): WordingReader<ClauseSource> => ({
  version: async (source) => (await readClause(world, source)).version,
  text: (source) => world.letters.read(source),
});

const namesOf = ({ id, version, title }: Clause, language: Language) => ({
  clause: id,
  version,
  title: title[language],
});

const usedVersion = ({ version, origin, lines }: Clause) => ({
  version,
  origin,
  wording: lines.map(({ text }) => text).join('\n'),
});

async function templatesInUse(world: World): Promise<readonly LetterTemplate[]> {
  const letters = await world.letters.list();
  const templates = await Promise.all(letters.map((letter) => usableTemplate(world, letter)));
  return templates.filter((template) => template !== null);
}

const usersOf = (clause: string, templates: readonly LetterTemplate[], language: Language) =>
  templates
    .filter(({ clauses }) => clauses.some(({ id }) => id === clause))
    .map(({ id, title }) => ({ letter: id, title: title[language] }));

/** Makes every letter that takes a clause in with a new version of it: those letters, and what is wrong with them then. */
async function tryLetters(
  world: World,
  clause: Clause,
): Promise<{ readonly templates: readonly LetterTemplate[]; readonly faults: readonly Failure[] }> {
  const templates: LetterTemplate[] = [];
  const faults: Failure[] = [];
  for (const letter of await world.letters.list()) {
    const sources = await world.letters.versions(letter);
    const inUse = await usableTemplate(world, letter);
    const source = sources.find(({ fileName }) => fileName === inUse?.fileName) ?? sources[0];
    if (source === undefined) continue;
    const text = await world.letters.read(source);
    if (!clauseIds(text).includes(clause.id)) continue;
    try {
      const clauses = withClause(await clausesOf(world, text), clause);
      const template = parseTemplate(text, source.fileName, source.origin, clauses);
      templates.push(template);
      tryTemplate(template, null);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // What cannot be made as it is, is not for this clause to answer for.
      if (inUse !== null) faults.push(...(error instanceof Failures ? error.all : [error]));
    }
  }
  return { templates, faults };
}

const withClause = (clauses: Clauses, clause: Clause): Clauses => ({
  ...clauses,
  usable: new Map([...clauses.usable, [clause.id, clause]]),
});

/** The version that is named: `1.0.0`, `app`, `team`, `team:1.0.0`; without a name the one in use. Throws `unknown-clause`, `unknown-template-version`. */
async function findVersion(world: World, clause: string, named: string | undefined): Promise<ClauseSource> {
  const sources = await world.letters.clauseVersions(clause);
  if (sources.length === 0) throw unknownClause(clause, await world.letters.clauses());
  return namedVersion(sources, readerOf(world), {
    id: clause,
    named,
    inUse: async () => (await pickClause(world, clause)).clause?.fileName,
  });
}

function unknownClause(clause: string, names: readonly string[]): Failure {
  const near = nearName(clause, names);
  return new Failure(
    'unknown-clause',
    { zh: `没有名为「${clause}」的共用条款`, en: `There is no shared clause “${clause}”` },
    near === undefined
      ? { zh: `现有条款：${names.join('、')}`, en: `There are: ${names.join(', ')}` }
      : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
  );
}
