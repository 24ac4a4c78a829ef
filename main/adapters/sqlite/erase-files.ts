import { eraseFile } from '../disk/erase-file.ts';
import type { Blobs } from './blobs.ts';
import type { FileRow, Rows } from './rows.ts';

/**
 * Erases contents that nothing refers to any more, with other writers kept out, and empties the write-ahead log, so that no page of the
 * database keeps what was deleted. Answers by path which dossiers and kept companies still hold a content; such a one stays.
 */
export function eraseContents(
  rows: Rows,
  blobs: Blobs,
  gone: readonly FileRow[],
): ReadonlyMap<string, readonly string[]> {
  const heldBy = new Map<string, readonly string[]>();
  rows.exclusively(() => {
    for (const { path, sha256 } of gone) {
      const holders = rows.holders(sha256);
      if (holders.length > 0) heldBy.set(path, holders);
      else eraseFile(blobs.pathOf(sha256));
    }
  });
  rows.checkpoint();
  return heldBy;
}
