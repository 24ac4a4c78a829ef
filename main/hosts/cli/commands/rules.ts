import type { Command, Outcome, Session } from '../command.ts';
import { levelName } from '../report-lines.ts';

/** `yinqi rules`: the rulebook, and which clauses its rules rest on. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: { zh: '列出全部规则', en: 'lists the rules' },
  words: [],
  options: {
    platform: { value: 'ID', help: { zh: '只看一个平台', en: 'one platform only' } },
    conflicts: {
      help: { zh: '列出规定之间互相矛盾之处', en: 'lists where the sources disagree' },
    },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const platform = given.text('platform');
    if (given.flag('conflicts')) return listConflicts(platform, session);
    const result = await session.call('rulebook.rules', platform === undefined ? {} : { platform });
    return {
      exitCode: 0,
      json: result,
      human(page) {
        page.columns(
          result.rules.map((rule) => [
            rule.id,
            rule.level === undefined ? '' : levelName(rule.level, page),
            rule.automated ? page.t('机器检查', 'by machine') : page.t('由人确认', 'by a person'),
            rule.title,
          ]),
          0,
          ['cyan', null, 'dim', null],
        );
        page.line();
        const covered = Object.values(result.coverage);
        const background = covered.filter((one) => one === 'background').length;
        page.line(
          page.t(
            `共 ${result.rules.length} 条规则；条款 ${covered.length} 条，其中 ${background} 条是背景说明，没有交代的 ${result.uncovered.length} 条。`,
            `${result.rules.length} rules; ${covered.length} clauses, ${background} of them background; ${result.uncovered.length} unaccounted for.`,
          ),
        );
        page.line(page.t('用 yinqi explain 编号 查看其中一条。', 'yinqi explain ID explains one of them.'));
      },
    };
  },
};

/** Where the sources disagree: both sides with their days, and what the program does about it. */
async function listConflicts(platform: string | undefined, session: Session): Promise<Outcome> {
  const result = await session.call('rulebook.conflicts', platform === undefined ? {} : { platform });
  return {
    exitCode: 0,
    json: result,
    human(page) {
      for (const { id, title, sides, does, rules } of result.conflicts) {
        page.line(`${page.paint('bold', title)}  ${page.paint('dim', id)}`);
        for (const side of sides) {
          const where = side.cites.map(
            (clause) => `${clause.id}（${clause.dated ?? page.t('无日期', 'undated')}）`,
          );
          page.paragraph(`${side.says} ${where.join(page.t('、', ', '))}`, 4, '-');
        }
        page.paragraph(page.t(`本程序的处理：${does}`, `What is done: ${does}`), 2);
        if (rules.length > 0) {
          page.paragraph(page.t(`规则：${rules.join('、')}`, `Rules: ${rules.join(', ')}`), 2, '', 'dim');
        }
        page.line();
      }
      page.line(
        page.t(
          `共 ${result.conflicts.length} 处。以平台审核员的答复为准。`,
          `${result.conflicts.length} in all. The platform’s reviewer decides.`,
        ),
      );
    },
  };
}
