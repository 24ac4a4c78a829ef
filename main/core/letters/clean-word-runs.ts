import type { WordRun } from '../../contract/word.ts';
import { isControlLine, maskTags, piecesOf } from './template-tags.ts';

/**
 * The runs of a paragraph as a template has them: tags in one piece, whatever looks Word gave their parts; blanks that do
 * not show taken out; underlined blanks, tabs and rows of underscores as full-width blanks to write on.
 */
export function cleanWordRuns(runs: readonly WordRun[]): readonly WordRun[] {
  return withTagsWhole(runs.map(cleaned).filter(({ text }) => text !== ''));
}

function cleaned(run: WordRun): WordRun {
  const text = run.text
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u2011', '-')
    .replace(/_{3,}/g, (rule) => ruled(rule.length / 2));
  const isUnderlined = run.underline === true && run.tag !== true;
  const blanks = isUnderlined
    ? text.replace(/[ \t]{4,}|\t/g, (blank) =>
        ruled((blank.length + 7 * (blank.match(/\t/g)?.length ?? 0)) / 2),
      )
    : text;
  return { ...run, text: blanks.replace(/\t/g, ' ') };
}

const ruled = (characters: number): string => '\u3000'.repeat(Math.max(2, Math.round(characters)));

/** Finds tags in the text as a whole and makes each one run, in the look of its first character. */
function withTagsWhole(runs: readonly WordRun[]): readonly WordRun[] {
  const { text, tags } = maskTags(runs.map((run) => run.text).join(''));
  const looks = runs.flatMap((run) => Array.from({ length: run.text.length }, () => run));
  let at = 0;
  return piecesOf(text, tags).flatMap((piece): readonly WordRun[] => {
    const own = looks.slice(at, at + piece.text.length);
    at += piece.text.length;
    if (piece.isTag) return [{ ...look(own[0]), text: piece.text, tag: true }];
    const parts: WordRun[] = [];
    for (const [index, run] of own.entries()) {
      const character = piece.text[index] ?? '';
      const last = parts.at(-1);
      if (last !== undefined && own[index - 1] === run)
        parts[parts.length - 1] = { ...last, text: last.text + character };
      else parts.push({ ...look(run), text: character });
    }
    return parts;
  });
}

/** Bold and underlined alone: what is no tag is none, whatever character style it is in. */
function look(run: WordRun | undefined): Omit<WordRun, 'text'> {
  return {
    ...(run?.bold === true ? { bold: true } : {}),
    ...(run?.underline === true ? { underline: true } : {}),
  };
}

/** The text of runs. */
export const textOf = (runs: readonly WordRun[]): string => runs.map(({ text }) => text).join('');

/** Whether runs hold nothing: no text, no blanks to write on. */
export const isEmpty = (runs: readonly WordRun[]): boolean => /^[ \n]*$/.test(textOf(runs));

/** Whether runs are nothing but conditions and other tags that print nothing. */
export const isTagsAlone = (runs: readonly WordRun[]): boolean =>
  isControlLine(runs.map(({ text, tag }) => ({ text, isTag: tag === true })));

/** Runs cut at line breaks: each line is a paragraph of its own. */
export function linesOf(runs: readonly WordRun[]): readonly (readonly WordRun[])[] {
  const lines: WordRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of (run.tag === true ? [run.text] : run.text.split('\n')).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

/** Runs without bold and underlined. */
export const plainRuns = (runs: readonly WordRun[]): readonly WordRun[] =>
  runs.map(({ text, tag }) => (tag === true ? { text, tag } : { text }));
