import type { DossierDocument } from '../contract/dossier.ts';
import type { Localized } from '../contract/language.ts';
import type { LetterSummary } from '../contract/letters.ts';
import { draftLetter, fillLetter, unprintableIn, type FilledLetter } from '../core/letters/fill-letter.ts';
import { countPages } from '../core/letters/lay-out.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { dossierCode } from '../core/letters/page-code.ts';
import { parseTemplate, type LetterTemplate } from '../core/letters/template.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import { isLetterRule } from '../core/rulebook/rule-kinds.ts';
import type { LetterShelf, OpenDossier, World } from '../world.ts';

/** A letter made from a dossier: filled in, or what it lacks. */
export interface MadeLetter {
  readonly template: LetterTemplate;
  readonly filled: FilledLetter;
  /** Characters that no face can print, each once; with any, it cannot be printed. */
  readonly unprintable: readonly string[];
  readonly state: LetterState;
}

const parsed = new WeakMap<
  LetterShelf,
  Map<string, { readonly source: string; readonly template: LetterTemplate }>
>();

/** A letter's template, parsed once for as long as its text stays the same. Throws `unknown-letter`, `template-fault`. */
export async function loadTemplate(world: World, letter: string): Promise<LetterTemplate> {
  const source = await world.letters.template(letter);
  const known = parsed.get(world.letters) ?? new Map();
  parsed.set(world.letters, known);
  const before = known.get(letter);
  if (before?.source === source) return before.template;
  const template = parseTemplate(source, `resources/letters/${letter}/template.md`);
  known.set(letter, { source, template });
  return template;
}

/** Makes one letter. `date` overrides the day that the dossier holds for it. */
export async function makeLetter(
  world: World,
  document: DossierDocument,
  letter: string,
  options: { readonly requirement?: string; readonly date?: string } = {},
): Promise<MadeLetter> {
  const template = await loadTemplate(world, letter);
  const fonts = await world.fonts();
  const entry = {
    ...document.letters?.[template.id],
    ...(options.date === undefined ? {} : { date: options.date }),
  };
  const filled = fillLetter({ template, document, entry });
  // What is filled in already is looked through even while other fields are missing.
  const tree = filled.kind === 'filled' ? filled.tree : draftLetter({ template, document, entry });
  const unprintable = unprintableIn(tree, fonts);
  const isReady = filled.kind === 'filled' && unprintable.length === 0;
  return {
    template,
    filled,
    unprintable,
    state: {
      letter: template.id,
      requirement: options.requirement ?? template.requirement,
      revision: isReady ? filled.revision : null,
      pages: isReady ? countPages(tree, fonts) : null,
      dossier: dossierCode(document),
    },
  };
}

/** A made letter with how much it is wanted, and why. */
export interface NeededLetter extends MadeLetter {
  readonly need: LetterSummary['need'];
  readonly because: Localized;
}

/** The letters that a dossier's rulebook asks for, or may ask for, made, in the order of the upload form. Throws `unknown-platform`. */
export async function neededLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  options: { readonly date?: string } = {},
): Promise<readonly NeededLetter[]> {
  const { document } = open;
  const rulebook = await world.rulebooks.load(document.platform);
  const letterOf = new Map(rulebook.rules.filter(isLetterRule).map((rule) => [rule.id, rule.letter]));
  const made: NeededLetter[] = [];
  for (const { id, status, optional, because } of resolveRequirements({ rulebook, document })) {
    const letter = letterOf.get(id);
    if (letter === undefined) continue;
    const need = status === 'open' ? 'open' : optional ? 'optional' : 'required';
    made.push({
      ...(await makeLetter(world, document, letter, { ...options, requirement: id })),
      need,
      because,
    });
  }
  return made;
}
