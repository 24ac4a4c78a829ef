import { Failure } from '../contract/failure.ts';
import { isUnneeded, planUndo } from '../core/files/repair-record.ts';
import { isSamePath } from '../core/files/same-path.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';

/**
 * Puts the fields back as they were before a repair and takes its record away; files that came of it go where nothing uses them and
 * they are as they were made. Throws `unknown-repair`, `repair-overtaken`, `original-gone`; then nothing is changed.
 */
export async function undoRepair(
  world: World,
  open: OpenDossier,
  id: string,
  context: CallContext,
): Promise<OpenDossier> {
  const record = open.document.repairs?.[id];
  if (record === undefined) {
    throw new Failure(
      'unknown-repair',
      { zh: `没有「${id}」的修复记录`, en: `No repair “${id}” is on record` },
      {
        zh: '可能已经撤销过了；已做的修复记在 dossier.yaml 的 repairs 里',
        en: 'It may be undone already; those made are under `repairs` in dossier.yaml',
      },
    );
  }
  const undo = planUndo(open.document, id, record, open.files);
  if (undo.kind === 'changed-since') {
    throw new Failure(
      'repair-overtaken',
      {
        zh: `修复之后「${undo.field}」又改过，没有撤销`,
        en: `${undo.field} was changed after the repair, which was not undone`,
      },
      {
        zh: '如果之后又做过别的修复，请先撤销那一个；否则请直接改这一项',
        en: 'If another repair was made since, undo that one first; else change the field itself',
      },
    );
  }
  if (undo.kind === 'original-gone') {
    throw new Failure(
      'original-gone',
      {
        zh: `原文件「${undo.path}」已经不在案卷里，没有撤销`,
        en: `The original “${undo.path}” is no longer in the dossier; nothing was undone`,
      },
      { zh: '请把原文件放回原处再撤销', en: 'Put it back under its name and undo the repair then' },
    );
  }
  let now = await world.dossiers.edit(open.ref, open.revision, undo.plan.edits);
  for (const { path, sha256 } of undo.plan.removed) {
    const isThere = now.files.some((file) => isSamePath(file.path, path));
    if (!isThere || !isUnneeded(now.document, path)) continue;
    const found = await inspectFile(world, open.ref, path, ['identity'], context.signal);
    // What someone has worked on since stays.
    if (found.sha256 === sha256) now = await world.dossiers.removeFile(open.ref, path);
  }
  return now;
}
