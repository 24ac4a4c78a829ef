import { resolve } from 'node:path';
import type { LetterPack } from '../../../contract/letter-results.ts';
import type { Command, Session } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import type { Given } from '../given.ts';
import { byOption, madeBy } from '../made-by.ts';
import { writeNotKept } from '../not-kept.ts';
import { plain, type Page } from '../page.ts';
import { dayOf, wrongUse } from '../parse-command-line.ts';
import { guideOptions, printGuidesOf } from '../print-guides.ts';
import { requiredOption } from '../required-option.ts';
import { wordingOf, wordingOption } from '../wording-option.ts';

/** `yinqi print-pack DIR --out FILE.pdf`: everything to print in one PDF. Exit code 1 when a required letter is not in it for want of data. */
export const printPackCommand: Command = {
  name: 'print-pack',
  summary: {
    zh: '把要打印的函件和复印件合成一个 PDF，封面写明逐页怎么签字盖章',
    en: 'puts letters and copies to print into one PDF, with a cover that says what is done with each page',
  },
  words: [dossierWord],
  options: {
    out: { value: 'FILE.pdf', required: true, help: { zh: '写到哪个文件', en: 'the file to write' } },
    copy: {
      value: 'ID=FILE',
      multiple: true,
      help: {
        zh: '未盖章的证照图片或 PDF，例如 business-licence=执照.jpg；证件两面、证照多页的，同一 ID 依次写',
        en: 'an unsealed picture or PDF of a paper, for example business-licence=licence.jpg; the same ID again for the other side or further pages',
      },
    },
    letter: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '除必交的以外，再加上这一份（可不交的、待定的、通知类），或重新打印已归档的',
        en: 'adds this letter (optional, open or a notice) to the required ones, or prints a filed one again',
      },
    },
    date: {
      value: 'YYYY-MM-DD',
      help: {
        zh: '印在函件上的日期；不加则留空，签字时手写',
        en: 'the date printed on the letters; blank without it, to be written by hand',
      },
    },
    'purpose-line': {
      help: {
        zh: '在复印件的横线上浅色印出要手写的文字，供描写；仍须手写',
        en: 'prints what is written by hand light on its line, to go over; it is still written by hand',
      },
    },
    ...byOption,
    ...guideOptions,
    ...wordingOption,
  },
  formats: ['human', 'json'],
  notes: {
    zh: '有必交的函件因资料不全没有列入时，退出码为 1。案卷里已有的扫描件按盖好章的对待，不再打印。已有的同名文件会被整个替换。',
    en: 'Exit code 1 when a required letter was left out because data is missing. Scans on file count as sealed and are not printed again. An existing file is replaced whole.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const out = requiredOption('out', printPackCommand, given);
    const date = dayOf('date', new Map([['date', given.texts('date')]]));
    const letters = given.texts('letter');
    const sources = await sourcesOf(given, session);
    const pack = await session.call('letters.pack', {
      dossier,
      target: await session.grant(out),
      ...(date === undefined ? {} : { date }),
      ...(letters.length === 0 ? {} : { letters: [...letters] }),
      ...(Object.keys(sources).length === 0 ? {} : { sources }),
      by: madeBy(given),
      ...(given.flag('purpose-line') ? { purposeLine: true } : {}),
      ...wordingOf(given),
      ...printGuidesOf(given),
    });
    const path = resolve(session.workingFolder, out);
    return {
      exitCode: pack.left.some(({ reason }) => reason === 'not-ready') ? 1 : 0,
      json: { schema: 'yinqi/print-pack@1', path: out, ...pack },
      human(page) {
        writePack(page, pack, path);
        writeNotKept(page, pack.notKept);
      },
    };
  },
};

async function sourcesOf(given: Given, session: Session): Promise<Record<string, string[]>> {
  const sources: Record<string, string[]> = {};
  for (const text of given.texts('copy')) {
    const [, id = '', path = ''] = /^([a-z0-9-]+)=(.+)$/s.exec(text) ?? [];
    if (id === '') {
      throw wrongUse(
        `--copy 的值「${plain(text)}」看不懂`,
        `“${plain(text)}” is no value for --copy`,
        '请写成 材料编号=文件，例如 --copy business-licence=执照.jpg',
        'Write requirement=file, for example --copy business-licence=licence.jpg',
      );
    }
    (sources[id] ??= []).push(await session.grant(path));
  }
  return sources;
}

function writePack(page: Page, pack: LetterPack, path: string): void {
  page.line(`${page.paint('green', '✓')} ${plain(path)}`);
  page.line(
    page.t(
      `  共 ${pack.pages} 页（封面 ${pack.coverPages} 页），${(pack.sizeBytes / 1_000_000).toFixed(1)} MB`,
      `  ${pack.pages} pages (${pack.coverPages} of cover), ${(pack.sizeBytes / 1_000_000).toFixed(1)} MB`,
    ),
  );
  page.line();
  for (const sheet of pack.sheets) {
    const tasks = [sheet.signs, sheet.seal, sheet.handwriting].filter((one) => one !== undefined);
    page.paragraph(
      page.t(`第 ${sheet.page} 页　${sheet.title}`, `Page ${sheet.page}: ${sheet.title}`),
      2,
      '',
    );
    if (tasks.length > 0) page.paragraph(tasks.join(page.t('；', '; ')), 6, '', 'dim');
    if (sheet.caution !== undefined) page.paragraph(sheet.caution, 6, '    !', 'yellow');
  }
  if (pack.left.length > 0) {
    page.line();
    page.line(page.t('没有列入的：', 'Not in it:'));
  }
  for (const one of pack.left) {
    const mark = one.reason === 'not-ready' ? page.paint('red', '  ✗') : '  -';
    page.paragraph(page.t(`${one.title}：${one.why}`, `${one.title}: ${one.why}`), 4, mark);
  }
}
