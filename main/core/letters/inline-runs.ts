import type { Run } from '../../contract/letters.ts';
import { isWide } from './characters.ts';
import { withValues } from './compile-wording.ts';

/** What this module needs of a token of markdown-it. */
export interface InlineToken {
  readonly type: string;
  readonly content: string;
}

/** Inline Markdown as runs, values put in: `**bold**`, `*underlined*`; two or more full-width blanks are ruled to be filled in by hand. */
export function inlineRuns(tokens: readonly InlineToken[], values: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let bold = 0;
  let underline = 0;
  for (const token of tokens) {
    switch (token.type) {
      case 'strong_open':
        bold += 1;
        break;
      case 'strong_close':
        bold -= 1;
        break;
      case 'em_open':
        underline += 1;
        break;
      case 'em_close':
        underline -= 1;
        break;
      case 'softbreak':
      case 'hardbreak':
        runs.push({ text: '\n' });
        break;
      default:
        runs.push(...ruledBlanks({ text: withValues(token.content, values) }, bold > 0, underline > 0));
    }
  }
  return merged(joinLines(runs));
}

/** Runs cut where a value has a line break: the lines of a long text. */
export function linesOfRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

/** Runs on one line: a line break of a value is a space. */
export function onOneLine(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
}

function ruledBlanks(run: Run, bold: boolean, underline: boolean): readonly Run[] {
  return run.text
    .split(/(\u3000{2,})/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      ...(bold ? { bold } : {}),
      ...(underline || part.startsWith('\u3000\u3000') ? { underline: true } : {}),
    }));
}

/** A line break of the source is nothing between Chinese characters and a space between words. */
function joinLines(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, index) => {
    if (run.text !== '\n') return run;
    const before = Array.from(runs[index - 1]?.text ?? '')
      .at(-1)
      ?.codePointAt(0);
    const after = runs[index + 1]?.text.codePointAt(0);
    const isJoined = before === undefined || after === undefined || isWide(before) || isWide(after);
    return { text: isJoined ? '' : ' ' };
  });
}

function merged(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = result.at(-1);
    if (last !== undefined && !last.bold === !run.bold && !last.underline === !run.underline) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}
