import type { DossierDocument, LetterEntry, LetterOrigin } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { Localized } from '../contract/language.ts';
import type { FontSet } from '../contract/laid-out-document.ts';
import type { LetterSummary } from '../contract/letters.ts';
import { fillForm, placementDigest, unprintableOnForm, type FilledForm } from '../core/letters/fill-form.ts';
import { draftLetter, fillLetter, unprintableIn, type FilledLetter } from '../core/letters/fill-letter.ts';
import type { FormData } from '../core/letters/form-variables.ts';
import { countPages } from '../core/letters/lay-out.ts';
import { ingredientsOf, ruleIngredient } from '../core/letters/letter-origin.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { dossierCode } from '../core/letters/page-code.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import { isLetterRule } from '../core/rulebook/rule-kinds.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { templateOnForm } from '../core/letters/template-on-form.ts';
import { formFor, type LoadedForm } from './load-form.ts';
import { pickTemplate, type LoadedTemplate } from './load-template.ts';

/** A letter made from a dossier: filled in, or what it lacks. */
export interface MadeLetter {
  readonly template: LoadedTemplate;
  readonly document: DossierDocument;
  readonly entry: LetterEntry;
  readonly filled: FilledLetter | FilledForm;
  /** The platform's form that it is made on; null in our own wording. */
  readonly form: LoadedForm | null;
  /** What is wrong with newer forms, which were passed over. */
  readonly formFaults: readonly Failure[];
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
    /** Null: none that this dossier asks for. */
    readonly requirement?: string | null;
    readonly date?: string;
    readonly rule?: LetterOrigin['rule'];
  } = {},
): Promise<MadeLetter> {
  const own = await loadTemplate(world, letter);
  const fonts = await world.fonts();
  const entry = {
    ...document.letters?.[own.id],
    ...(options.date === undefined ? {} : { date: options.date }),
  };
  const { form, passedOver: formFaults } = await formFor(world, own, entry);
  const template = form === null ? own : templateOnForm(own, form.placement, { document, entry });
  const { filled, unprintable, pages } =
    form === null
      ? inWording(template, document, entry, fonts)
      : onForm(form, { template: own, document, entry }, fonts);
  const isReady = filled.kind !== 'missing-data' && unprintable.length === 0;
  return {
    template,
    document,
    entry,
    filled,
    unprintable,
    form,
    formFaults,
    state: {
      letter: template.id,
      title: template.title,
      requirement: options.requirement === undefined ? (template.requirement ?? null) : options.requirement,
      revision: isReady ? filled.revision : null,
      pages: isReady ? pages() : null,
      dossier: dossierCode(document),
      // Nothing is printed on the platform's form but what belongs into it.
      pageCode: form === null ? (entry.pageCode ?? template.pageCode) : 'off',
      ...(form === null ? {} : { form: { version: form.version } }),
      ingredients: ingredientsOf({
        template,
        document,
        entry,
        ...(options.rule === undefined ? {} : { rule: options.rule }),
        ...(form === null ? {} : { form: originOf(form) }),
      }),
    },
  };
}

/** A letter as it is made, and how many pages it has. */
interface Made extends Pick<MadeLetter, 'filled' | 'unprintable'> {
  readonly pages: () => number;
}

function inWording(
  template: LoadedTemplate,
  document: DossierDocument,
  entry: LetterEntry,
  fonts: FontSet,
): Made {
  const filled = fillLetter({ template, document, entry });
  // What is filled in already is looked through even while other fields are missing.
  const tree = filled.kind === 'filled' ? filled.tree : draftLetter({ template, document, entry });
  return { filled, unprintable: unprintableIn(tree, fonts), pages: () => countPages(tree, fonts) };
}

function onForm(form: LoadedForm, data: FormData, fonts: FontSet): Made {
  return {
    filled: fillForm(form, data, fonts),
    unprintable: unprintableOnForm(form, data, fonts),
    pages: () => form.pages.length,
  };
}

const originOf = ({ version, sha256, placement }: LoadedForm): NonNullable<LetterOrigin['form']> => ({
  version,
  sha256,
  fields: placementDigest(placement),
});

/** Refuses a notice that is for other platforms than the dossier's. Throws `letter-of-another-platform`. */
export function requirePlatform(
  { kind, platforms = [], title }: LoadedTemplate,
  { platform }: Pick<DossierDocument, 'platform'>,
): void {
  if (kind !== 'notice' || platforms.includes(platform)) return;
  throw new Failure(
    'letter-of-another-platform',
    {
      zh: `《${title.zh}》用于 ${platforms.join('、')}，这份案卷的平台是 ${platform}`,
      en: `“${title.en}” is for ${platforms.join(', ')}; this dossier’s platform is ${platform}`,
    },
    {
      zh: '请换一份该平台的案卷，或者从这份案卷的函件列表里选（yinqi letters 会列出可用的通知）',
      en: 'Use a dossier of that platform, or choose from this dossier’s own letters (yinqi letters lists its notices)',
    },
  );
}

/** A made letter with how much it is wanted, and why. */
export interface NeededLetter extends MadeLetter {
  readonly need: LetterSummary['need'];
  readonly because: Localized;
}

/** How letters are made: dated so, or only those with these ids, for each takes its time. */
export interface LetterOptions {
  readonly date?: string;
  readonly only?: readonly string[];
}

/** The letters that a dossier's rulebook asks for, or may ask for, made, in the order of the upload form. Throws `unknown-platform`. */
export async function neededLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  { only, ...options }: LetterOptions = {},
): Promise<readonly NeededLetter[]> {
  const { document } = open;
  const rulebook = await world.rulebooks.load(document.platform);
  const ruleOf = new Map(rulebook.rules.filter(isLetterRule).map((rule) => [rule.id, rule]));
  const made: NeededLetter[] = [];
  for (const { id, status, optional, because } of resolveRequirements({ rulebook, document })) {
    const asking = ruleOf.get(id);
    if (asking === undefined || only?.includes(asking.letter) === false) continue;
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
