import type { CommandAction } from './command-action.ts';
import type { Given } from './given.ts';
import { wrongUse } from './parse-command-line.ts';

/** One thing that `yinqi template` does. */
export type TemplateAction = CommandAction;

/** The word after the action's name; a `wrong-use` Failure where it is missing. */
export function subjectOf(given: Given, action: Pick<TemplateAction, 'name' | 'subject'>): string {
  const word = given.word('NAME');
  if (word !== undefined) return word;
  throw wrongUse(
    `yinqi template ${action.name} 缺少 ${action.subject}`,
    `yinqi template ${action.name} lacks ${action.subject}`,
    `用法：yinqi template ${action.name} ${action.subject}`,
    `Usage: yinqi template ${action.name} ${action.subject}`,
  );
}
