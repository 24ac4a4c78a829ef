import type { HistoryEntry } from '../contract/history.ts';

/** What was exported and printed of each dossier, with the texts as they were. It travels with the dossier's folder. */
export interface HistoryShelf {
  /** Oldest first; none of a dossier of which nothing was kept. Throws `history-damaged`. */
  list(ref: string): Promise<readonly HistoryEntry[]>;
  /** A text kept by its SHA-256. Throws `history-damaged` where it is gone. */
  text(ref: string, sha256: string): Promise<string>;
  /** Every text that only this dossier's history names, by its SHA-256; one that was masked is so. Throws `history-damaged`. */
  ownTexts(ref: string): Promise<ReadonlyMap<string, string>>;
  /** Puts others in the place of texts, under the SHA-256 that those had, and overwrites the bytes of before. */
  mask(ref: string, texts: ReadonlyMap<string, string>): Promise<void>;
  /** Adds an entry and the texts that it names, whole or not at all; one that is there already is left as it is. */
  add(ref: string, entry: HistoryEntry, texts: readonly string[]): Promise<void>;
}
