import type { Block } from '../../contract/letters.ts';

/** Every text that a block prints, in reading order. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.text];
    case 'salutation':
    case 'heading':
    case 'paragraph':
    case 'note':
      return block.runs.map(({ text }) => text);
    case 'particulars':
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
    case 'handwritten':
      return block.copies;
    case 'signature':
      return [
        block.party,
        ...block.lines,
        ...(block.suggested ?? []),
        block.date ?? '',
        block.seal?.label ?? '',
        block.fingerprint?.label ?? '',
      ];
  }
}
