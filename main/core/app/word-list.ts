import { plainTextOf } from './plain-text.ts';

/** A line of a word list: `最…` goes on in the text, `…之最` begins before it, `=apple` is no part of a longer name. */
export interface ListedWord {
  readonly word: string;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
  /** An everyday word of another language: inside a longer name such as AppleTree it names something else. */
  readonly isEveryday: boolean;
}

const plainOf = (text: string): string => plainTextOf(text).plain.replaceAll('\n', '');

/** Computes something of a list once, however many texts it is held against. */
export function oncePerList<T>(compute: (line: string) => T): (lines: readonly string[]) => readonly T[] {
  const known = new WeakMap<readonly string[], readonly T[]>();
  return (lines) => {
    const found = known.get(lines) ?? lines.map(compute);
    known.set(lines, found);
    return found;
  };
}

/** Reads the lines of a list of words. */
export const readWords: (lines: readonly string[]) => readonly ListedWord[] = oncePerList((line) => ({
  word: plainOf(line.replace(/^=/, '').replaceAll('…', '')),
  isOpenBefore: line.startsWith('…'),
  isOpenAfter: line.endsWith('…'),
  isEveryday: line.startsWith('='),
}));

/** How much of a clause `…` may stand for inside a phrase. */
const furthest = 14;

/** Reads a phrase: `[晚夜]` is one of these characters, `[^极]` none of these next, `…` a part of the clause, `$` its end. */
function readPhrase(line: string): RegExp {
  const parts = line.split(/(\[[^\]]+\]|…|\$$)/u).map((part) => {
    if (part === '…') return `[^\\n]{0,${furthest}}?`;
    if (part === '$') return String.raw`(?=\n|$)`;
    if (part.startsWith('[^')) return `(?!${part.replace('^', '')})`;
    return part.startsWith('[') ? part : plainOf(part);
  });
  return new RegExp(parts.join(''), 'gu');
}

const readPhrases = oncePerList(readPhrase);

/** A part of a plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place of a plain text where a phrase of a list stands. */
export function phrasesIn(plain: string, lines: readonly string[]): readonly Span[] {
  return readPhrases(lines).flatMap((phrase) => {
    const spans: Span[] = [];
    phrase.lastIndex = 0;
    for (let match = phrase.exec(plain); match !== null; match = phrase.exec(plain)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
      phrase.lastIndex = match.index + 1;
    }
    return spans;
  });
}
