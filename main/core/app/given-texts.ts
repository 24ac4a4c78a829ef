import type { Subject } from '../review/check.ts';

/** A text that a field holds; `at` is its own place where the field holds several. */
export interface GivenText {
  readonly text: string;
  readonly at?: string;
}

/** The text of a subject; null for blank or anything but text. */
export const textOf = (subject: Subject): string | null =>
  subject.kind === 'field' && typeof subject.value === 'string' && subject.value.trim() !== ''
    ? subject.value
    : null;

/** The texts of a field that holds one text or a list of texts, blank ones left out. */
export function textsOf(subject: Subject): readonly GivenText[] {
  const single = textOf(subject);
  if (single !== null) return [{ text: single }];
  if (subject.kind !== 'field' || !Array.isArray(subject.value)) return [];
  return subject.value.flatMap((text: unknown, index) =>
    typeof text === 'string' && text.trim() !== '' ? [{ text, at: `${subject.field}.${index}` }] : [],
  );
}
