/** What the review must know of one letter: what a current print of it says of itself. */
export interface LetterState {
  readonly letter: string;
  /** The requirement whose scan it becomes. */
  readonly requirement: string;
  /** Null while data is missing: then no print is current. */
  readonly revision: string | null;
  /** Number of its pages; null while data is missing. */
  readonly pages: number | null;
  /** The dossier's name in page codes. */
  readonly dossier: string;
}
