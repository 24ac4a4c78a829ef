import type { FormField, FormPlacement } from '../../contract/forms.ts';
import type { Localized } from '../../contract/language.ts';
import type { FontSet, LaidOutDocument, PageItem } from '../../contract/laid-out-document.ts';
import type { PrintGuides } from '../../contract/letters.ts';
import { missingFields, type MissingField } from './fill-letter.ts';
import { fitFormField, type FieldFit } from './fit-form-field.ts';
import { formGuideItems } from './form-guides.ts';
import { dossierField, fieldText, isWritten, type FormData } from './form-variables.ts';
import { dossierCode, shortHash } from './page-code.ts';
import { draftMark } from './page-furniture.ts';
import { unprintable } from './printable.ts';
import { templateOnForm } from './template-on-form.ts';
import { typographyOf } from './typography.ts';
import { variableTitle } from './variable-title.ts';

/** The platform's form that a letter is made on, and what is written where. */
export interface UsedForm {
  readonly version: number;
  /** Of the PDF, lower-case hex. */
  readonly sha256: string;
  readonly pages: readonly { readonly widthMm: number; readonly heightMm: number }[];
  readonly placement: FormPlacement;
}

/** A letter filled in on the platform's form: what is written on each page, in the place of its fields. */
export interface FilledForm {
  readonly kind: 'on-form';
  readonly revision: string;
  readonly sheets: FormSheets;
}

/** What is written on the pages of a form, before it is known which guides print. */
export type FormSheets = Omit<LaidOutDocument, 'form' | 'elements'> & {
  readonly covered: NonNullable<LaidOutDocument['form']>['covered'];
  readonly isDraft: boolean;
  /** What is written in its fields, as it was given. */
  readonly texts: readonly string[];
};

/** A field whose text does not fit where it was placed. */
export interface FormMisfit {
  readonly field: FormField;
  readonly text: string;
  readonly message: Localized;
}

/** Fills a form, or says what is missing for it or too long for its fields. The day of signing changes no revision. */
export function fillForm(
  form: UsedForm,
  data: FormData,
  fonts: FontSet,
): FilledForm | { readonly kind: 'missing-data'; readonly missing: readonly MissingField[] } {
  const template = templateOnForm(data.template, form.placement, data);
  const missing = [
    ...missingFields(template, data.document, data.entry),
    ...formMisfits(form, data, fonts).map((misfit) => ({
      field:
        misfit.field.variable === undefined
          ? `forms.${template.id}.${misfit.field.id}`
          : dossierField(misfit.field.variable, data),
      title: misfit.message,
      isMisfit: true as const,
    })),
  ];
  if (missing.length > 0) return { kind: 'missing-data', missing };
  const revision = revisionOf(form, data);
  return { kind: 'on-form', revision, sheets: sheetsOf(form, data, fonts, revision) };
}

/** The same form as a draft to look at: what is missing stays empty, what is too long is seen to be. */
export function draftForm(form: UsedForm, data: FormData, fonts: FontSet): FormSheets {
  return sheetsOf(form, data, fonts, null);
}

/** The fields that do not take what a dossier would write into them. */
export function formMisfits(form: UsedForm, data: FormData, fonts: FontSet): readonly FormMisfit[] {
  return writtenFields(form, data).flatMap(({ field, text, fit }) =>
    fit(fonts).kind === 'fits' ? [] : [{ field, text, message: messageOf(field, text, fit(fonts), data) }],
  );
}

/** The characters in a form's fields that no face can print, each once. */
export function unprintableOnForm(form: UsedForm, data: FormData, fonts: FontSet): readonly string[] {
  return unprintable(
    writtenFields(form, data).map(({ text }) => text),
    fonts,
  );
}

/** The same of a form that is filled. */
export function unprintableOnSheets({ texts }: FormSheets, fonts: FontSet): readonly string[] {
  return unprintable(texts, fonts);
}

/** A form's pages ready to be written, over the bytes of its PDF. */
export function layOutForm(
  { covered, isDraft, texts: _given, ...sheets }: FormSheets,
  pdf: Uint8Array,
  print: PrintGuides = {},
): LaidOutDocument {
  const isPrinted = (item: PageItem): boolean =>
    print.guides !== 'none' || item.kind === 'matrix' || item.role !== 'guide';
  return {
    ...sheets,
    pages: sheets.pages.map((page) => ({ ...page, items: page.items.filter(isPrinted) })),
    form: { pdf, covered, isDraft },
  };
}

/** The fields in which something is written now. */
function writtenFields({ placement }: UsedForm, data: FormData) {
  return placement.fields
    .filter((field) => isWritten(field, data))
    .map((field) => ({ field, text: fieldText(field, data) }))
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => ({
      field,
      text,
      fit: (fonts: FontSet): FieldFit => fitFormField(field, text, fonts),
    }));
}

function sheetsOf(form: UsedForm, data: FormData, fonts: FontSet, revision: string | null): FormSheets {
  const { template, document } = data;
  const written = writtenFields(form, data);
  const { guides } = form.placement;
  const isDraft = revision === null;
  const pages = form.pages.map(({ widthMm, heightMm }, index) => {
    const isHere = ({ page }: { readonly page: number }): boolean => page === index + 1;
    const typography = { ...typographyOf('letter'), pageWidthMm: widthMm, pageHeightMm: heightMm };
    const items: PageItem[] = [
      ...(isDraft ? draftMark({ typography, fonts }) : []),
      ...guides.filter(isHere).flatMap((guide) => formGuideItems(guide, document, fonts)),
      ...written.filter(({ field }) => isHere(field)).flatMap(({ fit }) => fit(fonts).items),
    ];
    return { widthMm, heightMm, items };
  });
  const appName = document.app?.name?.trim() ?? '';
  return {
    title: template.title.zh,
    author: document.company?.name?.trim() ?? '',
    language: 'zh-CN',
    subject: appName === '' ? template.title.zh : `${template.title.zh}：${appName}`,
    keywords: [
      ...(isDraft
        ? []
        : [`dossier:${dossierCode(document)}`, `letter:${template.id}`, `revision:${revision}`]),
      `form:${form.version}@${form.sha256}`,
    ],
    pages,
    covered: written.map(({ field: { page, xMm, yMm, widthMm, heightMm } }) => ({
      page: page - 1,
      xMm,
      yMm,
      widthMm,
      heightMm,
    })),
    isDraft,
    texts: written.map(({ text }) => text),
  };
}

/** What is said by the form and by what is written on it, wherever that stands. */
function revisionOf(form: UsedForm, data: FormData): string {
  const texts = writtenFields(form, data)
    .filter(({ field }) => field.variable !== 'letter.date')
    .map(({ field, text }) => [field.id, text])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return shortHash(JSON.stringify(['form', data.template.id, form.sha256, texts]), 8);
}

/** A hash of what the fields of a form say, wherever they stand: what two placements with the same words have in common. */
export function placementDigest({ fields }: FormPlacement): string {
  const said = fields
    .map(({ id, variable, text, part, when }) => [id, variable, text, part, when?.variable, when?.is])
    .toSorted(([one = ''], [other = '']) => (String(one) < String(other) ? -1 : 1));
  return shortHash(JSON.stringify(said), 8);
}

function messageOf(field: FormField, text: string, fit: FieldFit, { template }: FormData): Localized {
  if (fit.kind === 'fits') throw new Error('a field that fits has no message');
  const title =
    field.variable === undefined
      ? { zh: `固定文字“${text}”`, en: `The fixed text “${text}”` }
      : variableTitle(field.variable, template);
  const place = {
    zh: `官方格式第 ${field.page} 页的「${field.id}」`,
    en: `“${field.id}” on page ${field.page} of the official form`,
  };
  const canShrink = fit.sizePt < (field.sizePt ?? 12);
  const at = {
    zh: canShrink ? `缩到 ${fit.sizePt} 磅仍` : '',
    en: canShrink ? ` even at ${fit.sizePt} pt` : '',
  };
  const mend = {
    zh: '请缩短内容，或放大这一栏、调小它的最小字号',
    en: 'shorten it, or give the field more room or a smaller least size',
  };
  const { over } = fit;
  if (over.unit === 'characters') {
    return {
      zh: `${title.zh}：${place.zh}放不下，多出 ${over.count} 个字；${mend.zh}`,
      en: `${title.en} does not fit ${place.en}: ${over.count} characters too many; ${mend.en}`,
    };
  }
  const by = over.mm.toFixed(1);
  return over.of === 'width'
    ? {
        zh: `${title.zh}：${place.zh}放不下，${at.zh}长出 ${by} 毫米；${mend.zh}`,
        en: `${title.en} does not fit ${place.en}: ${by} mm too long${at.en}; ${mend.en}`,
      }
    : {
        zh: `${title.zh}：${place.zh}放不下，${at.zh}高出 ${by} 毫米；${mend.zh}`,
        en: `${title.en} does not fit ${place.en}: ${by} mm too high${at.en}; ${mend.en}`,
      };
}
