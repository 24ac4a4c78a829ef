import type { Language } from '../contract/language.ts';
import { countPages } from '../core/letters/lay-out.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryTemplate } from '../core/letters/try-template.ts';
import type { World } from '../world.ts';
import type { TemplateSource } from '../world/letter-shelf.ts';
import { clausesOf } from './load-clauses.ts';
import { readVersion, usableTemplate } from './load-template.ts';
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
    const { faults, version: named } = await sourceState(source, readerOf(world), language);
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
    const isThere = (await world.letters.list()).includes(given.id);
    const sources = isThere ? await world.letters.versions(given.id) : [];
    const saving = { version: given.version, text };
    const settled = await versionOfText(sources, readerOf(world), saving, bump === true);
    if ('same' in settled) return { letter: given.id, origin: 'team' as const, ...settled.same };
    const { version, text: written } = settled;
    const template = parseTemplate(written, 'template.md', 'team', clauses);
    if (template.version !== version) throw badVersion(given.version);
    tryTemplate(template, sample ?? null);
    const { fileName } = await world.letters.save(template.id, version, { template: written, sample });
    return { letter: template.id, version, origin: 'team' as const, fileName };
  },

  async 'templates.compare'(world, { letter, from, to }, { language }) {
    const sources = await world.letters.versions(letter);
    const newer = await findVersion(world, letter, to);
    const older = from === undefined ? undefined : await findVersion(world, letter, from);
    const sides = { id: letter, older, newer, command: 'yinqi template list' };
    return { letter, ...(await comparedVersions(sources, readerOf(world), sides, language)) };
  },
};

const readerOf = (world: World): WordingReader<TemplateSource> => ({
  version: async (source) => (await readVersion(world, source)).version,
  text: (source) => world.letters.read(source),
});

const namesOf = ({ id, version, title }: LetterTemplate, language: Language) => ({
  letter: id,
  version,
  title: title[language],
});

async function summaryOf(world: World, letter: string, language: Language) {
  const sources = await world.letters.versions(letter);
  const template = await usableTemplate(world, letter);
  const versions = await listedVersions(sources, readerOf(world), language);
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

/** The version that is named: `1.0.0`, `app`, `team`, `app:1.0.0`, `team:1.0.0`; without a name the one that goes before the others. */
async function findVersion(world: World, letter: string, named: string | undefined): Promise<TemplateSource> {
  const sources = await world.letters.versions(letter);
  return namedVersion(sources, readerOf(world), {
    id: letter,
    named,
    inUse: async () => (await usableTemplate(world, letter))?.fileName,
  });
}
