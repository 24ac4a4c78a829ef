import type { DossierDocument, LetterOrigin } from '../contract/dossier.ts';
import type { Localized } from '../contract/language.ts';
import type { LetterSummary } from '../contract/letters.ts';
import { draftLetter, fillLetter, unprintableIn, type FilledLetter } from '../core/letters/fill-letter.ts';
import { countPages } from '../core/letters/lay-out.ts';
import { ingredientsOf, ruleIngredient } from '../core/letters/letter-origin.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { dossierCode } from '../core/letters/page-code.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import { isLetterRule } from '../core/rulebook/rule-kinds.ts';
import type { OpenDossier, World } from '../world.ts';
import { pickTemplate, type LoadedTemplate } from './load-template.ts';

/** A letter made from a dossier: filled in, or what it lacks. */
export interface MadeLetter {
  readonly template: LoadedTemplate;
  readonly filled: FilledLetter;
  /** Characters that no face can print, each once; with any, it cannot be printed. */
  readonly unprintable: readonly string[];
  readonly state: LetterState;
}

/** A letter's template: the team's newest version, else the app's own. Throws `unknown-letter`, `template-fault`. */
export const loadTemplate = pickTemplate;

/** Makes one letter. `date` overrides the day that the dossier holds for it. */
export async function makeLetter(
  world: World,
  document: DossierDocument,
  letter: string,
  options: {
    readonly requirement?: string;
    readonly date?: string;
    readonly rule?: LetterOrigin['rule'];
  } = {},
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
      requirement: options.requirement ?? template.requirement ?? null,
      revision: isReady ? filled.revision : null,
      pages: isReady ? countPages(tree, fonts) : null,
      dossier: dossierCode(document),
      ingredients: ingredientsOf({
        template,
        document,
        entry,
        ...(options.rule === undefined ? {} : { rule: options.rule }),
      }),
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
  const ruleOf = new Map(rulebook.rules.filter(isLetterRule).map((rule) => [rule.id, rule]));
  const made: NeededLetter[] = [];
  for (const { id, status, optional, because } of resolveRequirements({ rulebook, document })) {
    const asking = ruleOf.get(id);
    if (asking === undefined) continue;
    const rule = ruleIngredient(rulebook, asking);
    const need = status === 'open' ? 'open' : optional ? 'optional' : 'required';
    made.push({
      ...(await makeLetter(world, document, asking.letter, { ...options, requirement: id, rule })),
      need,
      because,
    });
  }
  return made;
}
