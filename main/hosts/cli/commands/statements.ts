import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain } from '../page.ts';
import { citesText } from '../report-lines.ts';

/** `yinqi statements DIR`: what only a person can confirm, by topic, with who may and who has. */
export const statementsCommand: Command = {
  name: 'statements',
  summary: {
    zh: '列出需要由人确认的声明、由谁确认、确认了没有',
    en: 'lists what only a person can confirm, who may, and who has',
  },
  words: [dossierWord],
  options: {},
  formats: ['human', 'json'],
  notes: {
    zh: '确认写在 dossier.yaml 的 attestations 里，例如 oauth-sign-in: { by: 张三, on: 2026-01-31 }。',
    en: 'Confirm in dossier.yaml under attestations, for example oauth-sign-in: { by: Zhang San, on: 2026-01-31 }.',
  },
  async run(given, session) {
    const { topics } = await session.call('review.statements', { dossier: given.requiredWord('DIR') });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/statements@1', topics },
      human(page) {
        const all = topics.flatMap((topic) => topic.statements);
        for (const { title, statements } of topics) {
          page.line(page.paint('bold', title));
          for (const { rule, statement, by, cites, attested } of statements) {
            const isMade = attested !== undefined;
            page.paragraph(statement, 2, page.paint(isMade ? 'green' : 'yellow', isMade ? '✓' : '?'));
            const who = isMade
              ? page.t(
                  `${plain(attested.by)} 于 ${attested.on} 确认`,
                  `confirmed by ${plain(attested.by)} on ${attested.on}`,
                )
              : page.t(`由${by}确认`, `to be confirmed by ${by}`);
            page.paragraph(`${rule} · ${who}`, 4, '', 'dim');
            page.paragraph(citesText(page, cites), 4, '', 'dim');
          }
          page.line();
        }
        const made = all.filter((one) => one.attested !== undefined).length;
        page.line(
          page.t(
            `共 ${all.length} 条声明，已确认 ${made} 条。`,
            `${all.length} statements, ${made} confirmed.`,
          ),
        );
      },
    };
  },
};
