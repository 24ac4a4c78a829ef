import type { Block } from '../../contract/letters.ts';
import { hasTableHeading } from './page-elements.ts';

/** The text of each element of a block, in the order of `blockElements`; empty for those that only hold others. */
export function elementTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.text];
    case 'salutation':
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.runs.map(({ text }) => text).join('')];
    case 'particulars':
      return ['', ...block.rows.flatMap(({ label, value }) => ['', `${label}：`, value])];
    case 'table':
      return [
        '',
        ...(hasTableHeading(block) ? ['', ...block.columns.map(({ title }) => title)] : []),
        ...block.rows.flatMap((cells) => ['', ...block.columns.map((_, index) => cells[index] ?? '')]),
      ];
    case 'handwritten':
      return [...block.copies, ...(block.isDated ? [''] : [])];
    case 'signature':
      return [...block.lines, ...(block.suggested ?? []), block.party, block.date ?? ''];
  }
}
