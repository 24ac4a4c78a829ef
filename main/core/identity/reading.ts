import type { IdentityCell } from '../../contract/identity.ts';
import type { Localized } from '../../contract/language.ts';

/** A cell of the identity matrix before its language is chosen. */
export type JudgedCell = Omit<IdentityCell, 'note'> & { readonly note?: Localized };

/** What a source says for a row, before it is compared. `value` null: read, and not said; `state` where nothing can be compared. */
export type Reading = Omit<JudgedCell, 'source' | 'state' | 'spellings'> & {
  readonly state?: 'not-read' | 'same' | 'different';
};
