import type { Block, DocumentTree, ItemNumber, Run } from '../../contract/letters.ts';
import type { WordBlock, WordDocument, WordParagraph, WordRun, WordStyle } from '../../contract/word.ts';
import { levelNumber } from './numbering.ts';
import type { LetterTemplate } from './template.ts';
import { wordOfSigning } from './word-of-signing.ts';
import { typographyOf, type Typography } from './typography.ts';
import { wordParticulars } from './word-particulars.ts';

/**
 * A filled letter as a Word file: the same blocks as its PDF, in named styles, numbered by Word itself. It bears no page
 * codes, for what is edited is no longer what they stand for; letter, version and revision are properties of the file.
 */
export function wordOfLetter(
  tree: DocumentTree,
  template: Pick<LetterTemplate, 'id' | 'version' | 'origin'>,
): WordDocument {
  const typography = typographyOf(tree.style);
  const lists = createLists();
  const blocks = tree.blocks.flatMap((block, index): readonly WordBlock[] => {
    const made = wordOf(block, typography, lists);
    const next = tree.blocks[index + 1]?.kind;
    // A signature never stands alone on a page, and what introduces a table stays with it.
    return next === 'signature' || next === 'handwritten' || next === 'table' ? keptWithNext(made) : made;
  });
  return {
    title: tree.title,
    author: tree.author,
    subject: tree.subject,
    description: note,
    language: tree.language,
    properties: {
      'yinqi-kind': 'letter',
      'yinqi-letter': template.id,
      'yinqi-version': template.version,
      'yinqi-origin': template.origin,
      'yinqi-revision': tree.code?.revision ?? 'draft',
      ...(tree.code === null ? {} : { 'yinqi-dossier': tree.code.dossier }),
    },
    style: tree.style,
    header: tree.isDraft ? '草稿' : '',
    blocks,
  };
}

/** What the file says of itself: what is edited is no longer what a page code would stand for. */
const note =
  'Word 稿供修改。页上没有页码标识：改过的内容与案卷不再一致，打印、签章后的扫描件不能自动归档，请手动放到对应的函件。';

function keptWithNext(blocks: readonly WordBlock[]): readonly WordBlock[] {
  return blocks.map((block, index) =>
    block.kind === 'paragraph' && index === blocks.length - 1 ? { ...block, keepWithNext: true } : block,
  );
}

function wordOf(block: Block, typography: Typography, lists: Lists): readonly WordBlock[] {
  switch (block.kind) {
    case 'title':
      return [paragraph('title', [{ text: block.text }])];
    case 'salutation':
      return [paragraph('salutation', block.runs)];
    case 'heading':
      return [
        {
          ...paragraph(`heading-${block.level}`, withoutNumber(block.runs, block.number)),
          ...(block.number === undefined ? { isUnnumbered: true } : {}),
        },
      ];
    case 'paragraph':
      return [textParagraph(block, lists)];
    case 'note':
      return [paragraph('note', block.runs)];
    case 'particulars':
      return wordParticulars(
        block.rows.map(({ label, value }) => ({ label: [{ text: label }], value: [{ text: value }] })),
        typography,
      );
    case 'table':
      return [
        {
          kind: 'table',
          shares: block.columns.map(({ share }) => share),
          rows: [block.columns.map(({ title }) => [{ text: title }]), ...block.rows.map(cellRow)],
          hasHeading: true,
          ...(block.sizePt === undefined ? {} : { sizePt: block.sizePt }),
        },
      ];
    case 'handwritten':
    case 'signature':
      return wordOfSigning(block, typography);
  }
}

const cellRow = (cells: readonly string[]): readonly (readonly WordRun[])[] =>
  cells.map((text) => [{ text }]);

const paragraph = (style: WordStyle, runs: readonly WordRun[]): WordParagraph => ({
  kind: 'paragraph',
  style,
  runs,
});

function textParagraph(block: Extract<Block, { kind: 'paragraph' }>, lists: Lists): WordParagraph {
  const { number, runs } = block;
  if (number !== undefined) {
    const level = Math.min(5, Math.max(1, number.level)) as 1 | 2 | 3 | 4 | 5; // Safe: cut to these.
    return { ...paragraph(`item-${level}`, withoutNumber(runs, number)), list: lists.of(number) };
  }
  if (block.align === 'centre' || block.align === 'end') return paragraph(block.align, runs);
  return paragraph(block.indent ? 'body' : 'salutation', runs);
}

/** Runs without the number that they begin with: Word counts itself. */
function withoutNumber(runs: readonly Run[], number: ItemNumber | undefined): readonly Run[] {
  if (number === undefined) return runs;
  const text = levelNumber(number.level, number.value);
  const [first, ...others] = runs;
  if (first === undefined || !first.text.startsWith(text)) return runs;
  const rest = { ...first, text: first.text.slice(text.length) };
  return rest.text === '' ? others : [rest, ...others];
}

/** Which list of the Word file an item belongs to: a new one wherever its level counts from 1 again and Word would count on. */
interface Lists {
  of(number: ItemNumber): number;
}

function createLists(): Lists {
  const counting = new Map<number, { readonly list: number; readonly value: number }>();
  let made = 0;
  return {
    of({ level, value }) {
      const own = counting.get(level);
      const parent = counting.get(level - 1);
      for (const other of counting.keys()) if (other > level) counting.delete(other);
      let list: number;
      if (own !== undefined && own.value + 1 === value) list = own.list;
      // Under an item of its own list, a deeper level counts from 1 by itself.
      else if (own === undefined && parent !== undefined && value === 1) list = parent.list;
      else list = made += 1;
      counting.set(level, { list, value });
      return list;
    },
  };
}
