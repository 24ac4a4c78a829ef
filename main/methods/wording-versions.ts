import { Failure, Failures } from '../contract/failure.ts';
import type { Language } from '../contract/language.ts';
import { isVersion } from '../core/letters/template-version.ts';
import { newestVersion, versionToSave } from '../core/letters/version-to-save.ts';
import { compareSources } from './compare-sources.ts';

/** A version of some wording, a template's or a clause's, and the file it stands in. */
interface WordingSource {
  readonly origin: 'app' | 'team';
  readonly fileName: string;
  /** As the place of the file says; null where it says none. */
  readonly version: string | null;
}

/** How a kind of wording is read. */
export interface WordingReader<S extends WordingSource> {
  /** Throws the faults of one that cannot be used. */
  readonly version: (source: S) => Promise<string>;
  readonly text: (source: S) => Promise<string>;
}

/** What is wrong, sentence by sentence; what is no Failure is thrown on. */
export function faultsOf(error: unknown, language: Language) {
  if (!(error instanceof Failure)) throw error;
  const all = error instanceof Failures ? error.all : [error];
  return all.map((one) => ({ message: one.text[language], hint: one.hint[language] }));
}

/** The version that a source says it is, and what is wrong with it. */
export async function sourceState<S extends WordingSource>(
  source: S,
  reader: WordingReader<S>,
  language: Language,
) {
  try {
    return { version: await reader.version(source), faults: [] };
  } catch (error) {
    return { version: source.version ?? '?', faults: faultsOf(error, language) };
  }
}

/** All versions as lists show them. */
export async function listedVersions<S extends WordingSource>(
  sources: readonly S[],
  reader: WordingReader<S>,
  language: Language,
) {
  const versions = [];
  for (const source of sources) {
    const { version, faults } = await sourceState(source, reader, language);
    versions.push({ version, origin: source.origin, fileName: source.fileName, faults });
  }
  return versions;
}

/**
 * What saving a text comes to: `same`, a team's version that says just that, for the same once more is no new one; or the version that it gets
 * and the text that says so. Throws what versionToSave throws.
 */
export async function versionOfText<S extends WordingSource>(
  sources: readonly S[],
  reader: WordingReader<S>,
  given: { readonly version: string; readonly text: string },
  bump: boolean,
): Promise<
  | { readonly same: { readonly version: string; readonly fileName: string } }
  | ReturnType<typeof versionToSave>
> {
  const before: string[] = [];
  for (const source of sources) {
    const { version } = await sourceState(source, reader, 'zh');
    // What is no version by the name of its place is none to be higher than.
    if (!isVersion(version)) continue;
    const isSame = source.origin === 'team' && (await reader.text(source)) === given.text;
    if (isSame) return { same: { version, fileName: source.fileName } };
    before.push(version);
  }
  return versionToSave(given, newestVersion(before), bump);
}

/**
 * The version of a wording that is named: `1.0.0`, `app`, `team`, `app:1.0.0`, `team:1.0.0`; without a name that of `inUse`, a file name, or
 * the one that goes before the others. Throws `unknown-template-version`.
 */
export async function namedVersion<S extends WordingSource>(
  sources: readonly S[],
  reader: WordingReader<S>,
  wanted: {
    readonly id: string;
    readonly named: string | undefined;
    readonly inUse: () => Promise<string | undefined>;
  },
): Promise<S> {
  const { id, named } = wanted;
  if (named === undefined) {
    const inUse = await wanted.inUse();
    const found = sources.find(({ fileName }) => fileName === inUse) ?? sources[0];
    if (found !== undefined) return found;
  }
  const [, origin, version] = /^(?:(app|team)(?::|$))?(.*)$/.exec(named ?? '') ?? [];
  const names: string[] = [];
  for (const source of sources) {
    const { version: own } = await sourceState(source, reader, 'zh');
    names.push(`${source.origin}:${own}`);
    if (origin !== undefined && source.origin !== origin) continue;
    if (version === '' || version === own) return source;
  }
  throw new Failure(
    'unknown-template-version',
    { zh: `「${id}」没有版本「${named ?? ''}」`, en: `“${id}” has no version “${named ?? ''}”` },
    { zh: `现有版本：${names.join('、')}`, en: `There are: ${names.join(', ')}` },
  );
}

/** Compares two versions of a wording; without an older one that is named, with what goes next after the newer. */
export async function comparedVersions<S extends WordingSource>(
  sources: readonly S[],
  reader: WordingReader<S>,
  sides: { readonly id: string; readonly older: S | undefined; readonly newer: S; readonly command: string },
  language: Language,
) {
  const { id, newer, command } = sides;
  const older = sides.older ?? sources[sources.findIndex(({ fileName }) => fileName === newer.fileName) + 1];
  if (older === undefined) {
    throw new Failure(
      'unknown-template-version',
      { zh: `「${id}」只有一个版本，没有可比的`, en: `“${id}” has only one version` },
      { zh: `用 ${command} 查看各版本`, en: `${command} shows the versions` },
    );
  }
  return compareSources(older, newer, {
    read: reader.text,
    versionOf: async (source) => (await sourceState(source, reader, language)).version,
  });
}
