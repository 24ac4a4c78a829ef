import { isDay, type DossierDocument } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import { inLanguage, type Localized } from '../contract/language.ts';
import type { SharedCharacters } from '../contract/letters.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import { batchColumns, type BatchColumns } from '../core/letters/batch-columns.ts';
import { batchFileName, nameIn, tellingVariable } from '../core/letters/batch-names.ts';
import { batchResultTable, type BatchResultRow } from '../core/letters/batch-result.ts';
import { layRow, named } from '../core/letters/batch-row.ts';
import { draftLetter, fillLetter, unprintableIn } from '../core/letters/fill-letter.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { isPartyVariable } from '../core/letters/party-variables.ts';
import { shownCharacters } from '../core/letters/shown-characters.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { variableTitle } from '../core/letters/variable-title.ts';
import { judgeFields } from '../core/review/judge-fields.ts';
import type { CallContext, FolderEntry, Table, World } from '../world.ts';
import type { Methods } from './method.ts';
import { loadTemplate } from './needed-letters.ts';

/** What every row of a batch has in common. */
interface Batch {
  readonly base: DossierDocument;
  readonly rulebook: Rulebook;
  readonly template: LetterTemplate;
  readonly columns: BatchColumns;
  readonly width: number;
  /** The fields of the dossier that the letter prints, for the rules about them. */
  readonly fields: ReadonlySet<string>;
  readonly date: string | undefined;
  /** The characters of the wording, whose outlines all letters have in common. */
  readonly shared: SharedCharacters;
}

interface MadeRow {
  readonly document: DossierDocument;
  readonly pdf: Uint8Array;
  readonly revision: string;
  readonly pages: number;
}

/** One letter for every row of a table. */
export const letterBatchMethods: Pick<Methods, 'letters.batch'> = {
  async 'letters.batch'(world, input, context) {
    if (input.date !== undefined && !isDay(input.date)) throw badDate(input.date);
    const template = await loadTemplate(world, input.letter);
    const base = await baseOf(world, input);
    const table = await world.tables.read(world.grants.resolve(input.table), { sheet: input.sheet });
    const columns = batchColumns(table.header, template, input.ignore);
    const batch: Batch = {
      base,
      rulebook: await world.rulebooks.load(base.platform),
      template,
      columns,
      width: table.header.length,
      fields: printedFields(template),
      date: input.date,
      shared: await wordingCharacters(world, template),
    };
    const output = outputOf(world, input.folder, template, context);
    const results = await makeRows(world, batch, table, output.put, context);
    const title = inLanguage(template.title, context.language);
    return {
      letter: template.id,
      title,
      notNeeded: [...columns.notNeeded],
      made: results.made,
      failed: results.failed,
      resultFile: output.resultFile,
      ...(await output.finish()),
    };
  },
};

/** The dossier that rows are laid over, or one without content. */
async function baseOf(
  world: World,
  { dossier, platform }: { readonly dossier?: string | undefined; readonly platform?: string | undefined },
): Promise<DossierDocument> {
  if (dossier !== undefined) return (await world.dossiers.open(dossier)).document;
  return { schema: 'yinqi/dossier@1', platform: platform ?? 'tencent-meeting', categories: [] };
}

/** What the wording itself shows, with nothing filled in: no letter holds what another says. */
async function wordingCharacters(world: World, template: LetterTemplate): Promise<SharedCharacters> {
  const document: DossierDocument = {
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: [],
  };
  const draft = { ...draftLetter({ template, document }), isDraft: false };
  return shownCharacters(await layOut(draft, await world.fonts(), (code) => world.codes.encode(code)));
}

async function makeRows(
  world: World,
  batch: Batch,
  table: Table,
  put: (entry: FolderEntry) => Promise<void>,
  context: CallContext,
) {
  const { rows } = table;
  const telling = tellingVariable(batch.columns.laid, rows);
  const made: { row: number; fileName: string; revision: string; pages: number }[] = [];
  const failed: { row: number; reasons: string[] }[] = [];
  const results: BatchResultRow[] = [];
  // One letter goes to the disk while the next is made; what fails there is thrown where it is waited for.
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (entry: FolderEntry): Promise<void> => {
    await writing;
    writing = put(entry);
    writing.catch(() => undefined);
  };
  const finish = async (): Promise<void> => {
    const bytes = batchResultTable(results, context.language);
    await write({ path: resultFileOf(batch.template, context), content: bytes });
    await writing;
  };
  try {
    for (const [index, { line, cells }] of rows.entries()) {
      context.signal.throwIfAborted();
      const label = context.language === 'zh' ? `第 ${line} 行` : `row ${line}`;
      context.onProgress({ done: index, total: rows.length, label });
      const one = await makeRow(world, batch, cells);
      if ('reasons' in one) {
        const reasons = one.reasons.map((reason) => reason[context.language]);
        failed.push({ row: line, reasons });
        results.push({ row: line, state: 'failed', fileName: '', reasons });
        continue;
      }
      const { pdf, revision, pages } = one;
      const name = nameIn(one.document, telling);
      const fileName = batchFileName(index + 1, rows.length, batch.template.title.zh, name);
      await write({ path: fileName, content: pdf });
      made.push({ row: line, fileName, revision, pages });
      results.push({ row: line, state: 'made', fileName, reasons: [] });
    }
  } catch (error) {
    // What was made until then is whole and stays: the table of results says which rows those are.
    if (context.signal.aborted) {
      for (const { line } of rows.slice(results.length)) {
        results.push({ row: line, state: 'cancelled', fileName: '', reasons: [] });
      }
      await finish();
    }
    await writing;
    throw error;
  }
  await finish();
  return { made, failed };
}

async function makeRow(
  world: World,
  batch: Batch,
  cells: readonly string[],
): Promise<MadeRow | { readonly reasons: readonly Localized[] }> {
  const { template, columns, base, width } = batch;
  const laid = layRow({ base, template, columns: columns.laid, cells, width });
  if ('reasons' in laid) return laid;
  const { document, dropped } = laid;
  const entry = {
    ...document.letters?.[template.id],
    ...(batch.date === undefined ? {} : { date: batch.date }),
  };
  const filled = fillLetter({ template, document, entry });
  const reasons: Localized[] = [];
  if (filled.kind === 'missing-data') {
    reasons.push(
      ...filled.missing.map(({ field, title }) => missing(title, dropped.has(field.split('.')[0] ?? ''))),
    );
  }
  const { rulebook, fields } = batch;
  for (const { field, message } of judgeFields({ rulebook, document, fields, today: world.today() })) {
    reasons.push(named(variableTitle(field, template), message));
  }
  const fonts = await world.fonts();
  if (filled.kind === 'filled') {
    const odd = unprintableIn(filled.tree, fonts);
    if (odd.length > 0) {
      reasons.push({
        zh: `字体无法打印的字符：${odd.join('、')}`,
        en: `characters that no font can print: ${odd.join(', ')}`,
      });
    }
  }
  if (filled.kind === 'missing-data' || reasons.length > 0) return { reasons };
  const pages = await layOut(filled.tree, fonts, (code) => world.codes.encode(code));
  const pdf = await world.pdf.write(pages, batch.shared);
  return { document, pdf, revision: filled.revision, pages: pages.pages.length };
}

const missing = (title: Localized, isDropped: boolean): Localized => ({
  zh: `缺少${title.zh}${isDropped ? '（案卷里的是另一家的，没有沿用，请在表格里加上这一列）' : ''}`,
  en: `${title.en} is missing${isDropped ? ' (the dossier’s is another’s and was not taken over: add a column for it)' : ''}`,
});

/** The fields that a template prints or needs; another party's variables are the list of parties. */
function printedFields({ needs, wording }: LetterTemplate): ReadonlySet<string> {
  const variables = [...needs.map(({ field }) => field), ...wording.variables];
  return new Set(variables.map((variable) => (isPartyVariable(variable) ? 'parties' : variable)));
}

const resultFileOf = ({ title }: LetterTemplate, { language }: CallContext): string =>
  language === 'zh' ? `00-${title.zh}-生成结果.csv` : `00-${title.zh}-results.csv`;

/** Where the files go: into a granted folder, each as soon as it is made; else into one zip. */
function outputOf(world: World, folder: string | undefined, template: LetterTemplate, context: CallContext) {
  const resultFile = resultFileOf(template, context);
  if (folder !== undefined) {
    const target = world.grants.resolve(folder);
    return {
      resultFile,
      put: (entry: FolderEntry) => world.folders.write(target, [entry], { refuseExisting: false }),
      finish: async () => ({}),
    };
  }
  const entries: FolderEntry[] = [];
  return {
    resultFile,
    async put({ path, content }: FolderEntry) {
      // On disk until they are packed: ten thousand letters do not fit into memory.
      const kept =
        content instanceof Uint8Array
          ? world.artifacts.resolve(await world.artifacts.keep(content, path, 'application/octet-stream'))
          : content;
      entries.push({ path, content: kept });
    },
    async finish() {
      const fileName = `${template.title.zh}.zip`;
      const { artifact, absolutePath } = await world.artifacts.reserve(fileName, 'application/zip');
      const { signal, onProgress } = context;
      await world.zip.write(absolutePath, entries, () => [], { date: world.today(), signal, onProgress });
      return { artifact, fileName };
    },
  };
}

const badDate = (date: string): Failure =>
  new Failure(
    'bad-date',
    { zh: `「${date}」不是一个日期`, en: `“${date}” is not a date` },
    {
      zh: '请写成 2026-11-22 的样子；不写则留空手填',
      en: 'Write it like 2026-11-22, or leave it out to date by hand',
    },
  );
