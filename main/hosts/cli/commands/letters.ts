import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain } from '../page.ts';
import { dayOf } from '../parse-command-line.ts';
import { requiredOption } from '../required-option.ts';

/** `yinqi letters DIR --out DIR`: the letters as PDF. Exit code 1 when one is held back for missing data. */
export const lettersCommand: Command = {
  name: 'letters',
  summary: {
    zh: '生成函件 PDF，供打印、签字、盖章',
    en: 'makes the letters as PDF, to print, sign and stamp',
  },
  words: [dossierWord],
  options: {
    out: {
      value: 'DIR',
      required: true,
      help: { zh: '写入哪个文件夹，没有则新建', en: 'the folder to write into; made when it is not there' },
    },
    letter: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '只生成这一份，可多次使用；不加则生成必交的全部函件',
        en: 'makes this letter alone, may be repeated; without it all that are required',
      },
    },
    date: {
      value: 'YYYY-MM-DD',
      help: {
        zh: '印在函件上的日期；不加则留空，签字时手写',
        en: 'the date printed on the letters; blank without it, to be written by hand',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '有函件因资料不全而没有生成时，退出码为 1。',
    en: 'Exit code 1 when a letter was held back because data is missing.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const out = requiredOption('out', lettersCommand, given);
    const date = dayOf('date', new Map([['date', given.texts('date')]]));
    const { letters } = await session.call('letters.list', { dossier });
    const asked = given.texts('letter');
    const { written, held, left } = await session.call('letters.write', {
      dossier,
      folder: await session.grant(out),
      ...(date === undefined ? {} : { date }),
      ...(asked.length === 0 ? {} : { letters: [...asked] }),
    });
    return {
      exitCode: held.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/letters@1', folder: out, written, held, left },
      human(page) {
        for (const one of written) {
          page.line(
            `${page.paint('green', '✓')} ${plain(one.fileName)}  ` +
              page.paint(
                'dim',
                page.t(
                  `共 ${one.pages} 页，版本 ${one.revision}`,
                  `${one.pages} pages, revision ${one.revision}`,
                ),
              ),
          );
        }
        for (const one of held) {
          page.paragraph(
            page.t(`${one.title}没有生成，还缺少：`, `${one.title} was not made. Missing:`),
            2,
            page.paint('red', '✗'),
          );
          for (const field of one.missingFields)
            page.line(`    ${field.title}  ${page.paint('dim', field.field)}`);
          if (one.unprintable.length > 0) {
            const letters = one.unprintable.map((letter) => `「${plain(letter)}」`).join('');
            page.paragraph(
              page.t(`以下字符无法打印：${letters}`, `These characters cannot be printed: ${letters}`),
              4,
            );
          }
        }
        for (const one of left) {
          const why = one.need === 'optional' ? page.t('可以不交', 'optional') : page.t('待定', 'open');
          page.paragraph(
            page.t(
              `${one.title}（${why}）没有生成：${one.because}需要时加 --letter ${one.letter}。`,
              `${one.title} (${why}) was not made: ${one.because} When it is wanted add --letter ${one.letter}.`,
            ),
            2,
            '-',
          );
        }
        page.line();
        for (const notice of new Set(letters.map((one) => one.notice))) page.paragraph(notice, 0);
        if (written.length === 0) {
          page.line(
            page.t(
              '没有生成函件。请补全资料后再运行。',
              'No letter was made. Fill in what is missing and run it again.',
            ),
          );
          return;
        }
        page.line(
          page.t(
            `已写入 ${plain(out)}：${written.length} 份。请打印、签字、盖章，再用 yinqi file 归档扫描件。`,
            `Written to ${plain(out)}: ${written.length}. Print, sign and stamp them, then file the scans with yinqi file.`,
          ),
        );
      },
    };
  },
};
