import { Failure, Failures } from '../contract/failure.ts';
import type { Language } from '../contract/language.ts';
import { countPages } from '../core/letters/lay-out.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryTemplate } from '../core/letters/try-template.ts';
import { newestVersion, versionToSave } from '../core/letters/version-to-save.ts';
import type { World } from '../world.ts';
import type { TemplateSource } from '../world/letter-shelf.ts';
import { compareSources } from './compare-sources.ts';
import { clausesOf } from './load-clauses.ts';
import { readVersion, usableTemplate } from './load-template.ts';
import type { Methods } from './method.ts';

/** Wordings of letters: the app's own, and a team's over them, every version of which is kept. */
export const templateMethods: Pick<
  Methods,
  'templates.list' | 'templates.read' | 'templates.check' | 'templates.save' | 'templates.compare'
> = {
  async 'templates.list'(world, _input, { language }) {
    const letters = await world.letters.list();
    const templates = await Promise.all(letters.map((letter) => summaryOf(world, letter, language)));
    return { schema: 'yinqi/templates@1' as const, templates: await toldApart(world, templates, language) };
  },

  async 'templates.read'(world, { letter, version }, { language }) {
    const source = await findVersion(world, letter, version);
    const { faults, version: named } = await stateOf(world, source, language);
    const sample = await world.letters.sample(source);
    return {
      letter,
      version: named,
      origin: source.origin,
      fileName: source.fileName,
      text: await world.letters.read(source),
      ...(sample === null ? {} : { sample }),
      faults,
    };
  },

  async 'templates.check'(world, { text, fileName, sample }, { language }) {
    let template: LetterTemplate | null = null;
    try {
      template = parseTemplate(text, fileName ?? 'template.md', 'team', await clausesOf(world, text));
      if (!isVersion(template.version)) throw badVersion(template.version);
      const tree = tryTemplate(template, sample ?? null);
      const pages = countPages(tree, await world.fonts());
      return { faults: [], ...namesOf(template, language), pages };
    } catch (error) {
      const faults = faultsOf(error, language);
      return { faults, ...(template === null ? {} : namesOf(template, language)) };
    }
  },

  async 'templates.save'(world, { text, sample, bump }) {
    const clauses = await clausesOf(world, text);
    const given = parseTemplate(text, 'template.md', 'team', clauses);
    const before = await versionsOf(world, given.id);
    // The same once more is no new version.
    const same = before.find((one) => one.origin === 'team' && one.text === text);
    if (same !== undefined)
      return { letter: given.id, version: same.version, origin: 'team' as const, fileName: same.fileName };
    const newest = newestVersion(before.map(({ version }) => version));
    const { version, text: written } = versionToSave({ version: given.version, text }, newest, bump === true);
    const template = parseTemplate(written, 'template.md', 'team', clauses);
    if (template.version !== version) throw badVersion(given.version);
    tryTemplate(template, sample ?? null);
    const { fileName } = await world.letters.save(template.id, version, { template: written, sample });
    return { letter: template.id, version, origin: 'team' as const, fileName };
  },

  async 'templates.compare'(world, { letter, from, to }, { language }) {
    const sources = await world.letters.versions(letter);
    const newer = await findVersion(world, letter, to);
    const older =
      from === undefined
        ? sources[sources.findIndex(({ fileName }) => fileName === newer.fileName) + 1]
        : await findVersion(world, letter, from);
    if (older === undefined) throw nothingOlder(letter);
    return {
      letter,
      ...(await compareSources(older, newer, {
        read: (source) => world.letters.read(source),
        versionOf: async (source) => (await stateOf(world, source, language)).version,
      })),
    };
  },
};

const namesOf = ({ id, version, title }: LetterTemplate, language: Language) => ({
  letter: id,
  version,
  title: title[language],
});

async function summaryOf(world: World, letter: string, language: Language) {
  const sources = await world.letters.versions(letter);
  const template = await usableTemplate(world, letter);
  const versions = [];
  for (const source of sources) {
    const { version, faults } = await stateOf(world, source, language);
    versions.push({ version, origin: source.origin, fileName: source.fileName, faults });
  }
  return {
    letter,
    title: template?.title[language] ?? letter,
    kind: template?.kind ?? ('letter' as const),
    inUse: template === null ? null : { version: template.version, origin: template.origin },
    versions,
  };
}

/** Titles that two letters share, each with the platforms that its letter is for. */
async function toldApart(
  world: World,
  templates: readonly Awaited<ReturnType<typeof summaryOf>>[],
  language: Language,
) {
  const isShared = (title: string): boolean => templates.filter((one) => one.title === title).length > 1;
  const told = [];
  for (const one of templates) {
    const template = isShared(one.title) ? await usableTemplate(world, one.letter) : null;
    const platforms = await Promise.all((template?.platforms ?? []).map((id) => world.rulebooks.load(id)));
    const names = platforms.map(({ platform }) => platform.title[language]);
    const [open, close, comma] = language === 'zh' ? ['（', '）', '、'] : [' (', ')', ', '];
    told.push(
      names.length === 0 ? one : { ...one, title: `${one.title}${open}${names.join(comma)}${close}` },
    );
  }
  return told;
}

/** The version that a source says it is, and what is wrong with it. */
async function stateOf(world: World, source: TemplateSource, language: Language) {
  try {
    return { version: (await readVersion(world, source)).version, faults: [] };
  } catch (error) {
    return { version: source.version ?? '?', faults: faultsOf(error, language) };
  }
}

function faultsOf(error: unknown, language: Language) {
  if (!(error instanceof Failure)) throw error;
  const all = error instanceof Failures ? error.all : [error];
  return all.map((one) => ({ message: one.text[language], hint: one.hint[language] }));
}

async function versionsOf(world: World, letter: string) {
  if (!(await world.letters.list()).includes(letter)) return [];
  const found = [];
  for (const source of await world.letters.versions(letter)) {
    const { version } = await stateOf(world, source, 'zh');
    // What is no version by its folder's name is none to be higher than.
    if (!isVersion(version)) continue;
    const text = await world.letters.read(source);
    found.push({ version, origin: source.origin, fileName: source.fileName, text });
  }
  return found;
}

/** The version that is named: `1.0.0`, `app`, `team`, `app:1.0.0`, `team:1.0.0`; without a name the one that goes before the others. */
async function findVersion(world: World, letter: string, named: string | undefined): Promise<TemplateSource> {
  const sources = await world.letters.versions(letter);
  if (named === undefined) {
    const inUse = await usableTemplate(world, letter);
    const found = sources.find(({ fileName }) => fileName === inUse?.fileName) ?? sources[0];
    if (found !== undefined) return found;
  }
  const [, origin, version] = /^(?:(app|team)(?::|$))?(.*)$/.exec(named ?? '') ?? [];
  const names: string[] = [];
  for (const source of sources) {
    const { version: own } = await stateOf(world, source, 'zh');
    names.push(`${source.origin}:${own}`);
    if (origin !== undefined && source.origin !== origin) continue;
    if (version === '' || version === own) return source;
  }
  throw new Failure(
    'unknown-template-version',
    { zh: `「${letter}」没有版本「${named ?? ''}」`, en: `“${letter}” has no version “${named ?? ''}”` },
    { zh: `现有版本：${names.join('、')}`, en: `There are: ${names.join(', ')}` },
  );
}

const nothingOlder = (letter: string): Failure =>
  new Failure(
    'unknown-template-version',
    { zh: `「${letter}」只有一个版本，没有可比的`, en: `“${letter}” has only one version` },
    { zh: '用 yinqi template list 查看各版本', en: 'yinqi template list shows the versions' },
  );
