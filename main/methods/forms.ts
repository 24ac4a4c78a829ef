import { Failure } from '../contract/failure.ts';
import type { FormField, FormGuide, FormPlacement } from '../contract/forms.ts';
import { suggestFields } from '../core/letters/form-suggestions.ts';
import { formVariables } from '../core/letters/form-variables.ts';
import { formatFormFields, parseFormFields, requirePlaceable } from '../core/letters/form-yaml.ts';
import { layOutForm } from '../core/letters/fill-form.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import type { World } from '../world.ts';
import type { StoredForm } from '../world/form-shelf.ts';
import { readPlacement, usableForm } from './load-form.ts';
import { pickTemplate, usableTemplate } from './load-template.ts';
import type { Methods } from './method.ts';
import { emptyPlacement, findForm, formVersionOf, storedForms } from './stored-forms.ts';

/** The platforms' own forms: imported once, their fields placed once, filled from then on. */
export const formMethods: Pick<
  Methods,
  | 'forms.list'
  | 'forms.import'
  | 'forms.open'
  | 'forms.page'
  | 'forms.place'
  | 'forms.remove'
  | 'forms.restore'
> = {
  async 'forms.list'(world, _input, { language }) {
    const withForms = await world.forms.letters();
    const letters = [...new Set([...(await world.letters.list()), ...withForms])].toSorted();
    const forms = [];
    for (const letter of letters) {
      const known = (await world.letters.list()).includes(letter);
      const template = known ? await usableTemplate(world, letter) : null;
      const versions = [];
      for (const stored of await world.forms.versions(letter)) {
        if (!(stored instanceof Failure))
          versions.push(await formVersionOf(world, stored, template, language));
      }
      const inUse = template === null ? null : ((await usableForm(world, template)).form?.version ?? null);
      forms.push({ letter, title: template?.title[language] ?? letter, inUse, versions });
    }
    return { schema: 'yinqi/forms@1' as const, forms };
  },

  async 'forms.import'(world, { letter, file, keepFields }, { language, signal }) {
    const template = await pickTemplate(world, letter);
    const local = world.grants.resolve(file);
    const pdf = await world.formFiles.load(local);
    const { sha256, pages, fields } = await world.formFiles.read(pdf, local.name);
    signal.throwIfAborted();
    // A second reader: what it cannot draw, nobody prints.
    for (const page of pages.keys()) await world.pictures.picture(pdf, { page, maxPx: 200 });
    const [newest] = await storedForms(world, letter);
    const remarks = fields.length === 0 ? [] : [fieldsRemark(fields.length)[language]];
    if (newest?.sha256 === sha256) {
      return { ...(await formVersionOf(world, newest, template, language)), isNew: false, remarks };
    }
    const before = keepFields === true ? await placedBefore(world, template) : null;
    if (keepFields === true) requireSamePages(before, pages, letter);
    signal.throwIfAborted();
    let stored = await world.forms.add(letter, {
      pdf,
      sha256,
      fileName: local.name,
      importedOn: world.today(),
      pages,
    });
    if (before !== null) {
      stored = await world.forms.place(stored, 0, formatFormFields({ ...before.placement, form: sha256 }));
    }
    return { ...(await formVersionOf(world, stored, template, language)), isNew: true, remarks };
  },

  async 'forms.open'(world, { letter, version }, { language }) {
    const template = await pickTemplate(world, letter);
    const stored = await findForm(world, template, version);
    const pdf = await world.forms.pdf(stored);
    const { fields } = await world.formFiles.read(pdf, stored.fileName);
    const empty = emptyPlacement(stored);
    const suggestions = suggestFields(fields, template);
    const written = await world.forms.fields(stored);
    const placement = await readPlacement(world, stored, template).catch((error: unknown) => {
      // What a slip of the pen broke is shown as text with its faults, and can be mended.
      if (error instanceof Failure) return null;
      throw error;
    });
    return {
      ...(await formVersionOf(world, stored, template, language)),
      title: template.title[language],
      placement: placement ?? empty,
      text: written?.text ?? formatFormFields(empty),
      suggestedText: formatFormFields({ ...empty, ...splitPlaces(suggestions.map((one) => one.field)) }),
      suggestions: suggestions.map(({ source, field }) => {
        const { name, tooltip, kind, value, page, xMm, yMm, widthMm, heightMm } = source;
        return {
          name,
          ...(tooltip === undefined ? {} : { tooltip }),
          kind,
          ...(value === undefined ? {} : { value }),
          page: page + 1,
          xMm,
          yMm,
          widthMm,
          heightMm,
          field,
        };
      }),
      variables: formVariables(template).map(({ variable, title, isDate }) => ({
        variable,
        title: title[language],
        isDate,
      })),
    };
  },

  async 'forms.page'(world, { letter, version, page, maxPx = 1600 }) {
    const template = await pickTemplate(world, letter);
    const stored = await findForm(world, template, version);
    const size = stored.pages[page - 1];
    if (size === undefined) throw noPage(page, stored.pages.length);
    const pdf = await blankForm(world, stored, template);
    const { png, widthPx, heightPx } = await world.pictures.picture(pdf, { page: page - 1, maxPx });
    const artifact = await world.artifacts.keep(png, `${letter}-${page}.png`, 'image/png');
    return { artifact, widthPx, heightPx, ...size };
  },

  async 'forms.place'(world, { letter, version, baseRevision, placement, yaml }, { language }) {
    const template = await pickTemplate(world, letter);
    const stored = await findForm(world, template, version);
    const around = { form: stored, template };
    let text: string;
    if (yaml !== undefined) {
      parseFormFields(yaml.text, yaml.fileName, around);
      text = yaml.text;
    } else if (placement !== undefined) {
      requirePlaceable(placement, around);
      text = formatFormFields(placement);
    } else throw nothingToPlace();
    // The same once more is no new revision.
    const before = await world.forms.fields(stored);
    if (before?.text === text && (baseRevision ?? stored.revision) === stored.revision) {
      return formVersionOf(world, stored, template, language);
    }
    const placed = await world.forms.place(stored, baseRevision ?? stored.revision, text);
    return formVersionOf(world, placed, template, language);
  },

  async 'forms.remove'(world, { letter, version }) {
    await world.forms.remove(letter, version);
    const { form } = await usableForm(world, await pickTemplate(world, letter));
    return { inUse: form?.version ?? null };
  },

  async 'forms.restore'(world, { letter, version }, { language }) {
    const template = await pickTemplate(world, letter);
    await world.forms.restore(letter, version);
    return formVersionOf(world, await findForm(world, template, version), template, language);
  },
};

/** Places that are written on, and those where people sign. */
function splitPlaces(places: readonly (FormField | FormGuide)[]): Pick<FormPlacement, 'fields' | 'guides'> {
  const isGuide = (place: FormField | FormGuide): place is FormGuide => 'kind' in place;
  return {
    fields: places.filter((place): place is FormField => !isGuide(place)),
    guides: places.filter(isGuide),
  };
}

/** A form's pages as they print with nothing written on them. */
async function blankForm(world: World, stored: StoredForm, template: LetterTemplate): Promise<Uint8Array> {
  const pages = stored.pages.map((page) => ({ ...page, items: [] }));
  const { zh: title } = template.title;
  const sheets = { title, author: '', language: 'zh-CN', subject: title, keywords: [], pages };
  const laidOut = layOutForm(
    { ...sheets, covered: [], isDraft: false, texts: [] },
    await world.forms.pdf(stored),
  );
  return world.pdf.write(laidOut);
}

/** The newest version with fields placed on it, and those fields. */
async function placedBefore(
  world: World,
  template: LetterTemplate,
): Promise<{ readonly stored: StoredForm; readonly placement: FormPlacement } | null> {
  const { form } = await usableForm(world, template);
  return form;
}

/** Fields are carried over only to pages of the same number and size: on others they would print in the wrong places. */
function requireSamePages(
  before: { readonly stored: StoredForm } | null,
  pages: StoredForm['pages'],
  letter: string,
): void {
  if (before === null) {
    throw new Failure(
      'no-form',
      { zh: `「${letter}」之前没有定过填写位置`, en: `Nothing was placed on a form of “${letter}” before` },
      {
        zh: '请不加 --keep-fields 导入，再定位置',
        en: 'Import it without --keep-fields, then place its fields',
      },
    );
  }
  const old = before.stored.pages;
  const isSame =
    old.length === pages.length &&
    old.every(
      ({ widthMm, heightMm }, index) =>
        Math.abs(widthMm - (pages[index]?.widthMm ?? 0)) < 1 &&
        Math.abs(heightMm - (pages[index]?.heightMm ?? 0)) < 1,
    );
  if (isSame) return;
  throw new Failure(
    'form-pages-differ',
    {
      zh: `新的 PDF 页数或页面大小和第 ${before.stored.version} 版不同，填写位置不能照搬`,
      en: `The new PDF has other pages than version ${before.stored.version}: its fields cannot be carried over`,
    },
    {
      zh: '请不加 --keep-fields 导入，再重新定位置',
      en: 'Import it without --keep-fields, then place its fields anew',
    },
  );
}

const fieldsRemark = (count: number) => ({
  zh: `这份 PDF 自带 ${count} 个可填写的域，已作为建议位置列出，请核对后采用；填写后它们成为页面的一部分，不会重复显示`,
  en: `The PDF has ${count} fields of its own, offered as places to look at; once filled they are part of the page and show nothing twice`,
});

const noPage = (page: number, pages: number): Failure =>
  new Failure(
    'unknown-page',
    { zh: `没有第 ${page} 页`, en: `There is no page ${page}` },
    { zh: `这份 PDF 共 ${pages} 页`, en: `The PDF has ${pages}` },
  );

const nothingToPlace = (): Failure =>
  new Failure(
    'bad-request',
    { zh: '没有给出填写位置', en: 'No fields were given' },
    { zh: '请给出 placement 或 yaml', en: 'Give placement or yaml' },
  );
