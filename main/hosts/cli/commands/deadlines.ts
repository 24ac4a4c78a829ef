import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { citesText } from '../report-lines.ts';

/** `yinqi deadlines DIR`: duties with a clock, worked out as if each began today. */
export const deadlinesCommand: Command = {
  name: 'deadlines',
  summary: { zh: '列出有时限的义务', en: 'lists the duties with a clock' },
  words: [dossierWord],
  options: {},
  formats: ['human', 'json'],
  async run(given, session) {
    const { deadlines } = await session.call('review.deadlines', { dossier: given.requiredWord('DIR') });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/deadlines@1', deadlines },
      human(page) {
        if (deadlines.length === 0)
          page.line(page.t('这份案卷没有带时限的义务。', 'This dossier has no duties with a clock.'));
        for (const one of deadlines) {
          page.line(page.paint('bold', one.title) + page.paint('dim', `  ${one.rule}`));
          page.paragraph(
            page.t(
              `从何时起算：${one.starts}；时限：${one.duration}`,
              `Starts: ${one.starts}; lasts: ${one.duration}`,
            ),
            2,
          );
          page.paragraph(
            one.due === undefined
              ? page.t(
                  `如从 ${one.ifStartedOn} 起算：暂无法算出截止日`,
                  `If it starts on ${one.ifStartedOn}: the day cannot be worked out`,
                )
              : page.t(
                  `如从 ${one.ifStartedOn} 起算：截止 ${one.due}`,
                  `If it starts on ${one.ifStartedOn}: due on ${one.due}`,
                ),
            2,
          );
          if (one.note !== undefined) page.paragraph(one.note, 2);
          page.paragraph(citesText(page, one.cites), 2, '', 'dim');
          page.line();
        }
      },
    };
  },
};
