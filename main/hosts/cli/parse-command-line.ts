import { parseArgs } from 'node:util';
import { isoDateSchema } from '../../contract/dossier.ts';
import { Failure } from '../../contract/failure.ts';
import type { Language } from '../../contract/language.ts';
import { nearName } from '../../core/near-name.ts';
import type { Command, OptionSpec, OutputFormat } from './command.ts';
import { createGiven, type Given } from './given.ts';
import { plain } from './page.ts';

/** What the words after `yinqi` ask for. */
export type Request =
  | { readonly kind: 'version'; readonly language: Language }
  | { readonly kind: 'help'; readonly language: Language; readonly command: Command | null }
  | {
      readonly kind: 'run';
      readonly language: Language;
      readonly command: Command;
      readonly format: OutputFormat;
      readonly today: string | undefined;
      readonly templates: string | undefined;
      readonly forms: string | undefined;
      readonly given: Given;
    };

/** Options that every command takes. */
export const globalOptions: Readonly<Record<string, OptionSpec>> = {
  lang: {
    value: 'zh|en',
    help: { zh: '输出语言，默认中文', en: 'language of the output; Chinese by default' },
  },
  today: {
    value: 'YYYY-MM-DD',
    help: { zh: '把日期固定为这一天，输出可重现', en: 'fixes the date, so that output can be reproduced' },
  },
  templates: {
    value: 'DIR',
    help: {
      zh: '团队模板的文件夹，默认是数据文件夹里的 templates',
      en: 'the folder of the team’s letter templates; templates in the data folder by default',
    },
  },
  forms: {
    value: 'DIR',
    help: {
      zh: '平台官方格式的文件夹，默认是数据文件夹里的 forms',
      en: 'the folder of the platforms’ own forms; forms in the data folder by default',
    },
  },
  help: { help: { zh: '显示用法', en: 'shows how to use it' } },
};

/** Wrong use of the command line: exit code 2. */
export const wrongUse = (zh: string, en: string, hintZh: string, hintEn: string): Failure =>
  new Failure('wrong-use', { zh, en }, { zh: hintZh, en: hintEn });

/** The language asked for anywhere in the arguments, so that even a wrong command line is answered in it. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at === -1 ? '' : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return value === 'en' ? 'en' : 'zh';
}

/**
 * Parses the words after `yinqi`, strictly: an unknown command or option, a value that is missing or superfluous,
 * too few or too many words each throw a `wrong-use` Failure that names what was given and the nearest name.
 */
export function parseCommandLine(argv: readonly string[], commands: readonly Command[]): Request {
  const language = languageOf(argv);
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') return { kind: 'version', language };
  if (first === 'help') {
    return { kind: 'help', language, command: rest[0] === undefined ? null : findCommand(rest[0], commands) };
  }
  const at = argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--lang');
  if (at === -1) {
    const unknown = argv.find((word) => !/^(--help|-h|--lang(=.*)?|zh|en)$/.test(word));
    if (unknown !== undefined) throw unknownOption(unknown, ['help', 'version', 'lang']);
    return { kind: 'help', language, command: null };
  }
  const command = findCommand(argv[at] ?? '', commands);
  const words = [...argv.slice(0, at), ...argv.slice(at + 1)];
  const { options, positionals } = readOptions(words, command);
  if (options.has('help')) return { kind: 'help', language, command };
  return {
    kind: 'run',
    language: oneOf('lang', options, ['zh', 'en'], 'zh'),
    command,
    format: command.formats.length === 0 ? 'human' : oneOf('format', options, command.formats, 'human'),
    today: dayOf('today', options),
    templates: options.get('templates')?.at(-1),
    forms: options.get('forms')?.at(-1),
    given: createGiven(assignWords(positionals, command), options),
  };
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const near = nearName(
    name,
    commands.map((command) => command.name),
  );
  throw wrongUse(
    `没有名为「${plain(name)}」的命令`,
    `There is no command “${plain(name)}”`,
    near === undefined
      ? '运行 yinqi --help 查看全部命令'
      : `您是不是要用 yinqi ${near}？运行 yinqi --help 查看全部命令`,
    near === undefined
      ? 'Run yinqi --help to see all commands'
      : `Did you mean yinqi ${near}? Run yinqi --help to see all commands`,
  );
}

/** All options of a command with the global ones, in the order in which help shows them. */
export function optionsOf(command: Command): Readonly<Record<string, OptionSpec>> {
  const format: Readonly<Record<string, OptionSpec>> =
    command.formats.length === 0
      ? {}
      : {
          format: {
            value: command.formats.join('|'),
            help: { zh: '输出格式，默认 human', en: 'form of the output; human by default' },
          },
        };
  return { ...command.options, ...format, ...globalOptions };
}

function readOptions(
  words: readonly string[],
  command: Command,
): { readonly options: ReadonlyMap<string, readonly string[]>; readonly positionals: readonly string[] } {
  const known = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, spec]) => [
          name,
          { type: spec.value === undefined ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const options = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (spec === undefined) throw unknownOption(token.rawName, Object.keys(known), command);
    const inline = token.inlineValue === true;
    if (spec.value === undefined && inline) {
      throw wrongUse(
        `选项 ${token.rawName} 不带值，却写成了「${plain(token.value)}」`,
        `${token.rawName} takes no value, but “${plain(token.value)}” was given`,
        `请直接写 ${token.rawName}`,
        `Write ${token.rawName} alone`,
      );
    }
    const isMissing =
      token.value === undefined ||
      token.value === '' ||
      // `-` alone is standard input.
      (!inline && token.value.startsWith('-') && token.value !== '-');
    if (spec.value !== undefined && isMissing) {
      throw wrongUse(
        `选项 ${token.rawName} 后面缺少值（${spec.value}）`,
        `${token.rawName} lacks its value (${spec.value})`,
        `请写成 ${token.rawName}=${spec.value}`,
        `Write it as ${token.rawName}=${spec.value}`,
      );
    }
    const before = options.get(token.name) ?? [];
    options.set(token.name, [...before, ...(token.value === undefined ? [] : [token.value])]);
  }
  return { options, positionals };
}

function unknownOption(given: string, names: readonly string[], command?: Command): Failure {
  const near = nearName(given.replace(/^-+/, '').split('=')[0] ?? '', names);
  const help = command === undefined ? 'yinqi --help' : `yinqi ${command.name} --help`;
  return wrongUse(
    `没有名为「${plain(given)}」的选项`,
    `There is no option “${plain(given)}”`,
    near === undefined ? `运行 ${help} 查看全部选项` : `您是不是要用 --${near}？运行 ${help} 查看全部选项`,
    near === undefined
      ? `Run ${help} to see all options`
      : `Did you mean --${near}? Run ${help} to see all options`,
  );
}

/** The value of an option that takes one of a few words; a `wrong-use` Failure that names them for any other. */
export function oneOf<T extends string>(
  option: string,
  options: ReadonlyMap<string, readonly string[]>,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = options.get(option)?.at(-1);
  if (value === undefined) return fallback;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const near = nearName(value, allowed);
  throw wrongUse(
    `--${option} 不能是「${plain(value)}」`,
    `--${option} cannot be “${plain(value)}”`,
    `可用的值：${allowed.join('、')}${near === undefined ? '' : `；您是不是要用 ${near}？`}`,
    `It can be: ${allowed.join(', ')}${near === undefined ? '' : `. Did you mean ${near}?`}`,
  );
}

/** A day given by an option; a `wrong-use` Failure for what is not a day of the calendar. */
export function dayOf(option: string, options: ReadonlyMap<string, readonly string[]>): string | undefined {
  const value = options.get(option)?.at(-1);
  if (value === undefined || isoDateSchema.safeParse(value).success) return value;
  throw wrongUse(
    `--${option} 的值「${plain(value)}」不是一个日期`,
    `“${plain(value)}” is not a day for --${option}`,
    '请写成年-月-日，例如 2026-03-01，且这一天确实存在',
    'Write it as year-month-day, for example 2026-03-01, and a day that exists',
  );
}

function assignWords(
  positionals: readonly string[],
  command: Command,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let next = 0;
  for (const word of command.words) {
    const taken = word.repeated === true ? positionals.slice(next) : positionals.slice(next, next + 1);
    if (taken.length === 0 && word.required) {
      throw wrongUse(
        `yinqi ${command.name} 缺少 ${word.name}（${word.help.zh}）`,
        `yinqi ${command.name} lacks ${word.name} (${word.help.en})`,
        `用法：${usageOf(command)}`,
        `Usage: ${usageOf(command)}`,
      );
    }
    found.set(word.name, taken);
    next += taken.length;
  }
  const extra = positionals[next];
  if (extra !== undefined) {
    throw wrongUse(
      `yinqi ${command.name} 不需要「${plain(extra)}」`,
      `yinqi ${command.name} has no use for “${plain(extra)}”`,
      `用法：${usageOf(command)}`,
      `Usage: ${usageOf(command)}`,
    );
  }
  return found;
}

/** The usage line of a command, for example `yinqi bundle DIR --out FILE.zip [--draft]`. */
export function usageOf(command: Command): string {
  const words = command.words.map((word) => {
    const name = word.repeated === true ? `${word.name}…` : word.name;
    return word.required ? name : `[${name}]`;
  });
  const options = Object.entries(command.options).map(([name, spec]) => {
    const text = spec.value === undefined ? `--${name}` : `--${name} ${spec.value}`;
    return spec.required === true ? text : `[${text}]${spec.multiple === true ? '…' : ''}`;
  });
  return ['yinqi', command.name, ...words, ...options].join(' ');
}
