import { compareHistory } from '../core/history/compare-history.ts';
import type { DossierSnapshot } from '../core/history/dossier-snapshot.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { faceFor } from '../core/letters/printable.ts';
import {
  resubmissionPaths,
  resubmissionText,
  resubmissionTree,
} from '../core/rejection/resubmission-note.ts';
import { makeResubmission, unansweredRejections, type Resubmission } from '../core/rejection/resubmission.ts';
import type { World } from '../world.ts';
import { snapshotOfEntry } from './history.ts';

/**
 * The note that goes with the next export: the latest rejection and those that came with it, point by point, and what
 * changed since the last export that was no draft and did not know the latest. Null where no rejection was noted down.
 */
export async function resubmissionOf(
  world: World,
  ref: string,
  now: DossierSnapshot,
  isDraft: boolean,
): Promise<Resubmission | null> {
  const { document } = now;
  const latest = document.rejections?.at(-1);
  if (latest === undefined) return null;
  const rulebook = await world.rulebooks.load(document.platform);
  const exports = (await world.history.list(ref)).filter(({ bundle }) => bundle?.draft === false);
  for (const entry of exports.toReversed()) {
    const before = await snapshotOfEntry(world, ref, entry);
    if (before.document.rejections?.some(({ id }) => id === latest.id) === true) continue;
    return makeResubmission({
      document,
      rulebook,
      rejections: unansweredRejections(document, before.document),
      since: { fileName: entry.bundle?.fileName ?? '', on: entry.at.slice(0, 10) },
      comparison: compareHistory(
        { snapshot: before, isRun: false },
        { snapshot: now, isRun: false },
        rulebook,
      ),
      date: world.today(),
      isDraft,
    });
  }
  return makeResubmission({
    document,
    rulebook,
    rejections: unansweredRejections(document, null),
    since: null,
    comparison: null,
    date: world.today(),
    isDraft,
  });
}

/** The files that a note becomes in a bundle; none without one. */
export async function resubmissionPapers(
  world: World,
  made: Resubmission | null,
): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]> {
  if (made === null) return [];
  const fonts = await world.fonts();
  const tree = resubmissionTree(made, (character) => faceFor(character, 'serif', fonts) !== null);
  const pages = await layOut(tree, fonts, (code) => world.codes.encode(code));
  return [
    { path: resubmissionPaths.pdf, content: await world.pdf.write(pages) },
    { path: resubmissionPaths.text, content: Buffer.from(resubmissionText(made), 'utf8') },
  ];
}
