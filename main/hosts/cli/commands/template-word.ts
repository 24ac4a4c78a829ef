import { basename, dirname } from 'node:path';
import { writeComparedLines } from '../compared-lines.ts';
import { plain } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';
import { subjectOf, type TemplateAction } from '../template-action.ts';

/** `yinqi template word LETTER --out FILE.docx`: the template in use as a Word file to review. */
export const templateWord: TemplateAction = {
  name: 'word',
  subject: 'LETTER',
  help: { zh: '导出 Word 审阅稿', en: 'writes the template as a Word file to review' },
  options: {
    out: {
      value: 'FILE',
      help: {
        zh: '写到哪个文件：word 须写明（.docx），read 可写明（template.md）',
        en: 'the file to write: a .docx for word, where it is required; a template.md for read',
      },
    },
  },
  async run(given, session) {
    const letter = subjectOf(given, templateWord);
    const out = given.text('out');
    if (out === undefined || !/\.docx$/i.test(out)) {
      throw wrongUse(
        out === undefined ? 'yinqi template word 缺少 --out' : `「${plain(out)}」不是 .docx 文件名`,
        out === undefined ? 'yinqi template word lacks --out' : `“${plain(out)}” is no name of a .docx file`,
        '用法：yinqi template word LETTER --out FILE.docx',
        'Usage: yinqi template word LETTER --out FILE.docx',
      );
    }
    const result = await session.call('templates.word', {
      letter,
      folder: await session.grant(dirname(out)),
      fileName: basename(out),
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/template-word@1', ...result },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `已写入 ${plain(out)}：${result.letter} ${result.version} 的审阅稿`,
            `Written to ${plain(out)}: ${result.letter} ${result.version} to review`,
          )}`,
        );
        page.line(
          page.t(
            `律师改好后，用 yinqi template read ${plain(out)} 读回。`,
            `When the lawyer is done, read it back with yinqi template read ${plain(out)}.`,
          ),
        );
      },
    };
  },
};

/** `yinqi template read FILE.docx [--out template.md]`: a reviewed Word file as the next version of its template. */
export const templateRead: TemplateAction = {
  name: 'read',
  subject: 'FILE',
  help: { zh: '读回审阅过的 Word 文件', en: 'reads a reviewed Word file back as a new version' },
  async run(given, session) {
    const path = subjectOf(given, templateRead);
    const out = given.text('out');
    // A slip of the pen must not write Markdown over the reviewed file.
    if (out !== undefined && !/\.md$/i.test(out)) {
      throw wrongUse(
        `「${plain(out)}」不是 .md 文件名`,
        `“${plain(out)}” is no name of a .md file`,
        '用法：yinqi template read FILE.docx [--out template.md]',
        'Usage: yinqi template read FILE.docx [--out template.md]',
      );
    }
    const result = await session.call('templates.read-word', {
      file: await session.grant(path),
      ...(out === undefined ? {} : { folder: await session.grant(dirname(out)), fileName: basename(out) }),
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/template-review@1', ...result },
      human(page) {
        page.line(
          page.paint(
            'bold',
            `${result.letter}  ${result.from.version}${result.changed ? ` → ${result.version}` : ''}`,
          ) + `  ${result.title}`,
        );
        writeComparedLines(page, result);
        for (const { paragraph, text } of result.remarks) {
          const where = paragraph === 0 ? '' : page.t(`第 ${paragraph} 段：`, `Paragraph ${paragraph}: `);
          page.paragraph(where + text, 2, page.paint('yellow', '!'));
        }
        page.line();
        if (!result.changed)
          page.line(page.t('措辞没有变化，版本不变。', 'The wording is the same, and so is the version.'));
        else if (out === undefined) {
          page.line(
            page.t(
              '加 --out template.md 写出新模板，再用 yinqi template save 存为团队模板。',
              'Add --out template.md to write the new template, then keep it with yinqi template save.',
            ),
          );
        }
        if (out === undefined) return;
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `已写入 ${plain(out)}。请核对后用 yinqi template save ${plain(out)} 存为团队模板。`,
            `Written to ${plain(out)}. Read it through, then keep it with yinqi template save ${plain(out)}.`,
          )}`,
        );
      },
    };
  },
};
