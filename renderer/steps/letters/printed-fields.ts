import type { WordBox } from '../../../main/contract/letter-preview.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import type { FieldPath } from '../../client/field-path.ts';

/** A field with the pages, from 0, that it stands on. */
export interface PrintedField {
  readonly field: string;
  readonly title: string;
  readonly pages: readonly number[];
}

/** The fields behind the words of a letter, each once, in reading order. */
export function fieldsOnPages(words: readonly WordBox[]): readonly PrintedField[] {
  const fields = new Map<string, { readonly title: string; readonly pages: Set<number> }>();
  for (const { field, title, page } of words) {
    const known = fields.get(field) ?? { title, pages: new Set() };
    known.pages.add(page);
    fields.set(field, known);
  }
  return Array.from(fields, ([field, { title, pages }]) => ({ field, title, pages: [...pages] }));
}

/** How a field is typed beside a preview, and where it is saved. */
export interface Typing {
  readonly kind: LetterSummary['fields'][number]['kind'];
  readonly path: FieldPath;
}

/** How a field is typed beside the preview of a letter; null for one that is chosen elsewhere. */
export function typingOf(
  field: string,
  { letter, fields }: Pick<LetterSummary, 'letter' | 'fields'>,
): Typing | null {
  const path = field.split('.');
  if (path[0] === 'letters') {
    const own = fields.find(({ id }) => field === `letters.${letter}.fields.${id}`);
    return { kind: own?.kind ?? 'date', path };
  }
  const party = /^parties\.(\d+)\.(name|identifier|representative)$/.exec(field);
  if (party !== null) return { kind: 'text', path: ['parties', Number(party[1]), party[2] ?? ''] };
  const isText = /^(company|app)\./.test(field) && !/(idType|permissions|searchKeywords)(\.|$)/.test(field);
  return isText ? { kind: 'text', path } : null;
}
