import { isDay } from '../contract/dossier.ts';
import { Failure, Failures } from '../contract/failure.ts';
import { inLanguage, type Language } from '../contract/language.ts';
import type { BatchCheck } from '../contract/letter-plans.ts';
import { batchColumns, type BatchColumns } from '../core/letters/batch-columns.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import type { Methods } from './method.ts';
import { batchBase, batchForm, judgeBatchRow, printedFields } from './judge-batch-row.ts';
import { badDate } from './letters.ts';
import { loadTemplate } from './needed-letters.ts';

/** A table looked through before letters are made of it. */
export const letterBatchCheckMethods: Pick<Methods, 'letters.batch-check'> = {
  async 'letters.batch-check'(world, input, { language, signal, onProgress }) {
    if (input.date !== undefined && !isDay(input.date)) throw badDate(input.date);
    const base = await batchBase(world, input);
    const own = await loadTemplate(world, input.letter);
    const { template, form } = await batchForm(world, own, base, input.wording);
    const rulebook = await world.rulebooks.load(base.platform);
    const table = await world.tables.read(world.grants.resolve(input.table), { sheet: input.sheet });
    const { rows, header } = table;
    const ignored = input.ignore ?? [];
    const read = readColumns(header, template, ignored, language);
    const checked = {
      letter: template.id,
      title: inLanguage(template.title, language),
      columns: read.columns,
      rows: rows.length,
    };
    if (read.laid === null) return { ...checked, ready: 0, failed: [] };
    const terms = {
      base,
      rulebook,
      template,
      form,
      laid: read.laid,
      width: header.length,
      fields: printedFields(template),
      date: input.date,
    };
    const failed: BatchCheck['failed'] = [];
    for (const [index, { line, cells }] of rows.entries()) {
      signal.throwIfAborted();
      onProgress({
        done: index,
        total: rows.length,
        label: language === 'zh' ? `第 ${line} 行` : `row ${line}`,
      });
      const judged = await judgeBatchRow(world, terms, cells);
      if ('reasons' in judged)
        failed.push({ row: line, reasons: judged.reasons.map((reason) => reason[language]) });
    }
    return { ...checked, ready: rows.length - failed.length, failed };
  },
};

/** Every column with what it was taken for; null as what is laid where a column must be seen to first. */
function readColumns(
  header: readonly string[],
  template: LetterTemplate,
  ignored: readonly string[],
  language: Language,
): { readonly columns: BatchCheck['columns']; readonly laid: BatchColumns['laid'] | null } {
  const known = header.filter((heading) => !ignored.includes(heading));
  const faultOf = new Map<string, string>();
  for (const heading of known) {
    const others = header.filter((one) => one !== heading);
    for (const fault of faultsOf(() => batchColumns(header, template, others)))
      faultOf.set(heading, fault.text[language]);
  }
  const sound = known.filter((heading) => !faultOf.has(heading));
  // What is left can only be wrong together: two headings that are one column.
  for (const fault of faultsOf(() => batchColumns(sound, template))) {
    const again = sound.findLast((heading) => fault.text.zh.includes(`「${heading}」`));
    if (again !== undefined) faultOf.set(again, fault.text[language]);
  }
  const laid = faultOf.size === 0 ? batchColumns(header, template, ignored) : null;
  return {
    laid: laid?.laid ?? null,
    columns: header.map((heading): BatchCheck['columns'][number] => {
      const fault = faultOf.get(heading);
      if (ignored.includes(heading)) return { heading, use: 'ignored' };
      if (fault !== undefined) return { heading, use: 'unknown', fault };
      const one = batchColumns([heading], template);
      const title = one.laid[0]?.title[language];
      return {
        heading,
        use: one.notNeeded.length > 0 ? 'not-needed' : 'used',
        ...(title === undefined ? {} : { title }),
      };
    }),
  };
}

function faultsOf(read: () => unknown): readonly Failure[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error instanceof Failures ? error.all : [error];
  }
}
