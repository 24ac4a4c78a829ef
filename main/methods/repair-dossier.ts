import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { Repair } from '../contract/files.ts';
import type { Language, Localized } from '../contract/language.ts';
import { applyEdits } from '../core/dossier/edit-dossier.ts';
import { formatBytes, formatPx, typeTitle } from '../core/files/figures.ts';
import type { PictureRepair, PlannedRepair } from '../core/files/planned-repair.ts';
import { planRepairs } from '../core/files/repairs.ts';
import type { CallContext, OpenDossier, World } from '../world.ts';
import { inspectDossier } from './inspect-dossier.ts';
import { replaceEdit } from './replace-file.ts';

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

/** A planned repair as the API answers it. */
export const repairInLanguage = (
  { id, rule, at, summary, before, after }: Omit<PlannedRepair, 'kind'>,
  language: Language,
): Repair => ({ id, rule, at, summary: summary[language], before: before[language], after: after[language] });

/** A repair that was made: `after` is what came of it. */
export type MadeRepair = Pick<PlannedRepair, 'id' | 'rule' | 'at' | 'summary' | 'before' | 'after'>;

/**
 * Makes repairs: every new picture first, then the files beside the originals, then all fields in one edit. Nothing
 * is changed when one cannot be made. Throws `unknown-repair`, `repair-impossible`.
 */
export async function makeRepairs(
  world: World,
  open: OpenDossier,
  ids: readonly string[],
  context: CallContext,
): Promise<{ readonly open: OpenDossier; readonly done: readonly MadeRepair[] }> {
  const { planned } = await planOpenDossier(world, open, context);
  const wanted = [...new Set(ids)].map(
    (id) => planned.find((repair) => repair.id === id) ?? refuseUnknown(id),
  );
  const pictures = new Map<PictureRepair, Made>();
  for (const repair of wanted) {
    context.signal.throwIfAborted();
    if (repair.kind !== 'picture') continue;
    const label = { zh: `正在生成 ${repair.stem}`, en: `Making ${repair.stem}` }[context.language];
    context.onProgress({ done: pictures.size, total: wanted.length, label });
    pictures.set(repair, await makePicture(world, open.ref, repair));
  }
  let now = open;
  let document: DossierDocument = open.document;
  const edits: FieldEdit[] = [];
  const done: MadeRepair[] = [];
  const edit = (one: FieldEdit): void => {
    edits.push(one);
    document = applyEdits(document, [one]);
  };
  for (const repair of wanted) {
    const { id, rule, at, summary, before } = repair;
    if (repair.kind === 'text') {
      edit({ path: repair.at.split('.'), value: repair.value });
      done.push({ id, rule, at, summary, before, after: repair.after });
      continue;
    }
    const made = pictures.get(repair);
    if (made === undefined) throw new Error(`no picture was made for ${id}`);
    const added = await world.dossiers.addFile(open.ref, wantedPath(repair, made), made.bytes);
    now = added.dossier;
    for (const field of repair.fields) edit(replaceEdit(document, field, repair.at, added.path));
    done.push({ id, rule, at, summary, before, after: describe(repair, made, added.path) });
  }
  return { open: await world.dossiers.edit(open.ref, now.revision, edits), done };
}

interface Made {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
}

async function makePicture(world: World, ref: string, repair: PictureRepair): Promise<Made> {
  const source = await world.dossiers.locate(ref, repair.at);
  const { widthPx, heightPx, maxBytes, types } = repair.fit;
  for (const type of types) {
    const made = await world.pictures.fit(source, { widthPx, heightPx, type, maxBytes });
    if (made !== null) return made;
  }
  const size = formatPx(widthPx, heightPx);
  throw new Failure(
    'repair-impossible',
    {
      zh: `「${repair.at}」压缩到 ${size} 像素、${formatBytes(maxBytes)} 以内会明显失真，没有修复`,
      en: `“${repair.at}” cannot be brought to ${size} px within ${formatBytes(maxBytes)} without visible harm and was not repaired`,
    },
    {
      zh: '请用画面更简单的图片，或在作图软件里手动压缩；没有改动任何文件',
      en: 'Use a simpler picture, or compress it by hand in a picture editor; nothing was changed',
    },
  );
}

const wantedPath = ({ folder, stem }: PictureRepair, { type }: Made): string =>
  [folder, `${stem}.${type === 'png' ? 'png' : 'jpg'}`].filter((part) => part !== '').join('/');

function describe({ fit }: PictureRepair, { bytes, type }: Made, path: string): Localized {
  const size = formatPx(fit.widthPx, fit.heightPx);
  const weight = formatBytes(bytes.length);
  return {
    zh: `${path}：${size} 像素，${typeTitle(type).zh}，${weight}`,
    en: `${path}: ${size} px, ${typeTitle(type).en}, ${weight}`,
  };
}

function refuseUnknown(id: string): never {
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
