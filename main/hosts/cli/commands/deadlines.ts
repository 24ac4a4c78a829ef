import { isoDateSchema } from '../../../contract/dossier.ts';
import type { DutyParty } from '../../../contract/rulebook.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';
import { citesText } from '../report-lines.ts';

/** Reads `--start rule=YYYY-MM-DD` options; undefined when there are none. Throws `wrong-use` for what is not one. */
function startingDays(texts: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (texts.length === 0) return undefined;
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      const day = isoDateSchema.safeParse(text.slice(at + 1));
      if (at >= 1 && day.success) return [text.slice(0, at), day.data];
      throw wrongUse(
        `--start 的值「${plain(text)}」不是“规则=日期”的形式`,
        `“${plain(text)}” is not of the form rule=date`,
        '例如 --start platform-reviews-listing=2026-03-02，日期写作 YYYY-MM-DD',
        'For example --start platform-reviews-listing=2026-03-02, the date as YYYY-MM-DD',
      );
    }),
  );
}

const parties: Readonly<Record<DutyParty, readonly [zh: string, en: string]>> = {
  platform: ['平台', 'the platform'],
  provider: ['应用提供者', 'the provider'],
  users: ['用户', 'the users'],
  authority: ['主管机关', 'the authority'],
};
const partyName = (party: DutyParty, page: Page): string => page.t(...parties[party]);

/** `yinqi deadlines DIR`: duties with a clock, worked out as if each began today. */
export const deadlinesCommand: Command = {
  name: 'deadlines',
  summary: { zh: '列出有时限的义务', en: 'lists the duties with a clock' },
  words: [dossierWord],
  options: {
    start: {
      value: 'RULE=DATE',
      multiple: true,
      help: {
        zh: '某项义务从哪一天起算（YYYY-MM-DD），可多次使用；没有给出的按今天算',
        en: 'the day on which a duty starts (YYYY-MM-DD), may be repeated; without it duties start today',
      },
    },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const starts = startingDays(given.texts('start'));
    const { deadlines } = await session.call('review.deadlines', {
      dossier: given.requiredWord('DIR'),
      ...(starts === undefined ? {} : { starts }),
    });
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
              `${partyName(one.owes, page)}对${partyName(one.to, page)}的义务`,
              `Owed by ${partyName(one.owes, page)} to ${partyName(one.to, page)}`,
            ),
            2,
          );
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
                  `如从 ${one.ifStartedOn} 起算：${one.dueIs === 'earliest' ? '不早于' : '不晚于'} ${one.due}`,
                  `If it starts on ${one.ifStartedOn}: ${one.dueIs === 'earliest' ? 'not before' : 'by'} ${one.due}`,
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
