import type { Command } from './command.ts';
import { displayWidth } from './display-width.ts';
import type { Page } from './page.ts';
import { optionsOf, usageOf } from './parse-command-line.ts';

/** Writes the overview of all commands. */
export function writeOverview(page: Page, commands: readonly Command[], version: string): void {
  page.line(
    `${page.paint('bold', page.t('印齐 Yinqi', 'Yinqi 印齐'))} ${version}  ` +
      page.t(
        '应用上架材料，一次备齐。全部在本机完成。',
        'An app’s paperwork, right the first time. Nothing leaves this computer.',
      ),
  );
  page.line();
  page.line(page.t('用法：yinqi 命令 [参数] [选项]', 'Usage: yinqi COMMAND [ARGUMENTS] [OPTIONS]'));
  page.line();
  page.columns(
    commands.map((command) => [
      [
        command.name,
        ...command.words.map((word) => (word.repeated === true ? `${word.name}…` : word.name)),
      ].join(' '),
      command.summary[page.language],
    ]),
    2,
    ['cyan', null],
  );
  page.line();
  page.paragraph(
    page.t(
      '常用选项：--format human|json（check 还可用 sarif）、--lang zh|en、--today YYYY-MM-DD。某个命令的全部选项：yinqi 命令 --help。',
      'Common options: --format human|json (check also sarif), --lang zh|en, --today YYYY-MM-DD. All options of a command: yinqi COMMAND --help.',
    ),
    0,
  );
  page.paragraph(
    page.t(
      '退出码：0 一切正常；1 有错误级别的问题，或材料包核验不符；2 用法有误或读不了输入；70 程序自身出错；130 被中断。',
      'Exit codes: 0 all well; 1 findings of level error, or a bundle that does not verify; 2 wrong use or unreadable input; 70 a fault of the program; 130 interrupted.',
    ),
    0,
  );
}

/** Writes how to use one command. */
export function writeCommandHelp(page: Page, command: Command): void {
  page.line(page.paint('bold', command.summary[page.language]));
  page.line();
  page.line(`${page.t('用法：', 'Usage: ')}${usageOf(command)}`);
  const section = (title: string, rows: readonly (readonly [string, string])[]): void => {
    if (rows.length === 0) return;
    page.line();
    page.line(title);
    const width = Math.min(32, Math.max(...rows.map(([name]) => displayWidth(name))));
    for (const [name, help] of rows) page.paragraph(help, width + 4, `  ${page.paint('cyan', name)}`);
  };
  section(
    page.t('参数', 'Arguments'),
    command.words.map((word) => [word.name, word.help[page.language]]),
  );
  section(
    page.t('选项', 'Options'),
    Object.entries(optionsOf(command)).map(([name, spec]) => [
      spec.value === undefined ? `--${name}` : `--${name} ${spec.value}`,
      spec.help[page.language],
    ]),
  );
  if (command.notes !== undefined) {
    page.line();
    page.paragraph(command.notes[page.language], 0);
  }
}
