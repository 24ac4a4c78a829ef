import type { Localized } from '../../contract/language.ts';
import { nearName } from '../../core/near-name.ts';
import type { Command, OptionSpec, Outcome, Session, WordSpec } from './command.ts';
import type { Given } from './given.ts';
import { plain } from './page.ts';
import { wrongUse } from './parse-command-line.ts';

/** One thing that a command does, named by its first word, for example `list` of `yinqi template list`. */
export interface CommandAction {
  readonly name: string;
  /** What follows the name, for example LETTER; null where nothing does. */
  readonly subject: string | null;
  readonly help: Localized;
  readonly options?: Readonly<Record<string, OptionSpec>>;
  run(given: Given, session: Session): Promise<Outcome>;
}

const usage = ({ name, subject }: CommandAction): string => (subject === null ? name : `${name} ${subject}`);

/** The word that names an action, all of them in its help. */
export const actionWord = (actions: readonly CommandAction[]): WordSpec => ({
  name: 'ACTION',
  required: true,
  help: {
    zh: actions.map((action) => `${usage(action)} ${action.help.zh}`).join('；'),
    en: actions.map((action) => `${usage(action)}: ${action.help.en}`).join('; '),
  },
});

/** The options of all actions together. */
export const actionOptions = (actions: readonly CommandAction[]): Command['options'] =>
  Object.assign({}, ...actions.map(({ options }) => options ?? {})) as Command['options']; // Safe: merged of such.

/** Runs the action that ACTION names; a `wrong-use` Failure with the nearest name for one that there is not. */
export function runAction(
  command: string,
  actions: readonly CommandAction[],
  given: Given,
  session: Session,
): Promise<Outcome> {
  const name = given.requiredWord('ACTION');
  const action = actions.find((one) => one.name === name);
  if (action !== undefined) return action.run(given, session);
  const names = actions.map((one) => one.name);
  const near = nearName(name, names);
  throw wrongUse(
    `yinqi ${command} 没有「${plain(name)}」`,
    `yinqi ${command} has no “${plain(name)}”`,
    near === undefined ? `可用：${names.join('、')}` : `您是不是要用 yinqi ${command} ${near}？`,
    near === undefined ? `There are: ${names.join(', ')}` : `Did you mean yinqi ${command} ${near}?`,
  );
}
