import type { PlainText } from './plain-text.ts';

let segmenter: Intl.Segmenter | undefined;

/** Where words begin and end in a text. Made when first needed: most texts hold no listed word at all. */
function segmentEnds(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const ends = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) ends.add(index);
  return ends;
}

/** The words of a text as the dictionary splits it, punctuation and blanks left out. */
export function wordsOfText(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text))
    .filter((piece) => piece.isWordLike === true)
    .map((piece) => piece.segment);
}

/** Whether the dictionary knows these characters as one word. */
export function isOneWord(characters: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const [first] = segmenter.segment(characters);
  return first?.segment === characters;
}

const isLatin = (character: string): boolean => /^[\p{Script=Latin}]$/u.test(character);
const isDigit = (character: string): boolean => /^\p{N}$/u.test(character);

/** Whether Latin letters and digits part here: MyTool, HDPlayer, notes2. */
function isLatinSeam(before: string, after: string, next: string): boolean {
  if (isDigit(before) !== isDigit(after)) {
    return (isLatin(before) || isDigit(before)) && (isLatin(after) || isDigit(after));
  }
  if (!isLatin(before) || !isLatin(after)) return false;
  const isUpper = (one: string): boolean => one !== one.toLowerCase();
  if (!isUpper(before) && isUpper(after)) return true;
  return isUpper(before) && isUpper(after) && isLatin(next) && !isUpper(next);
}

/** Tells where words part in a plain text, and where a word that stretches over a place ends. */
export interface WordBoundaries {
  /** Whether no word stretches across the place before unit `index` of the plain text. */
  isBoundary(index: number): boolean;
  /** The same in the text as written, where blanks and symbols stand: for a find that goes across them. */
  isBoundaryAsWritten(index: number): boolean;
  /** Whether a blank, a mark or an end stands before the place. */
  isApart(index: number): boolean;
}

/** Finds the word boundaries of a text. */
export function wordBoundaries(text: PlainText): WordBoundaries {
  const { plain, source, at, hasGapBefore } = text;
  const inPlain = segmentEnds(plain);
  let written: ReadonlySet<number> | undefined;
  const isEdge = (index: number): boolean =>
    index <= 0 || index >= plain.length || hasGapBefore[index] === true || plain[index] === '\n';
  const isSeam = (index: number): boolean => {
    const [before, after] = [at[index - 1] ?? 0, at[index] ?? 0];
    return isLatinSeam(source[before] ?? '', source[after] ?? '', source[after + 1] ?? '');
  };
  return {
    isApart: isEdge,
    isBoundary: (index) => isEdge(index) || inPlain.has(index) || isSeam(index),
    isBoundaryAsWritten(index) {
      if (isEdge(index)) return true;
      written ??= segmentEnds(source);
      return written.has(at[index] ?? source.length) || isSeam(index);
    },
  };
}
