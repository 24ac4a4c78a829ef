import { Failure, Failures } from '../contract/failure.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { templateFault } from '../core/letters/template-fault.ts';
import { badVersion, isVersion } from '../core/letters/template-version.ts';
import { tryTemplate } from '../core/letters/try-template.ts';
import type { World } from '../world.ts';
import type { LetterShelf, TemplateSource } from '../world/letter-shelf.ts';
import { clausesKey, clausesOf } from './load-clauses.ts';

/** A letter's template as it is used now. */
export interface LoadedTemplate extends LetterTemplate {
  /** What is wrong with newer versions of the team's, which were passed over for this one. */
  readonly passedOver: readonly Failure[];
}

const parsed = new WeakMap<
  LetterShelf,
  Map<string, { readonly source: string; readonly clauses: string; readonly template: LoadedTemplate }>
>();

/**
 * Reads one version of a template, parsed once for as long as its text and its clauses' stay the same. Throws Failures with
 * file and line.
 */
export async function readVersion(world: World, source: TemplateSource): Promise<LetterTemplate> {
  return load(world, source);
}

/** The same, with what is wrong with newer versions of the clauses that it takes in. */
async function load(world: World, source: TemplateSource): Promise<LoadedTemplate> {
  const text = await world.letters.read(source);
  const clauses = await clausesOf(world, text);
  const used = clausesKey(clauses);
  const known = parsed.get(world.letters) ?? new Map();
  parsed.set(world.letters, known);
  const before = known.get(source.absolutePath);
  if (before?.source === text && before.clauses === used) return before.template;
  const found = parseTemplate(text, source.fileName, source.origin, clauses);
  requireNames(found, source);
  const template = await tried(world, { ...found, passedOver: [...clauses.faults.values()].flat() }, text);
  known.set(source.absolutePath, { source: text, clauses: used, template });
  return template;
}

/**
 * What only making a letter shows is looked for once: the app's own are tried out by its tests. A team's clause with which a letter of
 * the app's cannot be made is passed over there.
 */
async function tried(world: World, template: LoadedTemplate, text: string): Promise<LoadedTemplate> {
  if (template.origin === 'app' && template.clauses.every(({ origin }) => origin === 'app')) return template;
  try {
    tryTemplate(template, null);
    return template;
  } catch (error) {
    if (template.origin === 'team' || !(error instanceof Failure)) throw error;
    const shipped = parseTemplate(text, template.fileName, 'app', await clausesOf(world, text, ['app']));
    const faults = error instanceof Failures ? error.all : [error];
    return { ...shipped, passedOver: [...template.passedOver, ...faults] };
  }
}

/**
 * The template of a letter: the team's newest version without faults, else the app's own. What was passed over says why.
 * Throws `unknown-letter`, and the faults (`template-fault`) of a letter of which no version can be used.
 */
export async function pickTemplate(world: World, letter: string): Promise<LoadedTemplate> {
  const passedOver: Failure[] = [];
  for (const source of await world.letters.versions(letter)) {
    try {
      const template = await load(world, source);
      return { ...template, passedOver: [...passedOver, ...template.passedOver] };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      passedOver.push(...(error instanceof Failures ? error.all : [error]));
    }
  }
  const [first, ...others] = passedOver;
  if (first === undefined) throw new Error('a letter without versions was not refused');
  throw others.length === 0 ? first : new Failures([first, ...others]);
}

/** The same, but null for a team's letter of which no version can be used: other letters go on without it. */
export async function usableTemplate(world: World, letter: string): Promise<LoadedTemplate | null> {
  try {
    return await pickTemplate(world, letter);
  } catch (error) {
    const [first] = await world.letters.versions(letter);
    if (error instanceof Failure && first?.origin === 'team') return null;
    throw error;
  }
}

/** The folders that a template is in say which letter and version it is: its front matter must say the same. */
function requireNames({ id, version, fileName }: LetterTemplate, source: TemplateSource): void {
  const line = 1;
  if (id !== source.letter) {
    throw templateFault(
      fileName,
      line,
      {
        zh: `文件头的 id 是「${id}」，文件夹却是「${source.letter}」`,
        en: `its id is “${id}” in a folder named “${source.letter}”`,
      },
      { zh: '请把 id 和文件夹名改成一样', en: 'Give both the same name' },
    );
  }
  if (source.version === null) return;
  if (!isVersion(source.version)) throw badVersion(source.version);
  if (version === source.version) return;
  throw templateFault(
    fileName,
    line,
    {
      zh: `文件头的 version 是「${version}」，文件夹却是「${source.version}」`,
      en: `its version is “${version}” in a folder named “${source.version}”`,
    },
    { zh: '请把 version 和文件夹名改成一样', en: 'Give both the same version' },
  );
}
