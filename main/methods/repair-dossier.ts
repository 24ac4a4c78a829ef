import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { Repair } from '../contract/files.ts';
import type { Language, Localized } from '../contract/language.ts';
import { applyEdits } from '../core/dossier/edit-dossier.ts';
import { fieldValue } from '../core/dossier/fields.ts';
import type { FileRepair, PlannedRepair } from '../core/files/planned-repair.ts';
import { recordEdit, replaceFiles, type RepairChange } from '../core/files/repair-record.ts';
import { planRepairs } from '../core/files/repairs.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { addMadeFiles, madeOf, type AddedFile } from './add-made-files.ts';
import { inspectDossier } from './inspect-dossier.ts';
import { makeFile, type MadeFile } from './make-file.ts';

/** The repairs that an open dossier's files and texts can have. */
export async function planOpenDossier(
  world: World,
  open: OpenDossier,
  context: CallContext,
): Promise<{ readonly planned: readonly PlannedRepair[] }> {
  const [rulebook, inspections] = await Promise.all([
    world.rulebooks.load(open.document.platform),
    inspectDossier(world, open, context),
  ]);
  return { planned: planRepairs({ document: open.document, inspections, rulebook }) };
}

/** A planned repair as the API answers it; `after` may be what came of it. */
export function repairInLanguage(repair: PlannedRepair, language: Language, after?: Localized): Repair {
  const { id, rule, at, summary, before, warning, isAlone, kind } = repair;
  const hasPicture =
    kind === 'picture' || kind === 'scan' || (kind === 'copy' && repair.as.what !== 'renamed');
  return {
    id,
    rule,
    at,
    summary: summary[language],
    before: before[language],
    after: (after ?? repair.after)[language],
    ...(warning === undefined ? {} : { warning: warning[language] }),
    ...(isAlone ? { isAlone } : {}),
    ...(hasPicture ? { hasPicture } : {}),
  };
}

/**
 * Makes repairs: every new file first, then the files beside the originals, then all fields and the record of what was done in
 * one edit. Nothing is changed when one cannot be made. Throws `unknown-repair`, `repair-by-itself`, `repair-impossible`.
 */
export async function makeRepairs(
  world: World,
  open: OpenDossier,
  ids: readonly string[],
  context: CallContext,
): Promise<{ readonly open: OpenDossier; readonly done: readonly Repair[] }> {
  const { planned } = await planOpenDossier(world, open, context);
  const wanted = [...new Set(ids)].map((id) => findRepair(planned, id));
  const alone = wanted.find(({ isAlone }) => isAlone);
  if (alone !== undefined && wanted.length > 1) throw byItself(alone.at);
  const jobs: { readonly repair: FileRepair; readonly made: MadeFile }[] = [];
  for (const [index, repair] of wanted.entries()) {
    context.signal.throwIfAborted();
    if (repair.kind === 'text') continue;
    const label = { zh: `正在生成 ${repair.stem}`, en: `Making ${repair.stem}` }[context.language];
    context.onProgress({ done: index, total: wanted.length, label });
    jobs.push({ repair, made: await makeFile(world, open.ref, repair, context.signal) });
  }
  const files = jobs.map(({ repair, made }) => ({ wanted: wantedPath(repair, made), content: made.content }));
  const done: Repair[] = [];
  const edited = await addMadeFiles(world, open, files, context, (added, revision) => {
    let document: DossierDocument = open.document;
    const edits: FieldEdit[] = [];
    const edit = (one: FieldEdit): void => {
      edits.push(one);
      document = applyEdits(document, [one]);
    };
    for (const repair of wanted) {
      const at = jobs.findIndex((job) => job.repair === repair);
      const changes =
        repair.kind === 'text'
          ? [textChange(document, repair.at, repair.value)]
          : fileChanges(document, repair, added[at]);
      for (const change of changes) {
        const one =
          repair.kind === 'text'
            ? { path: change.field.split('.'), value: repair.value }
            : replaceFiles(document, change);
        if (one !== null) edit(one);
      }
      const file = added[at];
      edit(
        recordEdit(repair.id, {
          on: world.today(),
          ...(file === undefined ? {} : { made: madeOf([file]) }),
          changes: [...changes],
        }),
      );
      const figures = jobs[at]?.made.figures;
      const after =
        file === undefined || figures === undefined
          ? undefined
          : { zh: `${file.path}：${figures.zh}`, en: `${file.path}: ${figures.en}` };
      done.push(repairInLanguage(repair, context.language, after));
    }
    return world.dossiers.edit(open.ref, revision, edits);
  });
  return { open: edited, done };
}

/** What a repair would make: a picture of it, and its exact figures. Nothing is written. */
export async function previewRepair(
  world: World,
  open: OpenDossier,
  id: string,
  maxPx: number,
  context: CallContext,
): Promise<{
  readonly repair: Repair;
  readonly before: ShownPicture | null;
  readonly after: ShownPicture | null;
}> {
  const { planned } = await planOpenDossier(world, open, context);
  const repair = findRepair(planned, id);
  if (repair.kind === 'text') {
    return { repair: repairInLanguage(repair, context.language), before: null, after: null };
  }
  const made = await makeFile(world, open.ref, repair, context.signal);
  const page =
    repair.kind === 'scan' && repair.straighten.of === 'pdf' ? (repair.straighten.pages[0]?.index ?? 0) : 0;
  const source = await world.dossiers.locate(open.ref, repair.at);
  const show = async (of: MadeFile['content'], name: string): Promise<ShownPicture> => {
    const { png, widthPx, heightPx } = await world.pictures.picture(of, { page, maxPx });
    context.signal.throwIfAborted();
    return { artifact: await world.artifacts.keep(png, name, 'image/png'), widthPx, heightPx };
  };
  const told = repairInLanguage(repair, context.language, made.figures);
  if (told.hasPicture !== true) return { repair: told, before: null, after: null };
  return {
    repair: told,
    before: await show(source, 'before.png'),
    after: await show(made.content, 'after.png'),
  };
}

export interface ShownPicture {
  readonly artifact: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const wantedPath = ({ folder, stem }: FileRepair, { ending }: MadeFile): string =>
  [folder, `${stem}.${ending}`].filter((part) => part !== '').join('/');

function textChange(document: DossierDocument, field: string, value: string): RepairChange {
  const before = fieldValue(document, field);
  return { field, from: [typeof before === 'string' ? before : ''], to: [value] };
}

function fileChanges(
  document: DossierDocument,
  repair: FileRepair,
  added: AddedFile | undefined,
): readonly RepairChange[] {
  if (added === undefined) throw new Error(`no file was made for ${repair.id}`);
  return repair.fields
    .map((field) => ({ field, from: [repair.at], to: [added.path] }))
    .filter((change) => replaceFiles(document, change) !== null);
}

function findRepair(planned: readonly PlannedRepair[], id: string): PlannedRepair {
  const found = planned.find((repair) => repair.id === id);
  if (found !== undefined) return found;
  throw new Failure(
    'unknown-repair',
    {
      zh: `没有名为「${id}」的修复，或已经修复过了`,
      en: `There is no repair “${id}”, or it was made already`,
    },
    {
      zh: '请重新检查案卷，再从列出的修复中选择',
      en: 'Check the dossier again and choose from the repairs it lists',
    },
  );
}

function byItself(path: string): Failure {
  return new Failure(
    'repair-by-itself',
    {
      zh: `「${path}」带有印章或页码标识，它的修复要单独选择，没有改动任何文件`,
      en: `“${path}” bears a seal or a page code: its repair is chosen by itself, and nothing was changed`,
    },
    {
      zh: '盖过章的扫描件不会被悄悄换成另一份：请先看修复前后的图，再单独修复它',
      en: 'A stamped scan is never replaced in silence: look at both pictures and make this repair alone',
    },
  );
}
