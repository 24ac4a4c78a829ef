import { basename, dirname } from 'node:path';
import { letterOf, versionOf, type FormAction } from '../form-action.ts';
import { plain, type Page } from '../page.ts';
import { oneOf, wrongUse } from '../parse-command-line.ts';

const dataNames = ['sample', 'longest', 'shortest'] as const;
type Data = (typeof dataNames)[number];

const called = (data: Data, page: Page): string =>
  ({
    sample: page.t('示例资料', 'the sample'),
    longest: page.t('最长的资料', 'the longest data'),
    shortest: page.t('最短的资料', 'the shortest data'),
  })[data];

/** `yinqi form check LETTER`: fills the form with made-up data and says what does not fit. Exit code 1 when something does not. */
export const formCheck: FormAction = {
  name: 'check',
  subject: 'LETTER',
  help: { zh: '用最长、最短的资料试填', en: 'fills it with the longest and shortest data' },
  async run(given, session) {
    const letter = letterOf(given, formCheck);
    const result = await session.call('forms.check', { letter, ...versionOf(given) });
    const isSound = result.faults.length === 0 && result.trials.every(({ fits }) => fits);
    return {
      exitCode: isSound ? 0 : 1,
      json: result,
      human(page) {
        for (const { message, hint } of result.faults) {
          page.paragraph(page.t(`${message}。${hint}`, `${message}. ${hint}`), 2, page.paint('red', '✗'));
        }
        for (const remark of result.remarks) page.paragraph(remark, 2, page.paint('yellow', '!'));
        for (const { data, fits, misfits, unprintable } of result.trials) {
          const mark = fits ? page.paint('green', '✓') : page.paint('red', '✗');
          page.line(
            `${mark} ${called(data, page)}${page.t('：', ': ')}${
              fits
                ? page.t('都放得下', 'everything fits')
                : page.t(`${misfits.length} 处放不下`, `${misfits.length} do not fit`)
            }`,
          );
          for (const { message } of misfits) page.paragraph(message, 4, '  -');
          if (unprintable.length > 0) {
            page.paragraph(
              page.t(
                `无法打印的字符：${unprintable.map(plain).join('、')}`,
                `Characters that cannot be printed: ${unprintable.map(plain).join(', ')}`,
              ),
              4,
              '  -',
            );
          }
        }
      },
    };
  },
};

/** `yinqi form preview LETTER --out FILE.pdf`: the form filled with made-up data, or with a dossier's. */
export const formPreview: FormAction = {
  name: 'preview',
  subject: 'LETTER --out FILE.pdf',
  help: { zh: '写出试填的 PDF', en: 'writes it filled in' },
  options: {
    out: { value: 'FILE', help: { zh: '写到哪个 PDF（preview）', en: 'the PDF to write (preview)' } },
    dossier: {
      value: 'DIR',
      help: { zh: '用这份案卷的资料（preview）', en: 'the dossier to fill it with (preview)' },
    },
    data: {
      value: dataNames.join('|'),
      help: {
        zh: '没有案卷时用哪种示例资料，默认 sample（preview）',
        en: 'which made-up data without a dossier; sample by default (preview)',
      },
    },
  },
  async run(given, session) {
    const letter = letterOf(given, formPreview);
    const out = given.text('out');
    if (out === undefined || !/\.pdf$/i.test(out)) {
      throw wrongUse(
        out === undefined ? 'yinqi form preview 缺少 --out' : `「${plain(out)}」不是 .pdf 文件名`,
        out === undefined ? 'yinqi form preview lacks --out' : `“${plain(out)}” is no name of a .pdf file`,
        '用法：yinqi form preview LETTER --out FILE.pdf',
        'Usage: yinqi form preview LETTER --out FILE.pdf',
      );
    }
    const dossier = given.text('dossier');
    const result = await session.call('forms.preview', {
      letter,
      ...versionOf(given),
      data: oneOf('data', new Map([['data', given.texts('data')]]), dataNames, 'sample'),
      ...(dossier === undefined ? {} : { dossier }),
      folder: await session.grant(dirname(out)),
      fileName: basename(out),
    });
    return {
      exitCode: result.isDraft || result.unprintable.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/form-preview@1', path: out, ...result },
      human(page) {
        for (const { field, title } of result.missingFields) {
          page.paragraph(`${title}  ${field}`, 2, page.paint('red', '✗'));
        }
        page.line(
          result.isDraft
            ? page.t(
                `已写入 ${plain(out)}：有缺少或放不下的，标作草稿。`,
                `Written to ${plain(out)} as a draft: something is missing or does not fit.`,
              )
            : page.t(`已写入 ${plain(out)}。`, `Written to ${plain(out)}.`),
        );
      },
    };
  },
};
