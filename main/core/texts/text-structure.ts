import type { TextLayout, TextSpan } from './text-layout.ts';

/** A heading with all that stands under it, subsections too. */
export interface Section extends TextSpan {
  readonly heading: TextSpan;
  readonly parent: Section | null;
}

/** A paragraph, an item or a table row. `reach` goes on over the items that its colon opens; `header` is its table's first row. */
export interface Block extends TextSpan {
  readonly reach: number;
  readonly header: TextSpan | null;
  /** The paragraph whose colon opens it. */
  readonly lead: TextSpan | null;
  readonly section: Section | null;
  readonly isHeading: boolean;
  /** What stands out by itself: a heading's words, or a row. */
  readonly isRow: boolean;
}

/** A text in sections, blocks and sentences, each in the order of the text. */
export interface TextStructure {
  readonly blocks: readonly Block[];
  readonly sentences: readonly TextSpan[];
  readonly sections: readonly Section[];
}

/** Ways to number headings, the kinds of which tell which stands under which. */
const numberings: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['part', /^第[一二三四五六七八九十百\d]{1,4}(?:部分|编|章)/],
  ['article', /^第[一二三四五六七八九十百\d]{1,4}[条节]/],
  ['han', /^[一二三四五六七八九十]{1,3}[、.．\s\u3000]/],
  ['formal', /^[壹贰叁肆伍陆柒捌玖拾]{1,3}[、.．\s\u3000]/],
  ['decimal-3', /^\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．、\s\u3000]?/],
  ['decimal-2', /^\d{1,2}[.．]\d{1,2}(?!\d)[.．、\s\u3000]?/],
  ['decimal', /^\d{1,2}(?:[、.．]|[\s\u3000])(?!\d)/],
  ['letter', /^[A-Z](?:[、.．]|\d?[\s\u3000])/],
  ['in-brackets', /^[（(][一二三四五六七八九十\d]{1,3}[)）]/],
  ['boxed', /^[【〖][^【】〖〗]{1,30}[】〗]$/],
];

const longestHeading = 42;
const bullet =
  /^(?:[-*•·●○◆◇■□▪※★☆➢✓]|\d{1,2}[.、．)）]|[（(][一二三四五六七八九十\da-z]{1,3}[)）]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[条章节部]|[一二三四五六七八九十]{1,3}[、.．])/;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Line extends TextSpan {
  readonly words: string;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const words = text.slice(at, end).trim();
    if (words !== '') {
      const start = at + text.slice(at, end).search(/\S/);
      lines.push({ start, end: start + words.length, words });
    }
    at = end + 1;
  }
  return lines;
}

/** The kind of heading that a line is by its looks; null for a line that is none. */
function headingKind(words: string, standsOut: boolean): string | null {
  if (words.length > longestHeading || /[。；;，,！!]$/.test(words) || /[。；]/.test(words)) return null;
  if (/[？?]$/.test(words)) return 'question';
  if (/[：:]./.test(words) && !/^[【〖]/.test(words)) return null;
  const kind = numberings.find(([, pattern]) => pattern.test(words))?.[0];
  if (kind !== undefined) return kind;
  return standsOut && words.length <= 30 && !/[：:]$/.test(words) ? 'bold' : null;
}

const covers = (spans: readonly TextSpan[], { start, end }: TextSpan): boolean =>
  spans.some((one) => one.start <= start && one.end >= end);

/** Items in the order of their starts, walked along with a text. */
function* along<T extends TextSpan>(spans: readonly T[]): Generator<T | null, never, number> {
  let index = 0;
  let at: number = yield null;
  for (;;) {
    while (index < spans.length && (spans[index]?.end ?? 0) <= at) index += 1;
    const one = spans[index];
    at = yield one !== undefined && one.start <= at ? one : null;
  }
}

/** Takes a text apart. Lines that a program broke in the middle of a sentence are one block. */
export function structureOf(text: string, { headings, rows, emphasis }: TextLayout): TextStructure {
  const lines = linesOf(text);
  const rowAt = along(rows);
  const headingAt = along(headings.toSorted((a, b) => a.start - b.start));
  rowAt.next();
  headingAt.next();
  const byStart = new Map(emphasis.map((one) => [one.start, one]));

  const sections: {
    start: number;
    end: number;
    heading: TextSpan;
    parent: Section | null;
    kind: string;
    depth: number;
  }[] = [];
  const stack: typeof sections = [];
  const blocks: Writable<Block>[] = [];
  let header: { readonly table: number; readonly span: TextSpan } | null = null as {
    readonly table: number;
    readonly span: TextSpan;
  } | null;
  let lead: Writable<Block> | null = null;
  let before: Line | null = null;

  for (const line of lines) {
    const row = rowAt.next(line.start).value;
    const explicit = row === null ? headingAt.next(line.start).value : null;
    const standsOut = covers([byStart.get(line.start) ?? { start: 0, end: 0 }], line);
    const kind =
      explicit !== null ? `h${explicit.level}` : row === null ? headingKind(line.words, standsOut) : null;
    const last = blocks.at(-1);
    const isGoneOn =
      kind === null && row === null && last !== undefined && before !== null && !last.isHeading && !last.isRow &&
      before.words.length >= 28 && !/[。；;！!？?：:]["”’」』）)]?$/.test(before.words) && !bullet.test(line.words) &&
      text.slice(before.end, line.start).split('\n').length === 2; // prettier-ignore
    before = line;
    if (isGoneOn && last !== undefined) {
      last.end = line.end;
      last.reach = Math.max(last.reach, line.end);
      if (lead !== null) lead.reach = Math.max(lead.reach, line.end);
      continue;
    }
    if (kind !== null) {
      // A heading ends what stands at its own depth or deeper; marked headings go before numbered ones.
      const depth = explicit === null ? 0 : explicit.level;
      const from = stack.findIndex((one) =>
        depth > 0 ? one.depth === 0 || one.depth >= depth : one.kind === kind,
      );
      for (const ended of from < 0 ? [] : stack.splice(from)) ended.end = line.start;
      const section = {
        start: line.start,
        end: text.length,
        heading: { start: line.start, end: line.end },
        parent: stack.at(-1) ?? null,
        kind,
        depth,
      };
      sections.push(section);
      stack.push(section);
      lead = null;
    }
    const isFirstRow = row !== null && header?.table !== row.table;
    if (row === null) header = null;
    else if (isFirstRow) header = { table: row.table, span: { start: line.start, end: line.end } };
    const block: Writable<Block> = {
      start: line.start,
      end: line.end,
      reach: line.end,
      header: isFirstRow ? null : (header?.span ?? null),
      lead: lead === null || kind !== null ? null : { start: lead.start, end: lead.end },
      section: stack.at(-1) ?? null,
      isHeading: kind !== null,
      isRow: row !== null,
    };
    blocks.push(block);
    // A paragraph that ends in a colon opens the items after it.
    if (/[：:]$/.test(line.words) && kind === null) lead = block;
    else if (lead !== null) lead.reach = block.end;
  }
  return { blocks, sections, sentences: blocks.flatMap((block) => sentencesOf(text, block)) };
}

/** The sentences of a block; a row of a table is one. */
function sentencesOf(text: string, { start, end, isRow }: Block): readonly TextSpan[] {
  if (isRow) return [{ start, end }];
  const sentences: TextSpan[] = [];
  let from = start;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(/[。！？!?；;]+["”’」』）)]?/g)) {
    sentences.push({ start: from, end: start + index + mark.length });
    from = start + index + mark.length;
  }
  if (from < end && text.slice(from, end).trim() !== '') sentences.push({ start: from, end });
  return sentences;
}
