import type { ReadParagraph, ReadTable, ReadWord, WordMark, WordRun } from '../../contract/word.ts';
import { styleOfName } from './style-of-name.ts';
import { tagRunStyle } from './word-styles.ts';

/** What mammoth makes of a file: its own document, whose shape its types do not tell. */
export interface MammothNode {
  readonly type: string;
  readonly children?: readonly MammothNode[];
  readonly value?: string;
  readonly breakType?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string; readonly isOrdered: boolean } | null;
  readonly alignment?: string | null;
  readonly indent?: { readonly end: string | null };
  readonly isBold?: boolean;
  readonly isUnderline?: boolean;
  readonly isItalic?: boolean;
  readonly isStrikethrough?: boolean;
  readonly highlight?: string | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly href?: string | null;
  readonly commentId?: string;
  readonly authorName?: string | null;
  readonly body?: readonly MammothNode[];
  readonly comments?: readonly MammothNode[];
}

/** The paragraphs and tables of a document, and its comments. `widths` are those of its tables' columns, in order. */
export function readBlocks(
  document: MammothNode,
  widths: readonly (readonly number[])[],
): Pick<ReadWord, 'blocks' | 'comments'> {
  const state = { paragraphs: 0, tables: 0, commentAt: new Map<string, number>() };
  const blocks = (document.children ?? []).flatMap((node): ReadWord['blocks'] => {
    if (node.type === 'paragraph') return [paragraphOf(node, state)];
    if (node.type === 'table') return [tableOf(node, state, widths)];
    const marks = [...marksOf(node)];
    // A picture that floats beside the text is a block of its own.
    return marks.length === 0 ? [] : [{ ...emptyParagraph, number: state.paragraphs, marks }];
  });
  const comments = (document.comments ?? []).map(({ authorName, body, commentId }) => ({
    author: authorName ?? '',
    text: (body ?? [])
      .map((node) => textOf(node))
      .filter((text) => text !== '')
      .join(' '),
    paragraph: state.commentAt.get(commentId ?? '') ?? 0,
  }));
  return { blocks, comments };
}

interface State {
  paragraphs: number;
  tables: number;
  readonly commentAt: Map<string, number>;
}

const emptyParagraph: ReadParagraph = {
  kind: 'paragraph',
  number: 0,
  style: 'body',
  styleName: '',
  runs: [],
  numbering: null,
  align: 'start',
  marks: [],
};

function paragraphOf(node: MammothNode, state: State): ReadParagraph {
  const runs = (node.children ?? []).flatMap((child) => runsOf(child, {}));
  const hasText = runs.some(({ text }) => text.trim() !== '' || text.includes('\u3000'));
  if (hasText) state.paragraphs += 1;
  for (const id of commentsIn(node)) state.commentAt.set(id, Math.max(1, state.paragraphs));
  const styleName = node.styleName ?? '';
  const list = /^list-(\d+)$/.exec(node.indent?.end ?? '')?.[1] ?? null;
  return {
    kind: 'paragraph',
    number: hasText ? state.paragraphs : 0,
    style: styleOfName(styleName),
    styleName,
    runs,
    numbering:
      node.numbering === null || node.numbering === undefined
        ? null
        : { level: Number(node.numbering.level) + 1, isOrdered: node.numbering.isOrdered, list },
    align: alignOf(node.alignment),
    marks: [...new Set(marksOf(node))],
  };
}

function alignOf(alignment: string | null | undefined): ReadParagraph['align'] {
  if (alignment === 'center') return 'centre';
  return alignment === 'right' || alignment === 'end' ? 'end' : 'start';
}

function tableOf(node: MammothNode, state: State, widths: readonly (readonly number[])[]): ReadTable {
  const own = widths[state.tables] ?? [];
  state.tables += 1 + nestedTables(node);
  return {
    kind: 'table',
    widths: own,
    rows: (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => {
        const inside = cell.children ?? [];
        const marks: WordMark[] = [];
        if (inside.some(({ type }) => type === 'table')) marks.push('table-in-table');
        if ((cell.rowSpan ?? 1) > 1) marks.push('merged-cells');
        const paragraphs = inside
          .filter(({ type }) => type === 'paragraph')
          .map((paragraph) => paragraphOf(paragraph, state));
        return {
          span: cell.colSpan ?? 1,
          paragraphs: paragraphs.map((paragraph, index) =>
            index === 0 ? { ...paragraph, marks: [...paragraph.marks, ...marks] } : paragraph,
          ),
        };
      }),
    ),
  };
}

const nestedTables = (node: MammothNode): number =>
  (node.children ?? []).reduce(
    (sum, child) => sum + (child.type === 'table' ? 1 : 0) + nestedTables(child),
    0,
  );

function runsOf(node: MammothNode, look: Omit<WordRun, 'text'>): readonly WordRun[] {
  switch (node.type) {
    case 'text':
      return [{ ...look, text: node.value ?? '' }];
    case 'tab':
      return [{ ...look, text: '\t' }];
    case 'break':
      return node.breakType === 'line' ? [{ ...look, text: '\n' }] : [];
    case 'run': {
      const isBold = node.isBold === true || node.styleName === 'Strong';
      const own = {
        ...(isBold ? { bold: true } : {}),
        ...(node.isUnderline === true ? { underline: true } : {}),
        ...(node.styleName === tagRunStyle.name ? { tag: true } : {}),
      };
      return (node.children ?? []).flatMap((child) => runsOf(child, own));
    }
    case 'hyperlink': {
      const { href } = node;
      const inside = (node.children ?? []).flatMap((child) => runsOf(child, look));
      return typeof href === 'string' ? inside.map((run) => ({ ...run, link: href })) : inside;
    }
    default:
      return (node.children ?? []).flatMap((child) => runsOf(child, look));
  }
}

const textOf = (node: MammothNode): string =>
  node.value ?? (node.children ?? []).map((child) => textOf(child)).join('');

function* commentsIn(node: MammothNode): Generator<string> {
  if (node.type === 'commentReference' && node.commentId !== undefined) yield node.commentId;
  for (const child of node.children ?? []) yield* commentsIn(child);
}

function* marksOf(node: MammothNode): Generator<WordMark> {
  if (node.type === 'image') yield 'image';
  if (node.type === 'noteReference') yield 'note';
  if (node.type === 'checkbox') yield 'check-box';
  if (node.type === 'run' && textOf(node).trim() !== '') {
    if (node.isStrikethrough === true) yield 'struck';
    if (node.isItalic === true) yield 'italic';
    if (typeof node.highlight === 'string') yield 'highlight';
  }
  for (const child of node.children ?? []) yield* marksOf(child);
}
