import type { WordRun } from '../../contract/word.ts';
import { plainRuns } from './clean-word-runs.ts';
import { splitSections, type ContainerKind, type Section } from './containers.ts';
import { inlineRuns } from './inline-runs.ts';
import { letterMarkdown, type MarkdownToken } from './letter-markdown.ts';
import { trimmed } from './review-inline.ts';
import { tidyShares } from './table-shares.ts';
import { isControlLine, isTight, maskTags, piecesOf } from './template-tags.ts';

/** A line of a container: text, or tags alone. */
export type ContainerLine = { readonly runs: readonly WordRun[] } | { readonly tag: string };

/** One piece of a wording as it is written, its variables and tags in place: what a reviewer sees as a paragraph or a table. */
export type ReviewBlock =
  | { readonly kind: 'title'; readonly runs: readonly WordRun[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly WordRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly WordRun[] }
  /** A numbered paragraph, `depth` from 1; a continued one goes on with the item before it and has no number. */
  | {
      readonly kind: 'item';
      readonly depth: number;
      readonly isContinued: boolean;
      readonly runs: readonly WordRun[];
    }
  /** Tags alone on a line. */
  | { readonly kind: 'tag'; readonly text: string }
  /** The first row of cells is the heading. */
  | {
      readonly kind: 'table';
      readonly shares: readonly number[];
      readonly rows: readonly TableRow[];
    }
  | {
      readonly kind: 'container';
      readonly container: ContainerKind;
      readonly lines: readonly ContainerLine[];
    };
export type TableRow = { readonly cells: readonly (readonly WordRun[])[] } | { readonly tag: string };

/** Containers whose lines are `name: value` and no Markdown. */
export const pairContainers: readonly string[] = ['particulars', 'signature', 'handwritten'];

/** A wording (the template without its front matter) as the pieces that a reviewer sees. Expects one that `parseTemplate` takes. */
export function reviewBlocks(wording: string): readonly ReviewBlock[] {
  const { text, tags } = maskTags(wording);
  return splitSections(text).flatMap((section): readonly ReviewBlock[] => {
    if (section.kind === 'markdown') return markdownBlocks(section.lines, tags);
    const lines = containerLines(section, section.kind, tags);
    return lines.length === 0 ? [] : [{ kind: 'container', container: section.kind, lines }];
  });
}

/** Lines of tags taken out of a text: what is left for Markdown, and where it and they stood. */
function setTagsAside(lines: readonly string[], tags: readonly string[]) {
  const kept: string[] = [];
  const places: number[] = [];
  const aside: { readonly line: number; readonly tag: string }[] = [];
  for (const [line, text] of lines.entries()) {
    const pieces = piecesOf(trimmed(text), tags);
    const tag = pieces.map((piece) => piece.text).join('');
    const isAlone = isControlLine(pieces);
    const isInTable = [lines[line - 1], lines[line + 1]].some((other) => other?.startsWith('|') === true);
    if (isAlone && (!isTight(tag) || isInTable)) aside.push({ line, tag });
    // A line of tags leaves an empty line when it is filled in, and none where it takes its line end away.
    if (isAlone && isTight(tag) && isInTable) continue;
    kept.push(isAlone && !isTight(tag) ? '' : text);
    places.push(line);
  }
  return { text: kept.join('\n'), placeOf: (line: number) => places[line] ?? lines.length, aside };
}

function markdownBlocks(lines: readonly string[], tags: readonly string[]): readonly ReviewBlock[] {
  const { text, placeOf, aside } = setTagsAside(lines, tags);
  const tokens = letterMarkdown.parse(text, {});
  const placed: { readonly line: number; readonly block: ReviewBlock }[] = [];
  const taken = new Set<number>();
  let depth = 0;
  let isFirst = false;
  for (const [at, token] of tokens.entries()) {
    const line = placeOf(token.map?.[0] ?? 0);
    const put = (block: ReviewBlock): void => void placed.push({ line, block });
    const runs = (): readonly WordRun[] => runsOf(tokens[at + 1], tags);
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      // Safe: Markdown's headings go to 6, and 5 and 6 are the same level of a letter.
      if (level === 1) put({ kind: 'title', runs: plainRuns(runs()) });
      else put({ kind: 'heading', level: Math.min(4, level - 1) as 1 | 2 | 3 | 4, runs: runs() });
    } else if (/^(ordered|bullet)_list_open$/.test(token.type)) depth += 1;
    else if (/^(ordered|bullet)_list_close$/.test(token.type)) depth -= 1;
    else if (token.type === 'list_item_open') isFirst = true;
    else if (token.type === 'paragraph_open') {
      if (depth === 0) put({ kind: 'paragraph', runs: runs() });
      else put({ kind: 'item', depth, isContinued: !isFirst, runs: runs() });
      isFirst = false;
    } else if (token.type === 'table_open') {
      const end = tokens.findIndex((other, index) => index > at && other.type === 'table_close');
      const last = placeOf((token.map?.[1] ?? 0) - 1);
      const inside = aside.filter((one) => one.line > line && one.line < last);
      for (const one of inside) taken.add(one.line);
      put(
        tableBlock(
          tokens.slice(at, end),
          text.split('\n')[(token.map?.[0] ?? 0) + 1] ?? '',
          inside,
          placeOf,
          tags,
        ),
      );
    }
  }
  const tagBlocks = aside
    .filter(({ line }) => !taken.has(line))
    .map(({ line, tag }) => ({ line, block: { kind: 'tag', text: tag } as const }));
  return [...placed, ...tagBlocks].toSorted((a, b) => a.line - b.line).map(({ block }) => block);
}

function tableBlock(
  tokens: readonly MarkdownToken[],
  rule: string,
  aside: readonly { readonly line: number; readonly tag: string }[],
  placeOf: (line: number) => number,
  tags: readonly string[],
): ReviewBlock {
  const rows: { readonly line: number; readonly row: TableRow }[] = aside.map(({ line, tag }) => ({
    line,
    row: { tag },
  }));
  let cells: (readonly WordRun[])[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'tr_open') {
      cells = [];
      rows.push({ line: placeOf(token.map?.[0] ?? 0), row: { cells } });
    }
    if (token.type === 'th_open' || token.type === 'td_open') cells.push(runsOf(tokens[at + 1], tags));
  }
  return {
    kind: 'table',
    shares: tidyShares((rule.match(/-+/g) ?? []).map(({ length }) => length)),
    rows: rows.toSorted((a, b) => a.line - b.line).map(({ row }) => row),
  };
}

function containerLines(
  section: Section,
  kind: ContainerKind,
  tags: readonly string[],
): readonly ContainerLine[] {
  if (pairContainers.includes(kind)) {
    return section.lines.flatMap((line): readonly ContainerLine[] => {
      if (line.trim() === '') return [];
      const pieces = piecesOf(trimmed(line), tags);
      if (isControlLine(pieces)) return [{ tag: pieces.map(({ text }) => text).join('') }];
      return [{ runs: pieces.map(({ text, isTag }) => (isTag ? { text, tag: true } : { text })) }];
    });
  }
  const { text, placeOf, aside } = setTagsAside(section.lines, tags);
  const lines = letterMarkdown
    .parse(text, {})
    .flatMap((token) =>
      token.type === 'inline' ? [{ line: placeOf(token.map?.[0] ?? 0), runs: runsOf(token, tags) }] : [],
    );
  return [...lines, ...aside]
    .toSorted((a, b) => a.line - b.line)
    .map((one): ContainerLine => ('tag' in one ? { tag: one.tag } : { runs: one.runs }));
}

/** The runs of a piece of Markdown, its tags cut out as runs of their own. */
function runsOf(token: MarkdownToken | undefined, tags: readonly string[]): readonly WordRun[] {
  const marks = tags.map((_, index) => `\uFDD0${index}\uFDD1`);
  return inlineRuns(token?.children ?? [], marks).flatMap((run) =>
    piecesOf(run.text, tags).map(({ text, isTag }) => ({ ...run, text, ...(isTag ? { tag: true } : {}) })),
  );
}
