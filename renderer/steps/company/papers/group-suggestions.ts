import type { FieldSuggestion } from '../../../../main/contract/read-paper.ts';
import { isSame, pathOf, valueAt, withValue, type FieldPath } from '../../../client/field-path.ts';

/** What one or more papers say for a field, the same words once. */
export interface Reading {
  /** The one that was read best. */
  readonly best: FieldSuggestion;
  /** Against what the form holds at this moment. */
  readonly state: FieldSuggestion['state'];
  /** Other papers that say the same. */
  readonly alsoIn: readonly string[];
}

/** Everything that papers say for one field. */
export interface SuggestedField {
  readonly field: string;
  /** What the form holds; null where it is empty. */
  readonly current: string | null;
  readonly state: FieldSuggestion['state'];
  readonly readings: readonly Reading[];
}

/** Width, spaces and case tell nothing here: print and recognition both change them. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();

function currentOf(document: unknown, field: string): string | null {
  const value = valueAt(document, pathOf(field));
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function stateOf(suggestion: FieldSuggestion, current: string | null): FieldSuggestion['state'] {
  if (current === suggestion.current) return suggestion.state;
  if (current === null) return 'fills';
  return plain(current) === plain(suggestion.value) ? 'same' : 'differs';
}

const byTrust = (a: FieldSuggestion, b: FieldSuggestion): number =>
  Number(b.isVerified) - Number(a.isVerified) || b.confidence - a.confidence;

function readingsOf(suggestions: readonly FieldSuggestion[], current: string | null): readonly Reading[] {
  const byWords = Map.groupBy(suggestions, ({ value }) => plain(value));
  return [...byWords.values()].flatMap((same) => {
    const [best, ...others] = same.toSorted(byTrust);
    if (best === undefined) return [];
    const alsoIn = [...new Set(others.map(({ path }) => path))].filter((path) => path !== best.path);
    return [{ best, state: stateOf(best, current), alsoIn }];
  });
}

/** Suggestions by field in the order of the form, as they stand against what `document` holds now. */
export function groupSuggestions(
  suggestions: readonly FieldSuggestion[],
  document: unknown,
): readonly SuggestedField[] {
  const byField = Map.groupBy(suggestions, ({ field }) => field);
  const fields = [...byField].map(([field, ofField]): SuggestedField => {
    const current = currentOf(document, field);
    const readings = readingsOf(ofField, current);
    const isSettled = readings.every(({ state }) => state === 'same');
    return {
      field,
      current,
      readings,
      state: current === null ? 'fills' : isSettled ? 'same' : 'differs',
    };
  });
  return fields.toSorted((a, b) => placeOf(a.field) - placeOf(b.field));
}

/** Fields as they follow each other on the page; parties stand last. */
const order = [
  'company.name', 'company.uscc', 'company.address', 'company.icpNumber', 'company.legalRepresentative.name',
  'company.legalRepresentative.idNumber', 'company.agent.name', 'company.agent.idNumber',
]; // prettier-ignore
const placeOf = (field: string): number =>
  order.includes(field) ? order.indexOf(field) : order.length + Number(field.split('.')[1] ?? 0);

/** What can be taken at once: empty fields of which every paper says the same. */
export const takenAtOnce = (fields: readonly SuggestedField[]): readonly FieldSuggestion[] =>
  fields.flatMap(({ state, readings: [only, ...others] }) =>
    state === 'fills' && only !== undefined && others.length === 0 ? [only.best] : [],
  );

/** A change of the dossier, and what stood there before; null is nothing. */
export interface TakenEdit {
  readonly path: FieldPath;
  readonly value: unknown;
  readonly was: unknown;
}

/** The edits that put suggestions into the dossier. Parties have no ids: their list is saved as a whole. */
export function editsOf(taken: readonly FieldSuggestion[], document: unknown): readonly TakenEdit[] {
  let next = document;
  for (const { field, value } of taken) next = withValue(next, pathOf(field), value);
  const places = new Set(taken.map(({ field }) => (field.startsWith('parties.') ? 'parties' : field)));
  return [...places].map((place) => {
    const path = pathOf(place);
    return { path, value: valueAt(next, path), was: valueAt(document, path) ?? null };
  });
}

/** The edits that take them back; what was changed since stays as it is. */
export const undoOf = (edits: readonly TakenEdit[], document: unknown): readonly TakenEdit[] =>
  edits
    .filter(({ path, value }) => isSame(valueAt(document, path), value))
    .map(({ path, value, was }) => ({ path, value: was, was: value }));
