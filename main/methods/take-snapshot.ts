import type { DossierDocument } from '../contract/dossier.ts';
import type { HistoryEntry } from '../contract/history.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { snapshotOf, type DossierSnapshot, type LetterThen } from '../core/history/dossier-snapshot.ts';
import { elementTexts } from '../core/letters/element-texts.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';
import { neededLetters, type MadeLetter } from './needed-letters.ts';

/** Files whose bytes are known already, by path. */
type KnownFiles = ReadonlyMap<string, { readonly sha256?: string | undefined; readonly sizeBytes: number }>;

/**
 * A dossier as it is now: its text, the hash of every file that it names and that can be read, and its letters — those
 * given, else all that can be made.
 */
export async function takeSnapshot(
  world: World,
  open: OpenDossier,
  context: CallContext,
  known: { readonly files?: KnownFiles; readonly letters?: readonly MadeLetter[] } = {},
): Promise<DossierSnapshot> {
  const rulebook = await world.rulebooks.load(open.document.platform);
  const letters = known.letters ?? (await neededLetters(world, open));
  return snapshotOf(rulebook, {
    yamlText: open.yamlText,
    document: open.document,
    files: await filesOf(world, open, known.files ?? new Map(), context),
    letters: letters.flatMap(letterThen),
  });
}

async function filesOf(
  world: World,
  { ref, document }: Pick<OpenDossier, 'ref'> & { readonly document: DossierDocument },
  known: KnownFiles,
  context: CallContext,
): Promise<HistoryEntry['files']> {
  const paths = [...new Set(usedFiles(document).map(({ path }) => path))].toSorted();
  const found: HistoryEntry['files'][number][][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let path = paths[next]; path !== undefined; path = paths[next]) {
      const at = next;
      next += 1;
      context.signal.throwIfAborted();
      const { sha256, sizeBytes } =
        known.get(path) ?? (await inspectFile(world, ref, path, ['identity'], context.signal));
      found[at] = sha256 === undefined ? [] : [{ path, sha256, sizeBytes }];
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found.flat();
}

/** As many files are read for their hashes at once: small ones take longer to be opened than read. */
const atOnce = 4;

/** What is kept of a letter that can be printed; nothing of one that cannot. */
function letterThen({ filled, state, template }: MadeLetter): readonly LetterThen[] {
  const { letter, revision, ingredients } = state;
  if (revision === null || ingredients === undefined) return [];
  const words =
    filled.kind === 'filled'
      ? filled.tree.blocks
          .flatMap(elementTexts)
          .filter((text) => text !== '')
          .join('\n')
      : null;
  return [{ letter, title: template.title, revision, origin: ingredients, words }];
}
