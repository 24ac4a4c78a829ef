import type { CommandAction } from './command-action.ts';
import type { Given } from './given.ts';
import { wrongUse } from './parse-command-line.ts';

/** One thing that `yinqi form` does. */
export type FormAction = CommandAction;

/** The letter after the action's name; a `wrong-use` Failure where it is missing. */
export const letterOf = (given: Given, action: Pick<FormAction, 'name' | 'subject'>): string =>
  wordOf('LETTER', given, action);

/** The file after the letter; a `wrong-use` Failure where it is missing. */
export const fileOf = (given: Given, action: Pick<FormAction, 'name' | 'subject'>): string =>
  wordOf('FILE', given, action);

function wordOf(
  name: 'LETTER' | 'FILE',
  given: Given,
  { name: action, subject }: Pick<FormAction, 'name' | 'subject'>,
): string {
  const word = given.word(name);
  if (word !== undefined) return word;
  throw wrongUse(
    `yinqi form ${action} 缺少 ${name}`,
    `yinqi form ${action} lacks ${name}`,
    `用法：yinqi form ${action} ${subject}`,
    `Usage: yinqi form ${action} ${subject}`,
  );
}

/** The version that `--version` names; undefined for the one in use. Throws `wrong-use` for what is no version. */
export function versionOf(given: Given): { readonly version?: number } {
  const text = given.text('version');
  if (text === undefined) return {};
  if (/^[1-9]\d{0,5}$/.test(text)) return { version: Number(text) };
  throw wrongUse(
    `「${text}」不是版本号`,
    `“${text}” is no version`,
    '版本是 1、2、3 这样的数，用 yinqi form list 查看',
    'Versions are numbers such as 1; yinqi form list shows them',
  );
}

/** The option that names a version. */
export const versionOption: NonNullable<FormAction['options']> = {
  version: {
    value: 'N',
    help: { zh: '哪一版；不加则为在用的', en: 'which version; the one in use without it' },
  },
};
