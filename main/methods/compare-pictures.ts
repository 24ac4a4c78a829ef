import type { DossierDocument } from '../contract/dossier.ts';
import type { FileInspection } from '../contract/files.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { repeatedPictures } from '../core/files/repeated-pictures.ts';

/** So many pairs of pictures are compared, in some milliseconds, before others have their turn. */
const pairsAtOnce = 32;

/**
 * Compares the pictures of every field with each other ahead of judging, which finds them compared then: a hundred pictures are thousands of
 * pairs, and nobody else would be answered meanwhile. Throws the signal's reason when cancelled.
 */
export async function comparePictures(
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection>,
  signal: AbortSignal,
): Promise<void> {
  const fields = Map.groupBy(usedFiles(document), ({ field }) => field);
  let left = pairsAtOnce;
  for (const used of fields.values()) {
    // Papers have no likeness: they are compared by their fingerprints.
    const files = used
      .flatMap(({ path }) => inspections.get(path) ?? [])
      .filter(({ picture }) => picture !== undefined);
    const comparing = repeatedPictures(files);
    while (comparing.next().done !== true) {
      left -= 1;
      if (left > 0) continue;
      await new Promise((done) => setImmediate(done));
      signal.throwIfAborted();
      left = pairsAtOnce;
    }
  }
}
