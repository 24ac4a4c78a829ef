import { isDay, type DossierDocument } from '../contract/dossier.ts';
import { inLanguage, type Localized } from '../contract/language.ts';
import type { LaidOutDocument, SharedCharacters } from '../contract/laid-out-document.ts';
import type { MethodInput } from '../contract/api.ts';
import { textHash } from '../core/history/history-lines.ts';
import { hashOf } from '../core/library/dossier-state.ts';
import { batchColumns, type BatchColumns } from '../core/letters/batch-columns.ts';
import { batchFileName, nameIn, tellingVariable } from '../core/letters/batch-names.ts';
import { batchResultTable, type BatchResultRow } from '../core/letters/batch-result.ts';
import { layOutForm } from '../core/letters/fill-form.ts';
import { layOut } from '../core/letters/lay-out.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { wordingCharacters } from '../core/letters/wording-characters.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { FolderEntry } from '../world/dossier-store.ts';
import type { Table } from '../world/tables.ts';
import {
  batchBase,
  batchForm,
  judgeBatchRow,
  printedFields,
  type BatchTerms,
  type JudgedRow,
} from './judge-batch-row.ts';
import { badDate } from './letters.ts';
import { recordRun, type NotKept } from './record-run.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { Methods } from './method.ts';
import { loadTemplate, requirePlatform } from './needed-letters.ts';

/** What every row of a batch has in common. */
interface Batch extends BatchTerms {
  readonly columns: BatchColumns;
  /** The characters of the wording, whose outlines all letters have in common. */
  readonly shared: SharedCharacters;
  /** The bytes of the form, where letters are made on one. */
  readonly pdf: Uint8Array | null;
}

/** What a run has made so far. */
interface BatchRun {
  readonly made: { row: number; fileName: string; revision: string; pages: number }[];
  readonly failed: { row: number; reasons: string[] }[];
  readonly files: { row: number; fileName: string; revision: string; sha256: string }[];
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
    const own = await loadTemplate(world, input.letter);
    const base = await batchBase(world, input);
    requirePlatform(own, base);
    const { template, form } = await batchForm(world, own, base, input.wording);
    const table = await world.tables.read(world.grants.resolve(input.table), { sheet: input.sheet });
    const columns = batchColumns(table.header, template, input.ignore);
    const batch: Batch = {
      base,
      rulebook: await world.rulebooks.load(base.platform),
      template,
      form,
      columns,
      laid: columns.laid,
      width: table.header.length,
      fields: printedFields(template),
      date: input.date,
      shared: form === null ? await wordingCharacters(own, await world.fonts()) : {},
      pdf: form === null ? null : await world.forms.pdf(form.stored),
    };
    const output = outputOf(world, input.folder, template, context);
    const run: BatchRun = { made: [], failed: [], files: [] };
    const record = (isCutShort: boolean): Promise<NotKept> =>
      recordBatch(world, input, { template, run, isCutShort }, context);
    try {
      await makeRows(world, batch, table, run, output.put, context);
    } catch (error) {
      // Of what goes out as one zip nothing did. The first error is the one to hear of.
      if (input.folder !== undefined) await record(true).catch(() => null);
      throw error;
    }
    const zip = await output.finish();
    const notKept = await record(false);
    const title = inLanguage(template.title, context.language);
    return {
      letter: template.id,
      title,
      notNeeded: [...columns.notNeeded],
      made: run.made,
      failed: run.failed,
      ...(notKept === null ? {} : { notKept }),
      resultFile: output.resultFile,
      ...zip,
    };
  },
};

async function makeRows(
  world: World,
  batch: Batch,
  table: Table,
  { made, failed, files }: BatchRun,
  put: (entries: readonly FolderEntry[]) => Promise<void>,
  context: CallContext,
) {
  const { rows } = table;
  const telling = tellingVariable(batch.columns.laid, rows);
  const results: BatchResultRow[] = [];
  const writer = inGroups(put);
  const finish = async (): Promise<void> => {
    const bytes = batchResultTable(results, context.language);
    await writer.write({ path: resultFileOf(batch.template, context), content: bytes });
    await writer.finish();
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
      const name = nameIn(one.document, telling, batch.template.licenses);
      const fileName = batchFileName(index + 1, rows.length, batch.template.title.zh, name);
      await writer.write({ path: fileName, content: pdf });
      made.push({ row: line, fileName, revision, pages });
      files.push({ row: line, fileName, revision, sha256: hashOf(pdf) });
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
    await writer.finish();
    throw error;
  }
  await finish();
}

/** Keeps a batch in the history of its dossier; nothing where it has none, or no letter was made. */
async function recordBatch(
  world: World,
  input: MethodInput<'letters.batch'>,
  {
    template,
    run,
    isCutShort,
  }: { readonly template: LetterTemplate; readonly run: BatchRun; readonly isCutShort: boolean },
  context: CallContext,
): Promise<NotKept> {
  const { dossier, by } = input;
  if (dossier === undefined || run.made.length === 0) return null;
  // A run that was stopped is kept all the same.
  const going = { ...context, signal: new AbortController().signal };
  const snapshot = await takeSnapshot(world, await world.dossiers.open(dossier), going, { letters: [] });
  const files = JSON.stringify(run.files);
  const batch = {
    letter: template.id,
    title: template.title,
    table: world.grants.resolve(input.table).name,
    made: run.made.length,
    failed: run.failed.length,
    isCutShort,
    files: textHash(files),
  };
  return recordRun(world, dossier, snapshot, { kind: 'letters', by, batch }, going, [files]);
}

/** So many letters go to the disk together: flushing them is mostly waiting, and their folder is flushed once for all. */
const together = 25;

/**
 * Puts files where they go, a group while the next is made. What fails is thrown by a later `write` or by `finish`, which answers when
 * all are put or given up.
 */
function inGroups(put: (entries: readonly FolderEntry[]) => Promise<void>) {
  let group: FolderEntry[] = [];
  const failures: unknown[] = [];
  let underWay = Promise.resolve();
  const send = async (): Promise<void> => {
    await underWay;
    if (failures.length > 0) throw failures[0];
    if (group.length === 0) return;
    underWay = put(group).catch((error: unknown) => void failures.push(error));
    group = [];
  };
  return {
    async write(entry: FolderEntry): Promise<void> {
      group.push(entry);
      if (group.length >= together) await send();
    },
    async finish(): Promise<void> {
      await send();
      await underWay;
      if (failures.length > 0) throw failures[0];
    },
  };
}

async function makeRow(
  world: World,
  batch: Batch,
  cells: readonly string[],
): Promise<MadeRow | { readonly reasons: readonly Localized[] }> {
  const judged = await judgeBatchRow(world, batch, cells);
  if ('reasons' in judged) return judged;
  const { document, filled } = judged;
  const pages = await layOutRow(world, batch, filled);
  const pdf = await world.pdf.write(pages, batch.shared);
  return { document, pdf, revision: filled.revision, pages: pages.pages.length };
}

async function layOutRow(
  world: World,
  { pdf }: Batch,
  filled: Exclude<JudgedRow, { readonly reasons: unknown }>['filled'],
): Promise<LaidOutDocument> {
  if (filled.kind === 'filled')
    return layOut(filled.tree, await world.fonts(), (code) => world.codes.encode(code));
  if (pdf === null) throw new Error('a form was filled and its PDF not loaded');
  return layOutForm(filled.sheets, pdf);
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
      put: (entries: readonly FolderEntry[]) =>
        world.folders.write(target, entries, { refuseExisting: false }),
      finish: async () => ({}),
    };
  }
  const entries: FolderEntry[] = [];
  return {
    resultFile,
    async put(made: readonly FolderEntry[]) {
      for (const { path, content } of made) {
        // On disk until they are packed: ten thousand letters do not fit into memory.
        const artifact =
          content instanceof Uint8Array
            ? await world.artifacts.keep(content, path, 'application/octet-stream')
            : null;
        entries.push({ path, content: artifact === null ? content : world.artifacts.resolve(artifact) });
      }
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
