import { Failure } from '../contract/failure.ts';
import type { FormPlacement, FormVersion } from '../contract/forms.ts';
import type { Language } from '../contract/language.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import type { World } from '../world.ts';
import type { StoredForm } from '../world/form-shelf.ts';
import { readPlacement, usableForm } from './load-form.ts';

/** A form's version as it is listed; its faults are data. */
export async function formVersionOf(
  world: World,
  stored: StoredForm,
  template: LetterTemplate | null,
  language: Language,
): Promise<FormVersion> {
  const faults: string[] = [];
  let placement: FormPlacement | null = null;
  try {
    if (template !== null) placement = await readPlacement(world, stored, template);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    faults.push(error.text[language]);
  }
  return {
    ...stored,
    pages: stored.pages.map((page) => ({ ...page })),
    fieldCount: placement?.fields.length ?? 0,
    faults,
  };
}

/** The versions of a letter's form that can be read, newest first. */
export async function storedForms(world: World, letter: string): Promise<readonly StoredForm[]> {
  const versions = await world.forms.versions(letter);
  return versions.filter((one): one is StoredForm => !(one instanceof Failure));
}

/** A version of a letter's form: the one named, else the one in use, else the newest. Throws `unknown-form`, `no-form`. */
export async function findForm(
  world: World,
  template: LetterTemplate,
  version: number | undefined,
): Promise<StoredForm> {
  const all = await storedForms(world, template.id);
  const inUse = version === undefined ? (await usableForm(world, template)).form?.stored : undefined;
  const found = version === undefined ? (inUse ?? all[0]) : all.find((one) => one.version === version);
  if (found !== undefined) return found;
  const { id, title } = template;
  if (all.length === 0) {
    throw new Failure(
      'no-form',
      { zh: `《${title.zh}》还没有导入官方格式`, en: `No form is imported for “${title.en}”` },
      {
        zh: `请从平台下载它的 PDF，再导入：yinqi form import ${id} FILE.pdf`,
        en: `Download its PDF from the platform and import it: yinqi form import ${id} FILE.pdf`,
      },
    );
  }
  throw new Failure(
    'unknown-form',
    {
      zh: `《${title.zh}》没有官方格式第 ${version} 版`,
      en: `“${title.en}” has no version ${version} of a form`,
    },
    {
      zh: `现有版本：${all.map((one) => one.version).join('、')}`,
      en: `There are: ${all.map((one) => one.version).join(', ')}`,
    },
  );
}

/** Nothing placed on a form. */
export const emptyPlacement = ({ letter, sha256 }: StoredForm): FormPlacement => ({
  schema: 'yinqi/form-fields@1',
  letter,
  form: sha256,
  fields: [],
  guides: [],
});
