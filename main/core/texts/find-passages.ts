import type { PassageTest } from '../../contract/text-standard.ts';
import { spanAt, type WordedText } from './read-passages.ts';
import type { TextSpan } from './text-layout.ts';
import type { Block, Section } from './text-structure.ts';

/** A part of a text that answers a point: UTF-16 units of the text, the words, and the heading above them. */
export interface Passage extends TextSpan {
  readonly quote: string;
  readonly heading: string | null;
}

/** A passage reaches no farther than this, in characters. */
const longestPassage = 400;
/** Signs that writers put beside what should stand out. */
const signs = /[★☆※▲△⚠❗‼!]|[【〖]/u;

const listOf = (names: string | readonly string[]): readonly string[] =>
  typeof names === 'string' ? [names] : names;

/** The first place of one of some groups inside a span, other than `except`. */
function placeIn(
  { hits }: WordedText,
  groups: readonly string[],
  { start, end }: TextSpan,
  except?: TextSpan,
): TextSpan | null {
  let first: TextSpan | null = null;
  for (const group of groups) {
    const list = hits.get(group) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < list.length; index += 1) {
      const one = list[index];
      if (one === undefined || one.start >= end) break;
      if (one.end > end || (except !== undefined && one.start < except.end && except.start < one.end))
        continue;
      if (first === null || one.start < first.start) first = one;
      break;
    }
  }
  return first;
}

const chainOf = (section: Section | null): readonly Section[] =>
  section === null ? [] : [section, ...chainOf(section.parent)];

/** The outermost section that is not the whole text under its title. */
function chapterOf(section: Section | null, title: Section | null): Section | null {
  const chain = chainOf(section);
  const outermost = chain.at(-1) ?? null;
  return outermost !== null && outermost === title ? (chain.at(-2) ?? outermost) : outermost;
}

/** The words that open a paragraph, up to its colon or in bold, and the paragraph that opens a list. */
function openingsOf(worded: WordedText, block: Block): readonly TextSpan[] {
  const colon = worded.folded.folded.slice(block.start, Math.min(block.end, block.start + 40)).indexOf(':');
  const bold = spanAt(worded.emphasis, block.start);
  return [
    ...(colon > 0 ? [{ start: block.start, end: block.start + colon }] : []),
    ...(bold !== null && bold.start === block.start && bold.end < block.end ? [bold] : []),
    ...(block.lead === null ? [] : [block.lead]),
  ];
}

const headingsOver = (block: Block): readonly TextSpan[] =>
  chainOf(block.section).map(({ heading }) => heading);

const sayAny = (worded: WordedText, spans: readonly TextSpan[], groups: readonly string[]): boolean =>
  spans.some((span) => placeIn(worded, groups, span) !== null);

function standsOut(worded: WordedText, block: Block, sentence: TextSpan, says: readonly string[]): boolean {
  const { emphasis, folded } = worded;
  const isEmphasised = (span: TextSpan): boolean => (spanAt(emphasis, span.end - 1)?.end ?? 0) > span.start;
  if (isEmphasised(sentence)) return true;
  if (signs.test(folded.folded.slice(sentence.start, sentence.end))) return true;
  return chainOf(block.section).some(
    ({ heading }) =>
      placeIn(worded, says, heading) !== null ||
      signs.test(folded.folded.slice(heading.start, heading.end)) ||
      isEmphasised(heading),
  );
}

/** Whether a sentence begins a paragraph of two at most: a title of its own, which the other explains. */
function beginsShort({ structure: { sentences } }: WordedText, block: Block, sentence: TextSpan): boolean {
  const second = spanAt(sentences, sentence.end);
  return sentence.start === block.start && (second === null || second.end >= block.end);
}

/** A sentence, and where it ends in a colon the items that this opens. */
const withItems = ({ folded: { folded } }: WordedText, block: Block, { start, end }: TextSpan): TextSpan => ({
  start,
  end: folded[end - 1] === ':' ? Math.max(end, block.reach) : end,
});

/** Where the words beside a place may stand. */
function scopeOf(
  worded: WordedText,
  test: PassageTest,
  block: Block,
  sentence: TextSpan,
): readonly TextSpan[] {
  if (test.asHeading === true) return block.section === null ? [] : [block.section];
  const { within = 'block' } = test;
  const own = [block, block.header, block.lead].filter((one) => one !== null);
  switch (within) {
    case 'sentence':
      return [withItems(worded, block, sentence), ...(block.header === null ? [] : [block.header])];
    case 'statement': {
      const around = [withItems(worded, block, sentence), ...own.slice(1)];
      return beginsShort(worded, block, sentence) ? [block, ...around] : around;
    }
    case 'block':
      return [{ start: block.start, end: block.reach }, ...own.slice(1)];
    case 'section':
      return block.section === null ? [{ start: 0, end: worded.folded.folded.length }] : [block.section];
    case 'chapter': {
      const chapter = chapterOf(block.section, worded.title);
      return [chapter ?? { start: 0, end: worded.folded.folded.length }];
    }
  }
}

/** Whether a heading by itself can answer a test: one that asks for nothing beside it. */
const isAnsweredByHeading = ({ and, under, asHeading }: PassageTest): boolean =>
  asHeading === true || (and === undefined && under === undefined);

/** A heading with nothing under it, or the first row of a table without another, says nothing. */
function isEmptyFrame({ structure: { blocks } }: WordedText, block: Block): boolean {
  if (block.isRow && block.header === null) return firstRowEnd(blocks, block) === 0;
  if (!block.isHeading || block.section === null) return false;
  const next = spanAt(blocks, block.end);
  return next === null || next === block || next.start >= block.section.end || next.isHeading;
}

/** Tries one place: the passage around it, or null. */
function tryPlace(worded: WordedText, test: PassageTest, place: TextSpan): Passage | null {
  const { blocks, sentences } = worded.structure;
  const block = spanAt(blocks, place.start);
  const sentence = spanAt(sentences, place.start);
  if (block === null || sentence === null) return null;
  if (block.isHeading && !isAnsweredByHeading(test)) return null;
  if (isEmptyFrame(worded, block)) return null;
  if (test.asHeading === true && (!block.isHeading || block.section?.heading.start !== block.start))
    return null;
  // A question answers nothing.
  if (!block.isHeading && /[?]$/.test(worded.folded.folded.slice(sentence.start, sentence.end))) return null;
  const { unless = [], unlessBefore = [], under, notUnder = [], and = [] } = test;
  if (placeIn(worded, listOf(unless), sentence) !== null) return null;
  const before = { start: sentence.start, end: place.start };
  if (placeIn(worded, listOf(unlessBefore), before) !== null) return null;
  const headings = headingsOver(block);
  if (under !== undefined && !sayAny(worded, [...headings, ...openingsOf(worded, block)], listOf(under)))
    return null;
  if (sayAny(worded, headings, listOf(notUnder))) return null;
  if (test.marked === true && !standsOut(worded, block, sentence, listOf(test.says))) return null;
  const scope = scopeOf(worded, test, block, sentence);
  let { end } = sentence;
  for (const groups of and) {
    const beside = scope
      .map((span) => placeIn(worded, listOf(groups), span, place))
      .find((one) => one !== null);
    if (beside === undefined || beside === null) return null;
    const until = spanAt(sentences, beside.start)?.end ?? beside.end;
    if (until > end && until - sentence.start <= longestPassage) end = until;
  }
  return passageOf(worded, { start: sentence.start, end: Math.max(end, firstRowEnd(blocks, block)) }, block);
}

/** The end of the row under a table's first, for a heading of columns says nothing without it; 0 for any other block. */
function firstRowEnd(blocks: readonly Block[], block: Block): number {
  if (!block.isRow || block.header !== null) return 0;
  const next = spanAt(blocks, block.end);
  return next?.header?.start === block.start ? next.end : 0;
}

/** A span of the folded text as a passage of the text. */
export function passageOf(
  { text, folded: { at } }: WordedText,
  span: TextSpan,
  block: Block | null,
): Passage {
  const start = at[span.start] ?? 0;
  const stop = at[span.end] ?? text.length;
  const whole = text.slice(start, stop);
  const quote = whole.trimEnd();
  const heading = block?.section?.heading;
  return {
    start,
    end: start + quote.length,
    quote,
    heading:
      heading === undefined || block?.isHeading === true
        ? null
        : text.slice(at[heading.start] ?? 0, at[heading.end] ?? 0).trim(),
  };
}

/** The first passages, at most `most`, that one of some tests finds; the tests in their order, headings after what stands under them. */
export function findPassages(
  worded: WordedText,
  tests: readonly PassageTest[],
  most = 3,
): readonly Passage[] {
  let headings: readonly Passage[] = [];
  for (const test of tests) {
    const found = new Map<number, Passage>();
    const inHeadings = new Map<number, Passage>();
    for (const place of listOf(test.says).flatMap((group) => worded.hits.get(group) ?? [])) {
      if (found.size >= most) break;
      const passage = tryPlace(worded, test, place);
      if (passage === null) continue;
      const isHeading =
        test.asHeading !== true && spanAt(worded.structure.blocks, place.start)?.isHeading === true;
      const kept = isHeading ? inHeadings : found;
      if (kept.size < most && !kept.has(passage.start)) kept.set(passage.start, passage);
    }
    if (found.size > 0) return [...found.values()];
    if (headings.length === 0) headings = [...inHeadings.values()];
  }
  return headings;
}
