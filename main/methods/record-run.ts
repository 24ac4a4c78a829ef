import { Failure } from '../contract/failure.ts';
import type { HistoryEntry } from '../contract/history.ts';
import { entryOf, type DossierSnapshot } from '../core/history/dossier-snapshot.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { MadeLetter } from './needed-letters.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** What became of keeping an entry: null when it is kept, else why not. What was written stays written. */
export type NotKept = string | null;

/**
 * Keeps an export or letter run in the dossier's history. A history that cannot be written, such as in a folder on a
 * read-only disk, undoes nothing: it is said why in one sentence. Throws the signal's reason.
 */
export async function recordRun(
  world: World,
  ref: string,
  snapshot: DossierSnapshot,
  {
    by,
    ...run
  }: { readonly by: string | undefined } & Pick<HistoryEntry, 'kind' | 'bundle' | 'as' | 'batch'>,
  { language }: CallContext,
  more: readonly string[] = [],
): Promise<NotKept> {
  try {
    const before = (await world.history.list(ref)).at(-1);
    const { entry, texts } = entryOf(
      snapshot,
      { ...run, at: world.now(), by: by?.trim() ?? '' },
      before,
      more,
    );
    await world.history.add(ref, entry, texts);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.text[language];
    throw error;
  }
}

/** Keeps a letter run, of Word files too; nothing where no letter was made. */
export async function recordLetters(
  world: World,
  open: OpenDossier,
  letters: readonly MadeLetter[],
  run: { readonly by: string | undefined } & Pick<HistoryEntry, 'as'>,
  context: CallContext,
): Promise<NotKept> {
  if (letters.length === 0) return null;
  const snapshot = await takeSnapshot(world, open, context, { letters });
  return recordRun(world, open.ref, snapshot, { kind: 'letters', ...run }, context);
}
