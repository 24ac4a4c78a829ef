import type { DossierDocument } from '../contract/dossier.ts';
import type { Localized } from '../contract/language.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import type { BatchColumn } from '../core/letters/batch-columns.ts';
import { layRow, named } from '../core/letters/batch-row.ts';
import { fillForm, unprintableOnSheets, type FilledForm } from '../core/letters/fill-form.ts';
import { fillLetter, unprintableIn, type FilledLetter } from '../core/letters/fill-letter.ts';
import { isPartyVariable } from '../core/letters/party-variables.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { templateOnForm } from '../core/letters/template-on-form.ts';
import { variableTitle } from '../core/letters/variable-title.ts';
import { judgeFields } from '../core/review/judge-fields.ts';
import type { World } from '../world.ts';
import { formFor, type LoadedForm } from './load-form.ts';

/** What the rows of a table are judged by. */
export interface BatchTerms {
  readonly base: DossierDocument;
  readonly rulebook: Rulebook;
  /** As far as it counts on the form, where letters are made on one. */
  readonly template: LetterTemplate;
  readonly form: LoadedForm | null;
  readonly laid: readonly BatchColumn[];
  /** How many columns the header has. */
  readonly width: number;
  /** The fields of the dossier that the letter prints, for the rules about them. */
  readonly fields: ReadonlySet<string>;
  readonly date: string | undefined;
}

/** A row as a letter filled in, or every reason why it can be none. */
export type JudgedRow =
  | {
      readonly document: DossierDocument;
      readonly filled: Extract<FilledLetter, { readonly kind: 'filled' }> | FilledForm;
    }
  | { readonly reasons: readonly Localized[] };

/** Lays a row over the dossier, fills the letter and looks for what would be wrong with it; nothing is written. */
export async function judgeBatchRow(
  world: World,
  terms: BatchTerms,
  cells: readonly string[],
): Promise<JudgedRow> {
  const { template, laid: columns, base, width } = terms;
  const laid = layRow({ base, template, columns, cells, width });
  if ('reasons' in laid) return laid;
  const { document, dropped } = laid;
  const entry = {
    ...document.letters?.[template.id],
    ...(terms.date === undefined ? {} : { date: terms.date }),
  };
  const fonts = await world.fonts();
  const data = { template, document, entry };
  const filled = terms.form === null ? fillLetter(data) : fillForm(terms.form, data, fonts);
  const reasons: Localized[] = [];
  if (filled.kind === 'missing-data') {
    reasons.push(
      ...filled.missing.map(({ field, title, isMisfit }) =>
        isMisfit === true ? title : missing(title, dropped.has(field.split('.')[0] ?? '')),
      ),
    );
  }
  const { rulebook, fields } = terms;
  for (const { field, message } of judgeFields({ rulebook, document, fields, today: world.today() })) {
    reasons.push(named(variableTitle(field, template), message));
  }
  if (filled.kind !== 'missing-data') {
    const odd =
      filled.kind === 'filled'
        ? unprintableIn(filled.tree, fonts)
        : unprintableOnSheets(filled.sheets, fonts);
    if (odd.length > 0) {
      reasons.push({
        zh: `字体无法打印的字符：${odd.join('、')}`,
        en: `characters that no font can print: ${odd.join(', ')}`,
      });
    }
  }
  if (filled.kind === 'missing-data' || reasons.length > 0) return { reasons };
  return { document, filled };
}

/** The dossier that rows are laid over, or one without content. */
export async function batchBase(
  world: World,
  { dossier, platform }: { readonly dossier?: string | undefined; readonly platform?: string | undefined },
): Promise<DossierDocument> {
  if (dossier !== undefined) return (await world.dossiers.open(dossier)).document;
  return { schema: 'yinqi/dossier@1', platform: platform ?? 'tencent-meeting', categories: [] };
}

/** What the letters of a batch are made of: the platform's form where there is one and nobody wants our wording, else the template. */
export async function batchForm<T extends LetterTemplate>(
  world: World,
  template: T,
  base: DossierDocument,
  wording: 'own' | undefined,
): Promise<{ readonly template: T; readonly form: LoadedForm | null }> {
  const entry = { ...base.letters?.[template.id], ...(wording === undefined ? {} : { wording }) };
  const { form } = await formFor(world, template, entry);
  return { template: form === null ? template : templateOnForm(template, form.placement), form };
}

/** The fields that a template prints or needs; another party's variables are the list of parties. */
export function printedFields({ needs, wording }: LetterTemplate): ReadonlySet<string> {
  const variables = [...needs.map(({ field }) => field), ...wording.variables];
  return new Set(variables.map((variable) => (isPartyVariable(variable) ? 'parties' : variable)));
}

const missing = (title: Localized, isDropped: boolean): Localized => ({
  zh: `缺少${title.zh}${isDropped ? '（案卷里的是另一家的，没有沿用，请在表格里加上这一列）' : ''}`,
  en: `${title.en} is missing${isDropped ? ' (the dossier’s is another’s and was not taken over: add a column for it)' : ''}`,
});
