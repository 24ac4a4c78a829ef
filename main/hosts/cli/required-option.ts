import type { Command } from './command.ts';
import type { Given } from './given.ts';
import { usageOf, wrongUse } from './parse-command-line.ts';

/** The value of an option that the command cannot do without; a `wrong-use` Failure when it is missing. */
export function requiredOption(option: string, command: Command, given: Given): string {
  const value = given.text(option);
  if (value !== undefined) return value;
  throw wrongUse(
    `yinqi ${command.name} 缺少 --${option}`,
    `yinqi ${command.name} lacks --${option}`,
    `用法：${usageOf(command)}`,
    `Usage: ${usageOf(command)}`,
  );
}
