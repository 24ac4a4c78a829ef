import type { PageElement } from '../../contract/laid-out-document.ts';
import type { Block } from '../../contract/letters.ts';

type Table = Extract<Block, { kind: 'table' }>;

const alone = (tag: PageElement['tag']): PageElement => ({ tag, parent: null });

/**
 * The elements of a block in reading order, for a screen reader; parents count within the block. Text that a block's
 * rows leave without an element is of the first.
 */
export function blockElements(block: Block): readonly PageElement[] {
  switch (block.kind) {
    case 'title':
      return [alone('H1')];
    case 'heading':
      return [alone(headingTags[block.level])];
    case 'salutation':
    case 'paragraph':
    case 'note':
      return [alone('P')];
    case 'particulars':
      return [
        alone('L'),
        ...block.rows.flatMap((_, index): readonly PageElement[] => [
          { tag: 'LI', parent: 0 },
          { tag: 'Lbl', parent: 1 + 3 * index },
          { tag: 'LBody', parent: 1 + 3 * index },
        ]),
      ];
    case 'table':
      return tableElements(block);
    case 'handwritten':
      return [...block.copies, ...(block.isDated ? ['date'] : [])].map(() => alone('P'));
    case 'signature':
      // The lines to sign on, then the party, then the date.
      return [...block.lines, ...(block.suggested ?? []), 'party', 'date'].map(() => alone('P'));
  }
}

const headingTags = { 1: 'H2', 2: 'H3', 3: 'H4', 4: 'H5' } as const;

/** Whether a table has a heading: any title that is not empty. */
export function hasTableHeading(table: Table): boolean {
  return table.columns.some(({ title }) => title !== '');
}

/** The element of a cell, counted as `blockElements` does. */
export function tableElement(table: Table, row: number | 'heading', column: number): number {
  const before = row === 'heading' ? 0 : row + (hasTableHeading(table) ? 1 : 0);
  return 2 + before * (table.columns.length + 1) + column;
}

function tableElements(table: Table): readonly PageElement[] {
  const rows = [...(hasTableHeading(table) ? (['TH'] as const) : []), ...table.rows.map(() => 'TD' as const)];
  return [
    alone('Table'),
    ...rows.flatMap((tag, index): readonly PageElement[] => {
      const row = 1 + index * (table.columns.length + 1);
      return [{ tag: 'TR', parent: 0 }, ...table.columns.map(() => ({ tag, parent: row }))];
    }),
  ];
}
