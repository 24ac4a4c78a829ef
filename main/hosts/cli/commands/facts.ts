import type { FactQuestion } from '../../../contract/rulebook-view.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi facts DIR`: the questions that matter for this dossier, with today's answers. */
export const factsCommand: Command = {
  name: 'facts',
  summary: {
    zh: '列出会影响要求的问题和目前的答案',
    en: 'lists the questions that matter, with the answers so far',
  },
  words: [dossierWord],
  options: {},
  formats: ['human', 'json'],
  async run(given, session) {
    const { facts } = await session.call('rulebook.facts', { dossier: given.requiredWord('DIR') });
    const { rules } = await session.call('rulebook.rules', {});
    const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
    return {
      exitCode: 0,
      json: { schema: 'yinqi/facts@1', facts },
      human(page) {
        if (facts.length === 0)
          page.line(page.t('目前没有会影响要求的问题。', 'No question changes what is required.'));
        for (const fact of facts) writeFact(page, fact, titles);
        const unanswered = facts.filter((fact) => fact.answer === undefined).length;
        page.line(
          page.t(
            `共 ${facts.length} 个问题，${unanswered} 个还没有回答。答案写在 dossier.yaml 的 facts 里。`,
            `${facts.length} questions, ${unanswered} not yet answered. Answers are written under facts in dossier.yaml.`,
          ),
        );
      },
    };
  },
};

/** How many of the things that hang on a question are named. */
const shownChanges = 6;

function writeFact(page: Page, fact: FactQuestion, titles: ReadonlyMap<string, string>): void {
  const isAnswered = fact.answer !== undefined;
  page.paragraph(fact.question, 2, page.paint(isAnswered ? 'green' : 'yellow', isAnswered ? '✓' : '?'));
  const answer = isAnswered ? answerText(page, fact) : page.t('还没有回答', 'not yet answered');
  const choices =
    fact.kind === 'yes-no'
      ? 'true / false'
      : fact.options.map((one) => `${one.id}（${one.title}）`).join(page.t('；', '; '));
  page.paragraph(page.t(`${fact.id}：${answer}`, `${fact.id}: ${answer}`), 2);
  page.paragraph(page.t(`可以填：${choices}`, `May be: ${choices}`), 2);
  if (fact.help !== '') page.paragraph(fact.help, 2);
  if (fact.changes.length > 0) {
    const named = fact.changes.slice(0, shownChanges).map((id) => titles.get(id) ?? id);
    const more = fact.changes.length - named.length;
    page.paragraph(
      page.t(
        `影响：${named.join('、')}${more > 0 ? `，以及另外 ${more} 项` : ''}`,
        `Changes: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
      ),
      2,
    );
  }
  page.line();
}

function answerText(page: Page, fact: FactQuestion): string {
  const { answer } = fact;
  if (typeof answer === 'boolean') return answer ? page.t('是', 'yes') : page.t('否', 'no');
  const title = (id: string): string => fact.options.find((one) => one.id === id)?.title ?? id;
  return plain((Array.isArray(answer) ? answer : [answer ?? '']).map(title).join(page.t('、', ', ')));
}
