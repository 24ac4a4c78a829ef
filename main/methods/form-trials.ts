import { Failure, Failures } from '../contract/failure.ts';
import type { DossierDocument } from '../contract/dossier.ts';
import type { FormPlacement } from '../contract/forms.ts';
import { inLanguage } from '../contract/language.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import {
  draftForm,
  fillForm,
  formMisfits,
  layOutForm,
  unprintableOnForm,
  type UsedForm,
} from '../core/letters/fill-form.ts';
import { overlappingFields } from '../core/letters/form-place-faults.ts';
import { formSample } from '../core/letters/form-samples.ts';
import { requirePlaceable } from '../core/letters/form-yaml.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import type { World } from '../world.ts';
import type { StoredForm } from '../world/form-shelf.ts';
import { readPlacement } from './load-form.ts';
import { pickTemplate } from './load-template.ts';
import type { Methods } from './method.ts';
import { emptyPlacement, findForm } from './stored-forms.ts';

const pictureDpi = 110;

/** Forms filled to look at, and to see what does not fit. */
export const formTrialMethods: Pick<Methods, 'forms.check' | 'forms.preview'> = {
  async 'forms.check'(world, { letter, version, placement: given }, { language, signal }) {
    const template = await pickTemplate(world, letter);
    const stored = await findForm(world, template, version);
    const checked = { schema: 'yinqi/form-check@1' as const, letter, version: stored.version };
    let placement: FormPlacement;
    try {
      placement = await placementOf(world, stored, template, given);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const all = error instanceof Failures ? error.all : [error];
      const faults = all.map((fault) => ({ message: fault.text[language], hint: fault.hint[language] }));
      return { ...checked, faults, remarks: [], trials: [] };
    }
    const form: UsedForm = { ...stored, placement };
    const fonts = await world.fonts();
    const trials = [];
    for (const data of ['sample', 'longest', 'shortest'] as const) {
      signal.throwIfAborted();
      const document = await trialData(world, template, data);
      if (document === null) continue;
      const filling = { template, document, entry: document.letters?.[letter] ?? {} };
      const misfits = formMisfits(form, filling, fonts).map(({ field, text, message }) => ({
        field: field.id,
        page: field.page,
        text,
        message: message[language],
      }));
      const unprintable = [...unprintableOnForm(form, filling, fonts)];
      trials.push({ data, fits: misfits.length + unprintable.length === 0, misfits, unprintable });
    }
    return {
      ...checked,
      faults: [],
      remarks: inLanguage([...overlappingFields(placement)], language),
      trials,
    };
  },

  async 'forms.preview'(world, input, { language, signal }) {
    const { letter, version, dossier, data = 'sample', dpi = pictureDpi } = input;
    const template = await pickTemplate(world, letter);
    const stored = await findForm(world, template, version);
    const placement = await placementOf(world, stored, template, input.placement);
    const document =
      dossier === undefined
        ? ((await trialData(world, template, data)) ?? formSample(template, 'shortest'))
        : (await world.dossiers.open(dossier)).document;
    const form: UsedForm = { ...stored, placement };
    const fonts = await world.fonts();
    const filling = { template, document, entry: document.letters?.[letter] ?? {} };
    const filled = fillForm(form, filling, fonts);
    const isDraft = filled.kind === 'missing-data';
    const sheets = isDraft ? draftForm(form, filling, fonts) : filled.sheets;
    const unprintable = [...unprintableOnForm(form, filling, fonts)];
    const pdf = await world.pdf.write(layOutForm(sheets, await world.forms.pdf(stored)));
    const name = template.title.zh;
    const fileName = input.fileName ?? `${name}（${isDraft ? '草稿' : '预览'}）.pdf`.normalize('NFC');
    const kept =
      input.folder === undefined
        ? { artifact: await world.artifacts.keep(pdf, fileName, 'application/pdf') }
        : {};
    if (input.folder !== undefined) {
      const target = world.grants.resolve(input.folder);
      await world.folders.write(target, [{ path: fileName, content: pdf }], { refuseExisting: false });
    }
    const pages = [];
    for (const page of input.pictures === true ? stored.pages.keys() : []) {
      signal.throwIfAborted();
      const { png, widthPx, heightPx } = await world.pictures.picture(pdf, { page, dpi });
      const picture = await world.artifacts.keep(png, `${name}-${page + 1}.png`, 'image/png');
      pages.push({ artifact: picture, widthPx, heightPx });
    }
    const missing = isDraft ? filled.missing : [];
    return {
      ...kept,
      fileName,
      isDraft,
      missingFields: missing.map(({ field, title }) => ({ field, title: title[language] })),
      unprintable,
      pages,
    };
  },
};

/** What is to be tried: what was given, held against the form, else what is saved, else nothing. Throws `form-fault`. */
async function placementOf(
  world: World,
  stored: StoredForm,
  template: LetterTemplate,
  given: FormPlacement | undefined,
): Promise<FormPlacement> {
  if (given === undefined) return (await readPlacement(world, stored, template)) ?? emptyPlacement(stored);
  requirePlaceable(given, { form: stored, template });
  return given;
}

/** A made-up dossier; null for the sample of a letter that has none. */
async function trialData(
  world: World,
  template: LetterTemplate,
  data: 'sample' | 'longest' | 'shortest',
): Promise<DossierDocument | null> {
  if (data !== 'sample') return formSample(template, data);
  for (const source of await world.letters.versions(template.id)) {
    const text = await world.letters.sample(source);
    if (text !== null) return parseDossier(text, source.samplePath);
  }
  return null;
}
