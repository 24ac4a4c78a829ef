import type { DossierDocument } from '../../contract/dossier.ts';
import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import type { FontSet } from '../../contract/laid-out-document.ts';
import type { DocumentTree } from '../../contract/letters.ts';
import { blockTexts } from './block-texts.ts';
import { applying } from './asks.ts';
import { entryFaults } from './entry-faults.ts';
import { missingNeeds } from './missing-needs.ts';
import { withCompanySeal, wordingOf } from './seal-sizes.ts';
import { dossierCode, shortHash } from './page-code.ts';
import { unprintable } from './printable.ts';
import type { LetterTemplate } from './template.ts';
import { chineseDate, templateScope, type LetterEntry } from './template-scope.ts';
import { wordingBlocks } from './wording-blocks.ts';

/** A field that a letter needs and a dossier does not hold. */
export interface MissingField {
  readonly field: string;
  readonly title: Localized;
  /** It is there and does not fit the form; the title says so. */
  readonly isMisfit?: true;
}

/** A letter filled in, or the fields that are missing for it. */
export type FilledLetter =
  | { readonly kind: 'filled'; readonly tree: DocumentTree; readonly revision: string }
  | { readonly kind: 'missing-data'; readonly missing: readonly MissingField[] };

/**
 * Fills a template with a dossier. The revision is a hash of wording and data as they are printed, validity included;
 * the day of signing is left out, for a letter dated by hand and one dated by machine are the same letter, and so are
 * guides and the seal's size. Throws `template-fault`.
 */
export function fillLetter(input: {
  readonly template: LetterTemplate;
  readonly document: DossierDocument;
  /** What is typed into it; left out, what the dossier holds. */
  readonly entry?: LetterEntry;
}): FilledLetter {
  const { template, document } = input;
  const entry = input.entry ?? document.letters?.[template.id] ?? {};
  const missing = missingFields(template, document, entry);
  if (missing.length > 0) return { kind: 'missing-data', missing };
  const tree = makeTree(template, document, entry, new Map());
  const revision = revisionOf(template, tree);
  const code = { dossier: dossierCode(document), letter: template.id, revision };
  return { kind: 'filled', tree: { ...tree, code }, revision };
}

/** The same letter as a draft to look at: marked on each page, without page code, what is missing named in brackets. */
export function draftLetter(input: {
  readonly template: LetterTemplate;
  readonly document: DossierDocument;
  readonly entry?: LetterEntry;
}): DocumentTree {
  const { template, document } = input;
  const entry = input.entry ?? document.letters?.[template.id] ?? {};
  return { ...makeTree(template, document, entry, draftPlaceholders(template, document)), isDraft: true };
}

/** What a draft prints for each variable that may be missing, in brackets. */
export function draftPlaceholders(
  template: LetterTemplate,
  document: DossierDocument,
): ReadonlyMap<string, string> {
  const missing = [
    ...missingNeeds(template, document),
    ...applying(template.fields, document)
      .filter(({ required }) => required)
      .map(({ id, title }) => ({ variable: `letter.${id}`, title })),
  ];
  return new Map(missing.map(({ variable, title }) => [variable, `【待填写：${title.zh}】`]));
}

/** The wording alone: a comma, which every wording has, in place of whatever may be filled in. */
export function bareWording(template: LetterTemplate): DocumentTree {
  const document: DossierDocument = {
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: [],
  };
  const commas = new Map(Array.from(draftPlaceholders(template, document).keys(), (name) => [name, '，']));
  return makeTree(template, document, {}, commas);
}

/** The characters of a filled letter that no face can print, each once. */
export function unprintableIn(tree: DocumentTree, fonts: FontSet): readonly string[] {
  return unprintable([tree.title, ...tree.blocks.flatMap(blockTexts)], fonts);
}

/** What a letter needs and a dossier does not hold, and what is typed into it and cannot be. */
export function missingFields(
  template: LetterTemplate,
  document: DossierDocument,
  entry: LetterEntry,
): readonly MissingField[] {
  const missing = [...byField(missingNeeds(template, document)), ...entryFaults(template, document, entry)];
  if (entry.validFrom === undefined || entry.validUntil === undefined) return missing;
  if (!template.asks.includes('validUntil') || entry.validFrom <= entry.validUntil) return missing;
  return [
    ...missing,
    {
      field: `letters.${template.id}.validUntil`,
      title: {
        zh: '有效期截止日（早于起始日，请改正）',
        en: 'End of validity (it is before the start; correct it)',
      },
    },
  ];
}

/** One entry for each field: what an absent party lacks is one field, `parties`, named by all its titles. */
function byField(missing: readonly MissingField[]): readonly MissingField[] {
  const fields = new Map<string, Localized>();
  for (const { field, title } of missing) {
    const before = fields.get(field);
    fields.set(
      field,
      before === undefined ? title : { zh: `${before.zh}、${title.zh}`, en: `${before.en}; ${title.en}` },
    );
  }
  return Array.from(fields, ([field, title]) => ({ field, title }));
}

function makeTree(
  template: LetterTemplate,
  document: DossierDocument,
  entry: LetterEntry,
  placeholders: ReadonlyMap<string, string>,
): DocumentTree {
  const scope = templateScope(document, entry, placeholders, template.fields, template.licenses);
  const { markdown, values } = template.wording.render(scope);
  const blocks = blocksOf(template, markdown, {
    fileName: template.fileName,
    values,
    date: entry.date === undefined ? null : chineseDate(entry.date),
    seal: template.seal,
  });
  const heading = blocks.find((block) => block.kind === 'title')?.text;
  const title = heading?.replaceAll('\n', '') ?? template.title.zh;
  const appName = document.app?.name?.trim() ?? '';
  return {
    title,
    author: document.company?.name?.trim() ?? '',
    language: 'zh-CN',
    subject: appName === '' ? template.title.zh : `${template.title.zh}：${appName}`,
    blocks: withCompanySeal(blocks, document),
    code: null,
    template: { version: template.version, origin: template.origin },
    pageCode: entry.pageCode ?? template.pageCode,
    isDraft: false,
    style: 'letter',
  };
}

function blocksOf(
  { placed }: LetterTemplate,
  ...filled: Parameters<typeof wordingBlocks>
): ReturnType<typeof wordingBlocks> {
  try {
    return wordingBlocks(...filled);
  } catch (error) {
    throw error instanceof Failure ? placed(error) : error;
  }
}

function revisionOf(template: LetterTemplate, tree: DocumentTree): string {
  // A block's number stands in its text already: said once more it would only change every revision.
  const once = (key: string, value: unknown): unknown => (key === 'number' ? undefined : value);
  return shortHash(JSON.stringify([template.id, tree.title, tree.blocks.map(wordingOf)], once), 8);
}
