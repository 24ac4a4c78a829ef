import type { ClauseSummary } from '../../../contract/clauses.ts';
import type { Outcome, Session } from '../command.ts';
import { writeComparedLines } from '../compared-lines.ts';
import { plain, type Page } from '../page.ts';
import type { TemplateAction } from '../template-action.ts';

/** What a shared clause is called where a letter could be meant as well: `clauses/licence-changes`. */
const clausePrefix = 'clauses/';

/** The id of the clause that a word names; undefined for a letter. */
export const clauseNamed = (word: string): string | undefined =>
  word.startsWith(clausePrefix) ? word.slice(clausePrefix.length).replace(/\/$/, '') : undefined;

/** Shipped with the app, or the team's, in the page's language. */
export const originName = (origin: 'app' | 'team', page: Page): string =>
  origin === 'app' ? page.t('自带', 'app') : page.t('团队', 'team');

/** `yinqi template clauses`: the wording that letters share, and which letters take it in. Exit code 1 when one has faults. */
export const templateClauses: TemplateAction = {
  name: 'clauses',
  subject: null,
  help: {
    zh: '列出共用条款，以及引用它们的函件',
    en: 'lists the shared clauses and the letters that take them in',
  },
  async run(_given, session) {
    const result = await session.call('clauses.list', {});
    return {
      exitCode: hasFaults(result.clauses) ? 1 : 0,
      json: result,
      human(page) {
        writeClausesWithLetters(page, result.clauses);
        page.line();
        page.line(
          page.t(
            '查看文字：yinqi template show clauses/编号。在函件里引用：独占一行写 {% clause "编号" %}。',
            'To read one: yinqi template show clauses/ID. A letter takes one in by {% clause "ID" %} on a line of its own.',
          ),
        );
      },
    };
  },
};

/** Whether a version of one of the clauses has faults. */
export const hasFaults = (clauses: readonly ClauseSummary[]): boolean =>
  clauses.some(({ versions }) => versions.some(({ faults }) => faults.length > 0));

/** Each clause in a line: the version in use, its title, how many letters take it in; then what is wrong with any. */
export function writeClauses(page: Page, clauses: readonly ClauseSummary[]): void {
  page.columns(
    clauses.map((one) => [...headOf(one, page), versionsOf(one, page)]),
    0,
    ['cyan', null, null, 'dim', 'dim'],
  );
  writeClauseFaults(page, clauses);
}

/** The same, each clause followed by the letters that take it in. */
function writeClausesWithLetters(page: Page, clauses: readonly ClauseSummary[]): void {
  for (const one of clauses) {
    const [name = '', inUse = '', title = '', users = ''] = headOf(one, page);
    const versions = versionsOf(one, page);
    page.line(
      `${page.paint('cyan', name)}  ${inUse}  ${title}${versions === '' ? '' : `  ${page.paint('dim', versions)}`}`,
    );
    const names = one.letters.map(({ letter }) => letter).join(page.t('、', ', '));
    page.paragraph(names === '' ? users : `${users}${page.t('：', ': ')}${names}`, 4);
  }
  writeClauseFaults(page, clauses);
}

const headOf = ({ clause, inUse, title, letters }: ClauseSummary, page: Page): readonly string[] => [
  clausePrefix + clause,
  inUse === null ? page.t('不能用', 'unusable') : `${originName(inUse.origin, page)} ${inUse.version}`,
  title,
  letters.length === 0
    ? page.t('没有函件引用', 'taken in by no letter')
    : page.t(`${letters.length} 种函件引用`, `taken in by ${letters.length} letters`),
];

const versionsOf = ({ versions }: ClauseSummary, page: Page): string =>
  versions.length < 2
    ? ''
    : versions
        .map(({ version, origin }) => `${originName(origin, page)} ${plain(version)}`)
        .join(page.t('、', ', '));

function writeClauseFaults(page: Page, clauses: readonly ClauseSummary[]): void {
  const faulty = clauses.flatMap(({ versions }) => versions.flatMap(({ faults }) => faults));
  if (faulty.length > 0) page.line();
  writeFaults(page, faulty);
}

function writeFaults(
  page: Page,
  faults: readonly { readonly message: string; readonly hint: string }[],
): void {
  for (const { message, hint } of faults) {
    page.paragraph(page.t(`${message}。${hint}`, `${message}. ${hint}`), 2, page.paint('red', '✗'));
  }
}

/** Looks through a clause's file for `yinqi template check`. */
export async function checkClause(text: string, path: string, session: Session): Promise<Outcome> {
  const result = await session.call('clauses.check', { text, fileName: path });
  return {
    exitCode: result.faults.length > 0 ? 1 : 0,
    json: { schema: 'yinqi/clause-check@1', ...result },
    human(page) {
      writeFaults(page, result.faults);
      if (result.faults.length > 0) return;
      page.line(
        `${page.paint('green', '✓')} ${page.t(
          `共用条款 ${result.clause} ${result.version}：${result.title}，没有发现错误`,
          `Shared clause ${result.clause} ${result.version}: ${result.title}, no fault found`,
        )}`,
      );
      writeUsers(page, result.letters);
    },
  };
}

/** Saves a clause's file as a new version for `yinqi template save`. */
export async function saveClause(text: string, bump: boolean, session: Session): Promise<Outcome> {
  const result = await session.call('clauses.save', { text, bump });
  return {
    exitCode: 0,
    json: { schema: 'yinqi/clause-saved@1', ...result },
    human(page) {
      page.line(
        `${page.paint('green', '✓')} ${page.t(
          `已保存共用条款 ${result.clause} ${result.version}：${plain(result.fileName)}`,
          `Saved the shared clause ${result.clause} ${result.version}: ${plain(result.fileName)}`,
        )}`,
      );
      writeUsers(page, result.letters);
      page.line(
        page.t(
          `用 yinqi template compare ${clausePrefix}${result.clause} 查看与前一版本的不同。`,
          `yinqi template compare ${clausePrefix}${result.clause} shows what changed.`,
        ),
      );
    },
  };
}

function writeUsers(page: Page, letters: ClauseSummary['letters']): void {
  page.paragraph(
    letters.length === 0
      ? page.t('现在没有函件引用它。', 'No letter takes it in now.')
      : page.t(
          `引用它的函件：${letters.map(({ title, letter }) => `《${title}》（${letter}）`).join('、')}`,
          `Letters that take it in: ${letters.map(({ title, letter }) => `${title} (${letter})`).join(', ')}`,
        ),
    2,
  );
}

/** Shows a clause's text for `yinqi template show`. */
export async function showClause(
  clause: string,
  version: string | undefined,
  session: Session,
): Promise<Outcome> {
  const result = await session.call('clauses.read', {
    clause,
    ...(version === undefined ? {} : { version }),
  });
  return {
    exitCode: result.faults.length > 0 ? 1 : 0,
    json: { schema: 'yinqi/clause@1', ...result },
    human(page) {
      for (const { message } of result.faults) page.paragraph(message, 2, page.paint('red', '✗'));
      for (const line of result.text.replace(/\n$/, '').split('\n')) page.line(plain(line));
    },
  };
}

/** Compares two versions of a clause for `yinqi template compare`. */
export async function compareClause(
  clause: string,
  versions: { readonly from?: string; readonly to?: string },
  session: Session,
): Promise<Outcome> {
  const result = await session.call('clauses.compare', { clause, ...versions });
  return {
    exitCode: 0,
    json: { schema: 'yinqi/clause-comparison@1', ...result },
    human(page) {
      const nameOf = ({ version, origin }: typeof result.from): string =>
        `${originName(origin, page)} ${version}`;
      page.line(
        page.paint('bold', `${clausePrefix}${clause}  ${nameOf(result.from)} → ${nameOf(result.to)}`),
      );
      writeComparedLines(page, result);
    },
  };
}
