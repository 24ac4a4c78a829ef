import {
  byHash,
  historyDamaged,
  historyPath,
  readHistory,
  textsNamed,
  textsOf,
  writeHistory,
} from '../../core/history/history-lines.ts';
import type { FolderEntry } from '../../world/dossier-store.ts';
import type { HistoryShelf } from '../../world/history.ts';
import type { Rows } from './rows.ts';

/** The history of a database's dossiers. `requireRow` throws for a dossier that is not there. */
export function createDatabaseHistory(
  use: <T>(work: (rows: Rows) => T) => Promise<T>,
  requireRow: (rows: Rows, ref: string) => unknown,
): HistoryShelf {
  return {
    list: (ref) =>
      use((rows) => {
        requireRow(rows, ref);
        return rows.history.entries(ref);
      }),
    text: (_ref, sha256) => use((rows) => requireText(rows, sha256)),
    add: (ref, entry, texts) =>
      use((rows) =>
        rows.exclusively(() => {
          requireRow(rows, ref);
          rows.history.insert(ref, entry, byHash(texts));
        }),
      ),
    ownTexts: (ref) =>
      use((rows) => {
        requireRow(rows, ref);
        const named = [...new Set(rows.history.entries(ref).flatMap(textsOf))];
        const own = named.filter((sha256) => !rows.history.isSharedText(ref, sha256));
        return new Map(own.map((sha256) => [sha256, requireText(rows, sha256)]));
      }),
    mask: (ref, texts) =>
      use((rows) => {
        rows.exclusively(() => {
          requireRow(rows, ref);
          for (const [sha256, text] of texts) rows.history.replaceText(sha256, text);
        });
        // The log keeps no page of before; in the database itself SQLite overwrites them.
        rows.checkpoint();
      }),
  };
}

/** A dossier's history as the file of its folder; none while nothing was kept. Throws `history-damaged` where a text is gone. */
export function historyFile(rows: Rows, dossier: string): readonly FolderEntry[] {
  const entries = rows.history.entries(dossier);
  if (entries.length === 0) return [];
  const named = [...new Set(entries.flatMap(textsOf))];
  const texts = new Map(named.map((sha256) => [sha256, requireText(rows, sha256)]));
  return [{ path: historyPath, content: new TextEncoder().encode(writeHistory({ entries, texts })) }];
}

/** Takes the history of a dossier's folder in; throws `history-damaged`. Runs inside the caller's transaction. */
export function insertHistory(rows: Rows, dossier: string, content: string): void {
  const { entries, texts } = readHistory(content, historyPath);
  for (const entry of entries) {
    rows.history.insert(dossier, entry, textsNamed(entry, texts));
  }
}

const requireText = (rows: Rows, sha256: string): string => {
  const text = rows.history.text(sha256);
  if (text === undefined) throw historyDamaged('yinqi.sqlite', 0);
  return text;
};
