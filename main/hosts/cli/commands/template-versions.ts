import type { TemplateComparison, TemplateSummary } from '../../../contract/templates.ts';
import { writeComparedLines } from '../compared-lines.ts';
import { plain, type Page } from '../page.ts';
import { subjectOf, type TemplateAction } from '../template-action.ts';
import {
  clauseNamed,
  compareClause,
  hasFaults,
  originName,
  showClause,
  writeClauses,
} from './template-clauses.ts';

/** `yinqi template list`: every letter's template with its versions, and the clauses that letters share. Exit code 1 when one has faults. */
export const templateList: TemplateAction = {
  name: 'list',
  subject: null,
  help: {
    zh: '列出全部模板、共用条款和版本',
    en: 'lists the templates and shared clauses with their versions',
  },
  async run(_given, session) {
    const result = await session.call('templates.list', {});
    const { clauses } = await session.call('clauses.list', {});
    const isFaulty = result.templates.some(({ versions }) =>
      versions.some(({ faults }) => faults.length > 0),
    );
    return {
      exitCode: isFaulty || hasFaults(clauses) ? 1 : 0,
      json: { ...result, clauses },
      human(page) {
        writeTemplates(page, result.templates);
        if (clauses.length === 0) return;
        page.line();
        page.line(page.paint('bold', page.t('共用条款', 'Shared clauses')));
        writeClauses(page, clauses);
      },
    };
  },
};

function writeTemplates(page: Page, templates: readonly TemplateSummary[]): void {
  page.columns(
    templates.map(({ letter, title, inUse, versions }) => [
      letter,
      inUse === null ? page.t('不能用', 'unusable') : `${originName(inUse.origin, page)} ${inUse.version}`,
      title,
      versions.length > 1
        ? versions
            .map(({ version, origin }) => `${originName(origin, page)} ${plain(version)}`)
            .join(page.t('、', ', '))
        : '',
    ]),
    0,
    ['cyan', null, null, 'dim'],
  );
  const faulty = templates.flatMap(({ versions }) => versions.flatMap(({ faults }) => faults));
  if (faulty.length > 0) page.line();
  for (const { message, hint } of faulty) {
    page.paragraph(page.t(`${message}。${hint}`, `${message}. ${hint}`), 2, page.paint('red', '✗'));
  }
}

/** `yinqi template show LETTER [--version V]`: the text of a template, as it is. */
export const templateShow: TemplateAction = {
  name: 'show',
  subject: 'LETTER',
  help: {
    zh: '显示一种函件的模板，或 clauses/编号 的共用条款',
    en: 'shows the template of a letter, or the shared clause clauses/ID',
  },
  options: {
    version: {
      value: 'V',
      help: {
        zh: '哪个版本：1.0.0、app（自带）、team（团队最新）；不加则为在用的',
        en: 'which version: 1.0.0, app, team (its newest); the one in use without it',
      },
    },
  },
  async run(given, session) {
    const version = given.text('version');
    const letter = subjectOf(given, templateShow);
    const clause = clauseNamed(letter);
    if (clause !== undefined) return showClause(clause, version, session);
    const result = await session.call('templates.read', {
      letter,
      ...(version === undefined ? {} : { version }),
    });
    return {
      exitCode: result.faults.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/template@1', ...result },
      human(page) {
        for (const { message } of result.faults) page.paragraph(message, 2, page.paint('red', '✗'));
        for (const line of result.text.replace(/\n$/, '').split('\n')) page.line(plain(line));
      },
    };
  },
};

/** `yinqi template compare LETTER [--from V] [--to V]`: what changed from one version to another, line by line. */
export const templateCompare: TemplateAction = {
  name: 'compare',
  subject: 'LETTER',
  help: { zh: '比较两个版本', en: 'compares two versions' },
  options: {
    from: {
      value: 'V',
      help: { zh: '从哪个版本，不加则为前一个', en: 'from which version; the one before without it' },
    },
    to: {
      value: 'V',
      help: { zh: '到哪个版本，不加则为在用的', en: 'to which version; the one in use without it' },
    },
  },
  async run(given, session) {
    const [from, to] = [given.text('from'), given.text('to')];
    const versions = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const letter = subjectOf(given, templateCompare);
    const clause = clauseNamed(letter);
    if (clause !== undefined) return compareClause(clause, versions, session);
    const result = await session.call('templates.compare', { letter, ...versions });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/template-comparison@1', ...result },
      human: (page) => writeComparison(page, result),
    };
  },
};

function writeComparison(page: Page, comparison: TemplateComparison): void {
  const { letter, from, to } = comparison;
  const nameOf = ({ version, origin }: TemplateComparison['from']): string =>
    `${originName(origin, page)} ${version}`;
  page.line(page.paint('bold', `${letter}  ${nameOf(from)} → ${nameOf(to)}`));
  writeComparedLines(page, comparison);
}
