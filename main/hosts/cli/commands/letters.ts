import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { asOption, letterFilesOf, writeLetterFile, writeWordNote } from '../letter-files.ts';
import { writeFormNotes } from '../form-notes.ts';
import { writeLetterNotes } from '../letter-notes.ts';
import { byOption, madeBy } from '../made-by.ts';
import { writeNotKept } from '../not-kept.ts';
import { plain } from '../page.ts';
import { dayOf } from '../parse-command-line.ts';
import { guideOptions, printGuidesOf } from '../print-guides.ts';
import { requiredOption } from '../required-option.ts';
import { wordingOf, wordingOption } from '../wording-option.ts';

/** `yinqi letters DIR --out DIR`: the letters as PDF. Exit code 1 when one is held back for missing data. */
export const lettersCommand: Command = {
  name: 'letters',
  summary: {
    zh: '生成函件：PDF 供打印、签字、盖章，Word 供修改',
    en: 'makes the letters: PDF to print, sign and stamp, Word files to edit',
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
    ...asOption,
    record: {
      help: {
        zh: '在案卷里记下打印的版本，日后能说明为何过期',
        en: 'notes in the dossier what was printed, to say later why it is out of date',
      },
    },
    ...byOption,
    ...guideOptions,
    ...wordingOption,
  },
  formats: ['human', 'json'],
  notes: {
    zh: '有函件因资料不全而没有生成，或团队模板有错而用了旧版时，退出码为 1。',
    en: 'Exit code 1 when a letter was held back because data is missing, or a team template has faults and an older one was used.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const out = requiredOption('out', lettersCommand, given);
    const date = dayOf('date', new Map([['date', given.texts('date')]]));
    const print = printGuidesOf(given);
    const as = letterFilesOf(given);
    const asked = given.texts('letter');
    const {
      written,
      held,
      left,
      wordless = [],
      listed: letters = [],
      notKept,
    } = await session.call('letters.write', {
      dossier,
      list: true,
      folder: await session.grant(out),
      ...(date === undefined ? {} : { date }),
      ...(asked.length === 0 ? {} : { letters: [...asked] }),
      ...(as === 'pdf' ? {} : { as }),
      ...(given.flag('record') ? { record: true } : {}),
      by: madeBy(given),
      ...wordingOf(given),
      ...print,
    });
    const noticeOf = new Map(letters.map((one) => [one.letter, one.notice]));
    const notices = letters.filter((one) => one.need === 'notice');
    // A letter of other words than the team meant is not to go out unnoticed.
    const isPassedOver = letters.some(
      ({ letter, templateFaults }) =>
        templateFaults.length > 0 && written.some((one) => one.letter === letter),
    );
    return {
      exitCode: held.length > 0 || isPassedOver ? 1 : 0,
      json: {
        schema: 'yinqi/letters@1',
        folder: out,
        written,
        held,
        left,
        wordless,
        ...(notKept === undefined ? {} : { notKept }),
      },
      human(page) {
        for (const one of written) writeLetterFile(page, one);
        for (const one of held) {
          page.paragraph(
            page.t(`${one.title}没有生成，缺少或须改正：`, `${one.title} was not made. Missing or wrong:`),
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
        const isNotice = (letter: string): boolean => notices.some((one) => one.letter === letter);
        // What is said of a date left to the pen does not hold of one given here.
        for (const one of date === undefined ? notices : []) {
          if (written.some(({ letter }) => letter === one.letter)) page.paragraph(one.because, 2, '-');
        }
        const ids = notices.map((one) => one.letter);
        if (asked.length === 0 && notices.length > 0) {
          page.paragraph(
            page.t(
              `另有通知，遇到时加 --letter 生成：${ids.join('、')}。`,
              `There are notices too, made with --letter when there is occasion: ${ids.join(', ')}.`,
            ),
            2,
            '-',
          );
        }
        writeNotKept(page, notKept);
        writeLetterNotes(page, letters);
        writeFormNotes(page, letters, { written, wordless });
        page.line();
        for (const notice of new Set([...written, ...held].map((one) => noticeOf.get(one.letter) ?? '')))
          page.paragraph(notice, 0);
        if (written.length === 0) {
          page.line(
            page.t(
              '没有生成函件。请补全资料后再运行。',
              'No letter was made. Fill in what is missing and run it again.',
            ),
          );
          return;
        }
        if (as !== 'pdf') writeWordNote(page);
        const count = new Set(written.map((one) => one.letter)).size;
        if (as === 'word') {
          page.line(page.t(`已写入 ${plain(out)}：${count} 份。`, `Written to ${plain(out)}: ${count}.`));
          return;
        }
        page.line(
          written.every((one) => isNotice(one.letter))
            ? page.t(
                `已写入 ${plain(out)}：${count} 份。请核对之后送达或发布，并留存凭证。`,
                `Written to ${plain(out)}: ${count}. Read, then send or publish, and keep proof of it.`,
              )
            : page.t(
                `已写入 ${plain(out)}：${count} 份。请打印、签字、盖章，再用 yinqi file 归档扫描件。`,
                `Written to ${plain(out)}: ${count}. Print, sign and stamp them, then file the scans with yinqi file.`,
              ),
        );
      },
    };
  },
};
