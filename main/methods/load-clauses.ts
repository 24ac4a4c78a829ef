import { Failure, Failures } from '../contract/failure.ts';
import { noClauses, parseClause, type Clause, type Clauses } from '../core/letters/clause.ts';
import { clauseIds } from '../core/letters/expand-clauses.ts';
import { templateFault } from '../core/letters/template-fault.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryClause } from '../core/letters/try-clause.ts';
import type { World } from '../world.ts';
import type { ClauseSource, LetterShelf } from '../world/letter-shelf.ts';

/** A clause as letters take it in now. */
export interface PickedClause {
  /** Null while no version can be used. */
  readonly clause: Clause | null;
  /** What is wrong with newer versions, or with all. */
  readonly passedOver: readonly Failure[];
}

const parsed = new WeakMap<LetterShelf, Map<string, { readonly source: string; readonly clause: Clause }>>();

/** Reads one version of a clause, parsed once for as long as its text stays the same. Throws Failures with file and line. */
export async function readClause(world: World, source: ClauseSource): Promise<Clause> {
  const text = await world.letters.read(source);
  const known = parsed.get(world.letters) ?? new Map();
  parsed.set(world.letters, known);
  const before = known.get(source.absolutePath);
  if (before?.source === text) return before.clause;
  const clause = parseClause(text, source.fileName, source.origin);
  requireNames(clause, source);
  if (source.origin === 'team') tryClause(clause);
  known.set(source.absolutePath, { source: text, clause });
  return clause;
}

/** The team's newest version of a clause without faults, else the app's own. */
export async function pickClause(
  world: World,
  id: string,
  origins: readonly Clause['origin'][] = ['team', 'app'],
): Promise<PickedClause> {
  const passedOver: Failure[] = [];
  for (const source of await world.letters.clauseVersions(id)) {
    if (!origins.includes(source.origin)) continue;
    try {
      return { clause: await readClause(world, source), passedOver };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      passedOver.push(...(error instanceof Failures ? error.all : [error]));
    }
  }
  return { clause: null, passedOver };
}

/** The clauses that a template's text takes in, read, and the names of all others; `origins`: only of these. */
export async function clausesOf(
  world: World,
  text: string,
  origins?: readonly Clause['origin'][],
): Promise<Clauses> {
  const ids = clauseIds(text);
  return ids.length === 0 ? noClauses : load(world, ids, origins);
}

/** Every clause, read. */
export async function allClauses(world: World): Promise<Clauses> {
  return load(world, await world.letters.clauses());
}

async function load(
  world: World,
  ids: readonly string[],
  origins?: readonly Clause['origin'][],
): Promise<Clauses> {
  const [names, picked] = await Promise.all([
    world.letters.clauses(),
    Promise.all(ids.map((id) => pickClause(world, id, origins))),
  ]);
  const usable = new Map<string, Clause>();
  const faults = new Map<string, readonly Failure[]>();
  for (const [index, id] of ids.entries()) {
    const { clause = null, passedOver = [] } = picked[index] ?? {};
    if (clause !== null) usable.set(id, clause);
    if (passedOver.length > 0) faults.set(id, passedOver);
  }
  return { names, usable, faults };
}

/** Tells one state of the clauses of a text from another. */
export const clausesKey = ({ names, usable, faults }: Clauses): string =>
  JSON.stringify([
    names,
    Array.from(usable.values(), ({ fileName, digest, version, lines, cites, title }) => [
      fileName,
      version,
      digest,
      lines[0]?.line,
      cites,
      title,
    ]),
    Array.from(faults.values(), (all) => all.map(({ message }) => message)),
  ]);

/** The names of a team's folder and file say which clause and version it is, and so does the front matter. */
function requireNames({ id, version, fileName }: Clause, source: ClauseSource): void {
  if (id !== source.clause) {
    throw templateFault(
      fileName,
      1,
      {
        zh: `文件头的 id 是「${id}」，存放的位置却是「${source.clause}」`,
        en: `its id is “${id}” in the place of “${source.clause}”`,
      },
      { zh: '请把两处改成一样', en: 'Give both the same name' },
    );
  }
  if (!isVersion(version)) throw badVersion(version);
  if (source.version === null || version === source.version) return;
  if (!isVersion(source.version)) throw badVersion(source.version);
  throw templateFault(
    fileName,
    1,
    {
      zh: `文件头的 version 是「${version}」，文件名却是「${source.version}」`,
      en: `its version is “${version}” in a file named “${source.version}”`,
    },
    { zh: '请把 version 和文件名改成一样', en: 'Give both the same version' },
  );
}
