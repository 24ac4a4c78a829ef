import { isOneWord } from './word-boundaries.ts';

/** Characters that stand beside words as prefixes, suffixes and particles: alone they are little unusual. */
const affixes = new Set(
  '云小大新老我微全超爱总真好家名位款级版类型界性化们网者通帮宝圈吧会里上中下内外间的了在和与或是有为个',
);

/** How far a text beside a find is looked at, and the longest word of the dictionary that is asked for. */
const reach = 4;
const longestWord = 4;

/** How many characters stand alone when a text is read as words, at best; it is not parted at `whole`. Affixes count half. */
function leftAlone(text: string, whole?: number): number {
  const costs: number[] = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = Infinity;
    for (let start = end === whole ? end : Math.max(0, end - longestWord); start < end; start += 1) {
      const before = costs[start] ?? Infinity;
      if (before >= best) continue;
      const part = text.slice(start, end);
      if (part.length === 1) best = Math.min(best, before + (affixes.has(part) ? 0.5 : 1));
      else if (isOneWord(part)) best = before;
    }
    costs.push(best);
  }
  return costs[text.length] ?? Infinity;
}

const isHan = (character: string | undefined): boolean =>
  character !== undefined && /^\p{Script=Han}$/u.test(character);

/** How a clause reads with a find as a word, and with another word across its beginning or its end; less is better. */
export interface Readings {
  readonly asWord: number;
  /** The part of `asWord` that stands before the find. */
  readonly before: number;
  readonly acrossStart: number;
  readonly acrossEnd: number;
}

/**
 * Compares the readings of a Han clause around a find; an end where no Han meets Han has no other reading. With `after`
 * the find as a word takes in what stands before that place.
 */
export function readingsOf(text: string, start: number, end: number, after = end): Readings {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const stop = text.indexOf('\n', end);
  const until = Math.min(stop < 0 ? text.length : stop, end + reach);
  const window = text.slice(from, until);
  const across = (edge: number): number =>
    isHan(text[edge - 1]) && isHan(text[edge]) ? leftAlone(window, edge - from) : Infinity;
  const before = leftAlone(text.slice(from, start));
  return {
    before,
    asWord: before + leftAlone(text.slice(after, until)),
    acrossStart: across(start),
    acrossEnd: across(end),
  };
}
