import { lengthIn, type LengthUnit } from '../../main/contract/text-length.ts';
import type { FieldRules } from '../../main/contract/rulebook-view.ts';

/** How long a text is against one limit of its field. */
export interface FieldCount {
  readonly unit: LengthUnit;
  readonly length: number;
  readonly max: number;
  /** By how much it is too long; 0 where it is not. */
  readonly over: number;
  readonly level: FieldRules['limits'][number]['level'];
}

/** The count to show always, that of the gravest limit, and the counts of others that the text is over. */
export function fieldCounts(text: string, limits: FieldRules['limits']): readonly FieldCount[] {
  const counts = limits.map(({ unit, max, level }) => {
    const length = lengthIn(unit, text);
    return { unit, length, max, level, over: Math.max(0, length - max) };
  });
  return counts.filter((one, place) => place === 0 || (one.over > 0 && counts[0]?.over === 0));
}
