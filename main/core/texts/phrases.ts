import { foldText } from './folded-text.ts';

/** How many characters `…` may stand for. */
const furthest = 20;
/** A part of a phrase may stand for so many spellings at most. */
const mostSpellings = 300;

/** One beginning of a phrase, and its further parts, each in its spellings, within {@link furthest} characters of the one before. */
interface Spelling {
  readonly first: string;
  readonly rest: readonly (readonly string[])[];
  readonly group: number;
}

/** A place of a folded text where a word of a group stands. */
export interface WordHit {
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

/** Groups of words made ready to be looked for all at once. */
export interface PhraseBook {
  readonly names: readonly string[];
  readonly byFirst: ReadonlyMap<number, readonly Spelling[]>;
}

/** Every text that a phrase with `(甲|乙)` stands for. Throws for one that stands for too many. */
function spellingsOf(phrase: string): readonly string[] {
  let texts = [''];
  for (const part of phrase.split(/(\([^()]*\))/)) {
    const choices = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1).split('|') : [part];
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    if (texts.length > mostSpellings) throw new Error(`“${phrase}” stands for too many spellings`);
  }
  return texts;
}

const books = new WeakMap<object, PhraseBook>();

/** Makes groups of words ready; the same groups once. */
export function phraseBook(words: Readonly<Record<string, readonly string[]>>): PhraseBook {
  const before = books.get(words);
  if (before !== undefined) return before;
  const names = Object.keys(words);
  const byFirst = new Map<number, Spelling[]>();
  for (const [group, name] of names.entries()) {
    for (const phrase of new Set(words[name])) {
      const [firsts = [], ...rest] = phrase
        .split('…')
        .map((part) => spellingsOf(part).map((spelling) => foldText(spelling).folded));
      for (const first of firsts) {
        if (first === '') continue;
        const list = byFirst.get(first.charCodeAt(0)) ?? [];
        list.push({ first, rest, group });
        byFirst.set(first.charCodeAt(0), list);
      }
    }
  }
  const book = { names, byFirst };
  books.set(words, book);
  return book;
}

const endsSentence = /[。!?;\n]/;
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Where a phrase that begins at an index ends; -1 where it does not stand there. */
function endOf(text: string, at: number, { first, rest }: Spelling): number {
  if (!text.startsWith(first, at)) return -1;
  let end = at + first.length;
  for (const spellings of rest) {
    const near = text.slice(end, end + furthest + 12);
    const stop = near.search(endsSentence);
    const clause = stop < 0 ? near : near.slice(0, stop);
    let next = -1;
    for (const spelling of spellings) {
      const found = clause.indexOf(spelling);
      if (found >= 0 && found <= furthest && (next < 0 || end + found + spelling.length < next)) {
        next = end + found + spelling.length;
      }
    }
    if (next < 0) return -1;
    end = next;
  }
  return end;
}

/** Every place where a word of the book stands, in the order of the text; Latin words only as whole words. */
export function findPhrases(text: string, { byFirst }: PhraseBook): readonly WordHit[] {
  const hits: WordHit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const spellings = byFirst.get(text.charCodeAt(at));
    if (spellings === undefined) continue;
    for (const spelling of spellings) {
      const end = endOf(text, at, spelling);
      if (end < 0) continue;
      const isLatinWord = isLatin(text.charCodeAt(at)) || isLatin(text.charCodeAt(end - 1));
      const isPart =
        isLatinWord &&
        ((isLatin(text.charCodeAt(at)) && at > 0 && isLatin(text.charCodeAt(at - 1))) ||
          (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))));
      // Blanks are folded away, so that a long Latin word may stand between two others.
      if (isPart && end - at < 5) continue;
      hits.push({ group: spelling.group, start: at, end });
    }
  }
  return hits;
}
