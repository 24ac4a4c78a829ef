import type { LetterBatch } from '../../../contract/letter-results.ts';
import type { Command } from '../command.ts';
import { madeBy, byOption } from '../made-by.ts';
import { writeNotKept } from '../not-kept.ts';
import { plain, type Page } from '../page.ts';
import { dayOf } from '../parse-command-line.ts';
import { requiredOption } from '../required-option.ts';
import { wordingOf, wordingOption } from '../wording-option.ts';

/** As many failed rows are shown to people; the table of results has them all. */
const shownRows = 20;

/** `yinqi letters-batch [DIR] --letter ID --rows FILE --out DIR`: one letter for every row of a table. Exit code 1 when a row failed. */
export const lettersBatchCommand: Command = {
  name: 'letters-batch',
  summary: {
    zh: '按表格逐行生成同一种函件',
    en: 'makes one letter for every row of a table',
  },
  words: [
    {
      name: 'DIR',
      required: false,
      help: {
        zh: '案卷文件夹：表格没有的内容取自这里；不写则全部取自表格',
        en: 'the dossier folder that gives what the table does not; without it the table gives everything',
      },
    },
  ],
  options: {
    letter: { value: 'ID', required: true, help: { zh: '生成哪一种函件', en: 'the letter to make' } },
    rows: {
      value: 'FILE',
      required: true,
      help: {
        zh: '表格：.csv 或 .xlsx，第一行是列名，最多 10,000 行',
        en: 'the table: .csv or .xlsx with a header row, at most 10,000 rows',
      },
    },
    out: {
      value: 'DIR',
      required: true,
      help: { zh: '写入哪个文件夹，没有则新建', en: 'the folder to write into; made when it is not there' },
    },
    sheet: {
      value: 'NAME',
      help: { zh: '工作表的名称，不加则取第一个', en: 'the sheet of a workbook; the first without it' },
    },
    ignore: {
      value: 'NAME',
      multiple: true,
      help: { zh: '略过这一列，可多次使用', en: 'passes a column over; may be repeated' },
    },
    date: {
      value: 'YYYY-MM-DD',
      help: {
        zh: '印在函件上的日期；不加则留空，签字时手写',
        en: 'the date printed on the letters; blank without it, to be written by hand',
      },
    },
    platform: {
      value: 'ID',
      help: {
        zh: '没有案卷时按哪个平台的规则核对，默认 tencent-meeting',
        en: 'without a dossier, the platform whose rules apply; tencent-meeting by default',
      },
    },
    ...wordingOption,
    ...byOption,
  },
  formats: ['human', 'json'],
  notes: {
    zh: '列名写案卷字段（如 company.name）或它的中文名称（如 公司名称）。某一行的公司或应用与案卷不同时，案卷里另一家的资料不会沿用。有没生成的行时退出码为 1，原因写在结果表里。',
    en: 'Columns are named by a field such as company.name or by what it is called. Where a row names another company or app, nothing of the dossier’s own is taken over. Exit code 1 when a row failed; the table of results says why.',
  },
  async run(given, session) {
    const letter = requiredOption('letter', lettersBatchCommand, given);
    const rows = requiredOption('rows', lettersBatchCommand, given);
    const out = requiredOption('out', lettersBatchCommand, given);
    const date = dayOf('date', new Map([['date', given.texts('date')]]));
    const dossier = given.word('DIR');
    const [sheet, platform] = [given.text('sheet'), given.text('platform')];
    const result = await session.call('letters.batch', {
      letter,
      table: await session.grant(rows),
      folder: await session.grant(out),
      ignore: [...given.texts('ignore')],
      ...(dossier === undefined ? {} : { dossier }),
      ...(date === undefined ? {} : { date }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(platform === undefined ? {} : { platform }),
      ...wordingOf(given),
      by: madeBy(given),
    });
    return {
      exitCode: result.failed.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/letters-batch@1', folder: out, ...result },
      human: (page) => writeBatch(page, result, out),
    };
  },
};

function writeBatch(
  page: Page,
  { title, made, failed, notNeeded, notKept, resultFile }: LetterBatch,
  out: string,
): void {
  for (const { row, reasons } of failed.slice(0, shownRows)) {
    page.paragraph(
      page.t(`第 ${row} 行没有生成：${reasons.join('；')}`, `Row ${row} was not made: ${reasons.join('; ')}`),
      2,
      page.paint('red', '✗'),
    );
  }
  if (failed.length > shownRows) {
    page.line(
      page.t(
        `  另有 ${failed.length - shownRows} 行没有生成，见结果表。`,
        `  ${failed.length - shownRows} more rows were not made: see the table of results.`,
      ),
    );
  }
  if (failed.length > 0) page.line();
  if (notNeeded.length > 0) {
    const columns = notNeeded.map((one) => `「${plain(one)}」`).join('');
    page.paragraph(
      page.t(`这份函件用不到的列：${columns}`, `The letter does not print these columns: ${columns}`),
      2,
      '-',
    );
  }
  page.line(
    page.t(
      `《${title}》：已生成 ${made.length} 份，没有生成 ${failed.length} 份。写入 ${plain(out)}，结果表：${resultFile}`,
      `${title}: ${made.length} made, ${failed.length} not. Written to ${plain(out)}; table of results: ${resultFile}`,
    ),
  );
  writeNotKept(page, notKept);
}
