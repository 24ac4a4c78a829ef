import { userInfo } from 'node:os';
import type { OptionSpec } from './command.ts';
import type { Given } from './given.ts';

/** The option that names who exports or prints. */
export const byOption: Readonly<Record<string, OptionSpec>> = {
  by: {
    value: 'NAME',
    help: {
      zh: '记入历史的经办人，默认是本机的用户名',
      en: 'who does it, for the history; the user of this computer by default',
    },
  },
};

/** The name given, else that of the user of this computer; empty where the system knows none. */
export function madeBy(given: Given): string {
  const named = given.text('by')?.trim();
  if (named !== undefined && named !== '') return named;
  try {
    return userInfo().username;
  } catch {
    // Containers run under numbers that no user list knows: the entry then names nobody.
    return '';
  }
}
