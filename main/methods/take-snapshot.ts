import type { DossierDocument } from '../contract/dossier.ts';
import type { HistoryEntry } from '../contract/history.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { decodeDossierText } from '../core/dossier/dossier-text.ts';
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
    yamlText: await yamlTextOf(world, open.ref),
    document: open.document,
    files: await filesOf(world, open, known.files ?? new Map(), context),
    letters: letters.flatMap(letterThen),
  });
}

/** The text of a dossier's dossier.yaml. */
async function yamlTextOf(world: World, ref: string): Promise<string> {
  const [yaml] = await world.dossiers.exportEntries(ref);
  if (yaml === undefined || !(yaml.content instanceof Uint8Array))
    throw new Error('dossier.yaml comes first, as bytes');
  return decodeDossierText(Buffer.from(yaml.content), 'dossier.yaml');
}

async function filesOf(
  world: World,
  { ref, document }: Pick<OpenDossier, 'ref'> & { readonly document: DossierDocument },
  known: KnownFiles,
  context: CallContext,
): Promise<HistoryEntry['files']> {
  const paths = [...new Set(usedFiles(document).map(({ path }) => path))].toSorted();
  const files: HistoryEntry['files'] = [];
  for (const path of paths) {
    context.signal.throwIfAborted();
    const { sha256, sizeBytes } =
      known.get(path) ?? (await inspectFile(world, ref, path, ['identity'], context.signal));
    if (sha256 !== undefined) files.push({ path, sha256, sizeBytes });
  }
  return files;
}

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
