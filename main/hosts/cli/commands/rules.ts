import type { Command } from '../command.ts';
import { levelName } from '../report-lines.ts';

/** `yinqi rules`: the rulebook, and which clauses its rules rest on. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: { zh: '列出全部规则', en: 'lists the rules' },
  words: [],
  options: {
    platform: { value: 'ID', help: { zh: '只看一个平台', en: 'one platform only' } },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const platform = given.text('platform');
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
            `共 ${result.rules.length} 条规则；条款 ${covered.length} 条，其中 ${background} 条是背景说明，${result.uncovered.length} 条本版本还没有规则。`,
            `${result.rules.length} rules; ${covered.length} clauses, ${background} of them background, ${result.uncovered.length} without a rule in this version.`,
          ),
        );
        page.line(page.t('用 yinqi explain 编号 查看其中一条。', 'yinqi explain ID explains one of them.'));
      },
    };
  },
};
