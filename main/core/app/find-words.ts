import { plainTextOf, wordLettersOf, type PlainText } from './plain-text.ts';
import { readingsOf } from './reading-apart.ts';
import { wordBoundaries, type WordBoundaries } from './word-boundaries.ts';
import { oncePerList, phrasesIn, readWords, type ListedWord, type Span } from './word-list.ts';

/** A listed word in a text. */
export interface FoundWord {
  /** The line of the list, without its marks. */
  readonly word: string;
  /** As it stands in the text, with what follows up to the end of its word where the list leaves it open. */
  readonly shown: string;
}

/** Every place where `part` begins in `whole`. */
function placesOf(part: string, whole: string): readonly number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}

const hasGapInside = ({ hasGapBefore }: PlainText, start: number, end: number): boolean =>
  hasGapBefore.slice(start + 1, end).includes(true);

/** A place where the letters of a listed word stand. */
interface Find extends Span {
  readonly listed: ListedWord;
}

/** The find as written; an open end is drawn to the end of its word, or of the next where the listed word ends one. */
function shownFind(
  { source, at, plain }: PlainText,
  boundaries: WordBoundaries,
  { listed, start, end }: Find,
): string {
  let last = end;
  if (listed.isOpenAfter && last < plain.length && plain[last] !== '\n') {
    do last += 1;
    while (!boundaries.isBoundary(last));
  }
  const from = at[start] ?? 0;
  const until = at[last - 1] ?? from;
  return source.slice(from, until + ((source.codePointAt(until) ?? 0) > 0xffff ? 2 : 1));
}

/** Characters that make another noun of a name: the dictionary may take them and the name's end for a word (腾|讯号). */
const nounEndings = new Set('号通群圈版站店帮宝');

/**
 * Whether a find stands as a word: the dictionary parts the text at both its ends, and no other reading is better, or from
 * the left as good (多彩|票|夹 for 多|彩票|夹). Words of four characters and more have no other reading worth the name.
 */
function standsAsWord(text: PlainText, boundaries: WordBoundaries, find: Find): boolean {
  const { listed, start, end } = find;
  const { isOpenBefore, isOpenAfter, isEveryday } = listed;
  const hasGap = hasGapInside(text, start, end);
  const isFree = (index: number): boolean =>
    boundaries.isBoundary(index) && (!hasGap || boundaries.isBoundaryAsWritten(index));
  if (isEveryday && !isNameByItself(text, boundaries, find)) return false;
  if (!isOpenBefore && !isFree(start)) return false;
  const isParted = isOpenAfter || isFree(end);
  const hasEnding = !isParted && nounEndings.has(text.plain[end] ?? '') && isFree(end + 1);
  if (!isParted && !hasEnding) return false;
  if (hasGap || end - start > 3) return true;
  const { before, asWord, acrossStart, acrossEnd } = readingsOf(
    text.plain,
    start,
    end,
    hasEnding ? end + 1 : end,
  );
  if (hasEnding) return before === 0 && asWord < acrossStart;
  return (isOpenBefore || asWord < acrossStart) && (isOpenAfter || asWord <= acrossEnd);
}

/** What a product's name may be joined with and still mean the product: AppleNotes, not AppleTree. */
const productWords = new Set(
  'app apps web pro plus lite hd my note notes meeting meetings chat docs bot tool tools helper assistant plugin'.split(' '),
); // prettier-ignore

/** Whether an everyday word is all of its run of Latin letters and digits, or the rest of it is about products. */
function isNameByItself({ plain }: PlainText, boundaries: WordBoundaries, { start, end }: Find): boolean {
  const isJoined = (index: number): boolean =>
    /^[a-z0-9]{2}$/.test(plain.slice(index - 1, index + 1)) && !boundaries.isApart(index);
  const rest: string[] = [];
  const takePiece = (from: number, until: number): void => {
    rest.push(plain.slice(from, until));
  };
  for (let at = start, last = start; at > 0 && isJoined(at); at = last) {
    last = at - 1;
    while (isJoined(last) && !boundaries.isBoundary(last)) last -= 1;
    takePiece(last, at);
  }
  for (let at = end, last = end; isJoined(at); at = last) {
    last = at + 1;
    while (isJoined(last) && !boundaries.isBoundary(last)) last += 1;
    takePiece(at, last);
  }
  return rest.every((piece) => productWords.has(piece) || /^\d+$/.test(piece));
}

/** Finds that run into each other make one longer find (六合彩 and 彩票 in 六合彩票), which hides neither. */
function joined(finds: readonly Find[], { plain }: PlainText): readonly Find[] {
  const chains: Find[] = [];
  for (const one of finds.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = chains.at(-1);
    if (last === undefined || one.start >= last.end || one.end <= last.end) {
      if (last === undefined || one.start >= last.end) chains.push(one);
      continue;
    }
    const listed: ListedWord = {
      word: plain.slice(last.start, one.end),
      isOpenBefore: last.listed.isOpenBefore,
      isOpenAfter: one.listed.isOpenAfter,
      isEveryday: false,
    };
    chains.splice(-1, 1, { listed, start: last.start, end: one.end });
  }
  return [...finds, ...chains.filter((one) => !finds.includes(one))];
}

/**
 * The words of a list that a text holds as words. A listed word inside or across other words is no find (水 of 开心水族馆
 * does not make 心水), nor is one inside a phrase of `allowed`. Case, width, traditional characters, blanks and inserted
 * symbols do not hide a word.
 */
export function findWords(
  text: string,
  list: readonly string[],
  allowed: readonly string[] = [],
): readonly FoundWord[] {
  const read = plainTextOf(text);
  const finds = readWords(list).flatMap((listed) =>
    placesOf(listed.word, read.plain).map((start) => ({ listed, start, end: start + listed.word.length })),
  );
  if (finds.length === 0) return [];
  const spared = phrasesIn(read.plain, allowed);
  const boundaries = wordBoundaries(read);
  const found = new Map<string, FoundWord>();
  for (const find of joined(finds, read)) {
    const { listed, start, end } = find;
    if (spared.some((one) => one.start <= start && end <= one.end)) continue;
    if (!standsAsWord(read, boundaries, find)) continue;
    const shown = shownFind(read, boundaries, find);
    if (!found.has(shown)) found.set(shown, { word: listed.word, shown });
  }
  return withoutParts([...found.values()]);
}

/** Leaves out a find that is part of a longer one: 第一 where 全国第一 was found too. */
const withoutParts = (found: readonly FoundWord[]): readonly FoundWord[] =>
  found.filter((one) => !found.some((other) => other !== one && other.shown.includes(one.shown)));

const lettersOfLines = oncePerList(wordLettersOf);

/** The word of a list that a text is, blanks and symbols aside; undefined where it is none. */
export function wholeWord(text: string, list: readonly string[]): string | undefined {
  const wanted = wordLettersOf(text);
  return list[lettersOfLines(list).indexOf(wanted)];
}

/** The words of two lists that a text is made of, end to end, at least one of the first; null where it holds more. */
export function wordsComposing(
  text: string,
  list: readonly string[],
  fillers: readonly string[],
): readonly string[] | null {
  const wanted = wordLettersOf(text);
  const own = new Set(lettersOfLines(list));
  const all = [...new Set([...own, ...lettersOfLines(fillers)])].filter((word) => word !== '');
  const reached: (readonly string[] | undefined)[] = [[]];
  for (let at = 0; at < wanted.length; at += 1) {
    const before = reached[at];
    if (before === undefined) continue;
    for (const word of all) {
      if (wanted.startsWith(word, at)) reached[at + word.length] ??= [...before, word];
    }
  }
  const words = reached[wanted.length];
  return words !== undefined && words.some((word) => own.has(word)) ? words : null;
}
