import { Failure, Failures } from '../contract/failure.ts';
import type { DossierDocument, LetterEntry } from '../contract/dossier.ts';
import type { FormPlacement } from '../contract/forms.ts';
import { parseFormFields } from '../core/letters/form-yaml.ts';
import type { UsedForm } from '../core/letters/fill-form.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { FormShelf, StoredForm } from '../world/form-shelf.ts';

/** The official form that a letter is made on. */
export interface LoadedForm extends UsedForm {
  readonly stored: StoredForm;
}

/** The form in use, and what is wrong with newer ones that were passed over for it. */
export interface FormChoice {
  readonly form: LoadedForm | null;
  readonly passedOver: readonly Failure[];
}

const parsed = new WeakMap<
  FormShelf,
  Map<string, { readonly text: string; readonly placement: FormPlacement }>
>();

/** What is placed on a form, parsed once for as long as its text stays the same; null while nothing ever was. Throws `form-fault`. */
export async function readPlacement(
  world: World,
  stored: StoredForm,
  template: LetterTemplate,
): Promise<FormPlacement | null> {
  const fields = await world.forms.fields(stored);
  if (fields === null) return null;
  const { text, fileName } = fields;
  const known = parsed.get(world.forms) ?? new Map();
  parsed.set(world.forms, known);
  const key = `${fileName}\n${template.digest}`;
  const before = known.get(key);
  if (before?.text === text) return before.placement;
  const placement = parseFormFields(text, fileName, { form: stored, template });
  known.set(key, { text, placement });
  return placement;
}

/** The newest version of a letter's form with fields placed on it and without faults; null where there is none. */
export async function usableForm(world: World, template: LetterTemplate): Promise<FormChoice> {
  const passedOver: Failure[] = [];
  for (const stored of await world.forms.versions(template.id)) {
    if (stored instanceof Failure) {
      passedOver.push(stored);
      continue;
    }
    try {
      const placement = await readPlacement(world, stored, template);
      if (placement === null) {
        passedOver.push(notPlaced(stored));
        continue;
      }
      const { version, sha256, pages } = stored;
      return { form: { version, sha256, pages, placement, stored }, passedOver };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      passedOver.push(...(error instanceof Failures ? error.all : [error]));
    }
  }
  return { form: null, passedOver };
}

/** The same for one dossier: none where it asks for our own wording all the same. */
export async function formFor(
  world: World,
  template: LetterTemplate,
  entry: LetterEntry,
): Promise<FormChoice> {
  return entry.wording === 'own' ? { form: null, passedOver: [] } : usableForm(world, template);
}

/** Opens a dossier; with `own` its letters are made in our own wording, whatever forms there are. */
export async function openIn(
  world: World,
  dossier: string,
  wording: 'own' | undefined,
): Promise<OpenDossier> {
  const open = await world.dossiers.open(dossier);
  return wording === undefined ? open : { ...open, document: await inOwnWording(world, open.document) };
}

async function inOwnWording(world: World, document: DossierDocument): Promise<DossierDocument> {
  const letters = await world.forms.letters();
  if (letters.length === 0) return document;
  const own = letters.map((letter) => [letter, { ...document.letters?.[letter], wording: 'own' as const }]);
  return { ...document, letters: { ...document.letters, ...Object.fromEntries(own) } };
}

const notPlaced = ({ version, letter }: StoredForm): Failure =>
  new Failure(
    'form-not-placed',
    {
      zh: `官方格式第 ${version} 版已导入，还没有定填写位置`,
      en: `Version ${version} of the official form is imported and nothing is placed on it yet`,
    },
    {
      zh: `请在界面上定好填写位置，或用 yinqi form place ${letter} --fields fields.yaml`,
      en: `Place its fields in the app, or with yinqi form place ${letter} --fields fields.yaml`,
    },
  );
