import { isClauseSource } from '../../../core/letters/clause.ts';
import type { Session } from '../command.ts';
import type { Given } from '../given.ts';
import { readTextArgument } from '../read-text-argument.ts';
import { plain } from '../page.ts';
import { subjectOf, type TemplateAction } from '../template-action.ts';
import { checkClause, saveClause } from './template-clauses.ts';

/** `yinqi template check FILE`: every fault of a template or shared clause, with its line. Exit code 1 when there is one. */
export const templateCheck: TemplateAction = {
  name: 'check',
  subject: 'FILE',
  help: { zh: '检查一个模板或共用条款文件', en: 'looks through the file of a template or shared clause' },
  options: {
    sample: {
      value: 'FILE',
      help: {
        zh: '用这份案卷试填（check、save）',
        en: 'a dossier to try it out with (check, save)',
      },
    },
  },
  async run(given, session) {
    const path = subjectOf(given, templateCheck);
    const sample = await sampleOf(given, session);
    const text = await readTextArgument(path, session, 'template-fault');
    if (isClauseSource(text)) return checkClause(text, path, session);
    const result = await session.call('templates.check', { text, fileName: path, ...sample });
    return {
      exitCode: result.faults.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/template-check@1', ...result },
      human(page) {
        for (const { message, hint } of result.faults) {
          page.paragraph(page.t(`${message}。${hint}`, `${message}. ${hint}`), 2, page.paint('red', '✗'));
        }
        if (result.faults.length > 0) return;
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `${result.letter} ${result.version}：《${result.title}》没有发现错误，共 ${result.pages} 页`,
            `${result.letter} ${result.version}: ${result.title}, no fault found, ${result.pages} pages`,
          )}`,
        );
      },
    };
  },
};

/** `yinqi template save FILE`: a new version of the team's, of a template or shared clause, once it is found without faults. */
export const templateSave: TemplateAction = {
  name: 'save',
  subject: 'FILE',
  help: { zh: '存为团队模板的新版本', en: 'saves a new version of the team’s' },
  options: {
    bump: {
      help: {
        zh: '版本不够新时自动加一（save）',
        en: 'takes the next version where it is not new enough (save)',
      },
    },
  },
  async run(given, session) {
    const sample = await sampleOf(given, session);
    const text = await readTextArgument(subjectOf(given, templateSave), session, 'template-fault');
    if (isClauseSource(text)) return saveClause(text, given.flag('bump'), session);
    const result = await session.call('templates.save', { text, ...sample, bump: given.flag('bump') });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/template-saved@1', ...result },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `已保存 ${result.letter} ${result.version}：${plain(result.fileName)}`,
            `Saved ${result.letter} ${result.version}: ${plain(result.fileName)}`,
          )}`,
        );
        page.line(
          page.t(
            `用 yinqi template compare ${result.letter} 查看与前一版本的不同。`,
            `yinqi template compare ${result.letter} shows what changed.`,
          ),
        );
      },
    };
  },
};

async function sampleOf(given: Given, session: Session): Promise<{ readonly sample?: string }> {
  const path = given.text('sample');
  return path === undefined ? {} : { sample: await readTextArgument(path, session, 'template-fault') };
}
