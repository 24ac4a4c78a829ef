import { pairContainers, type ContainerLine, type ReviewBlock, type TableRow } from './review-blocks.ts';
import { inlineMarkdown, lineMarkdown, trimmed } from './review-inline.ts';
import { tagName } from './template-tags.ts';

/** Which block a line of Markdown comes from, and which of its lines: 0 but in a container. */
export interface LineSource {
  readonly block: number;
  readonly line: number;
}

/** A wording as Markdown, and where each of its lines comes from; null for empty lines between. */
export interface ReviewMarkdown {
  readonly lines: readonly string[];
  readonly sources: readonly (LineSource | null)[];
}

/** Writes the pieces of a wording as Markdown, always in the same form; figures of numbered paragraphs count up. */
export function reviewMarkdown(blocks: readonly ReviewBlock[]): ReviewMarkdown {
  const lines: string[] = [];
  const sources: (LineSource | null)[] = [];
  const list = createListCounter();
  const isInList = tagsInLists(blocks);
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && !isTogether(blocks, index, isInList)) {
      lines.push('');
      sources.push(null);
    }
    for (const { text, line } of linesOf(block, list)) {
      lines.push(text);
      sources.push({ block: index, line });
    }
  }
  return { lines, sources };
}

/** Numbered paragraphs stand without empty lines between, with the conditions among them; other conditions close about what they hold. */
function isTogether(blocks: readonly ReviewBlock[], index: number, isInList: readonly boolean[]): boolean {
  const block = blocks[index];
  const previous = blocks[index - 1];
  if (block?.kind === 'tag') {
    if (previous?.kind === 'tag') return true;
    return isInList[index] === true;
  }
  if (previous?.kind === 'tag')
    return closes(previous.text) ? isInList[index - 1] !== true || isItem(block) : true;
  return isItem(block) && isItem(previous) && !isContinued(block) && !isContinued(previous);
}

const isItem = (block: ReviewBlock | undefined): boolean => block?.kind === 'item';
const isContinued = (block: ReviewBlock | undefined): boolean => block?.kind === 'item' && block.isContinued;
const opens = (tag: string): boolean => ['if', 'unless', 'case', 'for', 'comment'].includes(tagName(tag));
const closes = (tag: string): boolean => tagName(tag).startsWith('end');

/** For each block whether it is a tag among numbered paragraphs: between two of them, or of a condition that began there. */
function tagsInLists(blocks: readonly ReviewBlock[]): readonly boolean[] {
  const open: boolean[] = [];
  return blocks.map((block, index) => {
    if (block.kind !== 'tag') return false;
    const other = (step: 1 | -1): ReviewBlock | undefined => {
      let at = index;
      while (blocks[at]?.kind === 'tag') at += step;
      return blocks[at];
    };
    const isBetween = isItem(other(-1)) && isItem(other(1));
    if (opens(block.text)) open.push(isBetween);
    else if (closes(block.text)) return open.pop() === true || isBetween;
    return isBetween || open.at(-1) === true;
  });
}

interface Line {
  readonly text: string;
  readonly line: number;
}
const single = (text: string): readonly Line[] => [{ text, line: 0 }];

function linesOf(block: ReviewBlock, list: ListCounter): readonly Line[] {
  switch (block.kind) {
    case 'title':
      list.end();
      return single(`# ${trimmed(inlineMarkdown(block.runs))}`);
    case 'heading':
      list.end();
      return single(`${'#'.repeat(block.level + 1)} ${trimmed(inlineMarkdown(block.runs))}`);
    case 'paragraph':
      list.end();
      return single(lineMarkdown(block.runs));
    case 'item':
      return single(
        (block.isContinued ? list.inside(block.depth) : list.next(block.depth)) + lineMarkdown(block.runs),
      );
    case 'tag':
      list.tag(block.text);
      return single(block.text);
    case 'table':
      list.end();
      return tableLines(block.rows, block.shares).flatMap(single);
    case 'container': {
      list.end();
      const last = Math.max(0, block.lines.length - 1);
      return [
        { text: `::: ${block.container}`, line: 0 },
        ...containerLines(block.container, block.lines),
        { text: ':::', line: last },
      ];
    }
  }
}

function tableLines(rows: readonly TableRow[], shares: readonly number[]): readonly string[] {
  let isRuled = false;
  return rows.flatMap((row): readonly string[] => {
    if ('tag' in row) return [row.tag];
    const cells = row.cells.map((runs) => trimmed(inlineMarkdown(runs, '|')));
    const line = `| ${cells.join(' | ')} |`;
    if (isRuled) return [line];
    isRuled = true;
    return [line, `|${shares.map((share) => '-'.repeat(share)).join('|')}|`];
  });
}

function containerLines(kind: string, lines: readonly ContainerLine[]): readonly Line[] {
  const isPairs = pairContainers.includes(kind);
  return lines.flatMap((one, line): readonly Line[] => {
    if ('tag' in one) return [{ text: one.tag, line }];
    if (isPairs) return [{ text: trimmed(one.runs.map(({ text }) => text).join('')), line }];
    const previous = lines[line - 1];
    const text = { text: lineMarkdown(one.runs), line };
    return previous === undefined || 'tag' in previous ? [text] : [{ text: '', line }, text];
  });
}

/** Counts numbered paragraphs: each branch of a condition counts on from where the condition began. */
interface ListCounter {
  /** The figure and indent of the next item. */
  next(depth: number): string;
  /** The indent of what goes on with an item. */
  inside(depth: number): string;
  tag(text: string): void;
  end(): void;
}

function createListCounter(): ListCounter {
  let counts: number[] = [];
  const conditions: { readonly counts: readonly number[]; longest: readonly number[] }[] = [];
  const further = (a: readonly number[], b: readonly number[]): readonly number[] =>
    (a[0] ?? 0) >= (b[0] ?? 0) ? a : b;
  const indent = (depth: number): string =>
    counts
      .slice(0, depth)
      .map((count) => ' '.repeat(`${count}. `.length))
      .join('');
  return {
    next(depth) {
      const figure = (counts[depth - 1] ?? 0) + 1;
      counts = [...Array.from({ length: depth - 1 }, (_, at) => counts[at] ?? 1), figure];
      return `${indent(depth - 1)}${figure}. `;
    },
    inside: indent,
    tag(text) {
      for (const name of text.match(/\{%-?\s*\w+/g)?.map((tag) => tag.replace(/\W/g, '')) ?? []) {
        const open = conditions.at(-1);
        if (['if', 'unless', 'case'].includes(name)) conditions.push({ counts, longest: [] });
        else if (['else', 'elsif', 'when'].includes(name) && open !== undefined) {
          open.longest = further(open.longest, counts);
          counts = [...open.counts];
        } else if (['endif', 'endunless', 'endcase'].includes(name) && open !== undefined) {
          conditions.pop();
          counts = [...further(open.longest, counts)];
        }
      }
    },
    end() {
      counts = [];
    },
  };
}
