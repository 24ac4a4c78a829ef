import type { PageCodeChoice } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Ingredients } from './letter-origin.ts';

/** What the review must know of one letter: what a current print of it says of itself. */
export interface LetterState {
  readonly letter: string;
  readonly title?: Localized;
  /** The requirement whose scan it becomes; null for a notice, which belongs to none. */
  readonly requirement: string | null;
  /** Null while data is missing: then no print is current. */
  readonly revision: string | null;
  /** Number of its pages; null while data is missing. */
  readonly pages: number | null;
  /** The dossier's name in page codes. */
  readonly dossier: string;
  /** `off`: its pages bear no page code, so that no scan of them can be told. */
  readonly pageCode?: PageCodeChoice;
  /** The platform's form that it is made on; absent in our own wording. */
  readonly form?: { readonly version: number };
  /** What a print of today is made from, to be compared with what is written down of older ones. */
  readonly ingredients?: Ingredients;
}
