import type { FactQuestion } from '../../contract/rulebook-view.ts';
import type { FactAnswer } from '../../contract/dossier.ts';
import type { Answers } from '../../contract/rulebook.ts';
import type { Session } from './command.ts';
import { plain } from './page.ts';
import { wrongUse } from './parse-command-line.ts';

const yes = /^(true|yes|y|是|1)$/i;
const no = /^(false|no|n|否|0)$/i;

/**
 * Reads `--fact id=answer` options into answers, by the kind of each question; undefined when there are none.
 * Throws `wrong-use` for what is not `id=answer`; whether question and answer exist is for the rulebook to say.
 */
export async function assumedAnswers(
  texts: readonly string[],
  dossier: string,
  session: Pick<Session, 'call'>,
): Promise<Answers | undefined> {
  if (texts.length === 0) return undefined;
  const { facts } = await session.call('rulebook.facts', { dossier });
  const answers: Record<string, FactAnswer> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1 || at === text.length - 1) {
      throw wrongUse(
        `--fact 的值「${plain(text)}」不是“问题=答案”的形式`,
        `“${plain(text)}” is not of the form question=answer`,
        '例如 --fact networked=true；用 yinqi facts DIR 查看问题的编号',
        'For example --fact networked=true; yinqi facts DIR shows the questions',
      );
    }
    const id = text.slice(0, at);
    answers[id] = answerOf(text.slice(at + 1), facts.find((fact) => fact.id === id)?.kind);
  }
  return answers;
}

/** Reads one answer. Without a known kind, words for yes and no are taken as such. */
export function answerOf(text: string, kind: FactQuestion['kind'] | undefined): FactAnswer {
  if (kind === 'some-of')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (kind !== 'one-of') {
    if (yes.test(text)) return true;
    if (no.test(text)) return false;
  }
  return text;
}
