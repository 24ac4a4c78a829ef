import type { ILevelsOptions } from 'docx';
import type { WordStyle } from '../../contract/word.ts';
import { styleNames } from './word-styles.ts';

/** The levels of a letter, as {@link levelNumber} writes them: 一、（一）1.（1）①. */
const levels = [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimal', text: '（%4）' },
  { format: 'decimalEnclosedCircleChinese', text: '%5' },
] as const;

/**
 * The two numberings of a letter: `headings` counts by the heading styles alone; `items` is for numbered paragraphs, each
 * list an instance of its own. Both write the same figures, and an indent of two characters stands before them.
 */
export function numberings(indent: { readonly firstLine: number; readonly firstLineChars: number }) {
  const level = (index: number): ILevelsOptions => ({
    level: index,
    format: levels[index]?.format ?? 'decimal',
    text: levels[index]?.text ?? `%${index + 1}.`,
    alignment: 'left',
    suffix: 'nothing',
    style: { paragraph: { indent: { left: 0, ...indent } } },
  });
  const linked = (keys: readonly WordStyle[]): readonly ILevelsOptions[] =>
    keys.map((key, index) => ({
      ...level(index),
      style: { ...level(index).style, style: styleNames[key].id },
    }));
  return {
    config: [
      { reference: 'headings', levels: linked(['heading-1', 'heading-2', 'heading-3', 'heading-4']) },
      { reference: 'items', levels: linked(['item-1', 'item-2', 'item-3', 'item-4', 'item-5']) },
    ],
  };
}
