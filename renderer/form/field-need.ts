import { pathOf, valueAt } from '../client/field-path.ts';
import { useLetters } from '../dossier/letters-context.tsx';
import { useSessionState } from '../dossier/session-context.tsx';

/**
 * Whether a field must be filled in; `undecided` hangs on questions not yet answered. `unsaid`: it is filled in, and
 * whether anything needs it is no longer told.
 */
export type Need = 'required' | 'optional' | 'undecided' | 'unsaid';

/** Whether the rulebook or a letter asks for a field of the open dossier. */
export function useFieldNeed(field: string): Need {
  const { report, data } = useSessionState();
  const { letters, needed } = useLetters();
  const asking = (report?.requirements ?? []).filter((one) => one.fields.includes(field) && !one.optional);
  if (needed.has(field) || asking.some((one) => one.status !== 'open')) return 'required';
  if (asking.length > 0) return 'undecided';
  const isEmpty = valueAt(data.document, pathOf(field)) === undefined;
  return isEmpty && report !== null && letters !== null ? 'optional' : 'unsaid';
}
