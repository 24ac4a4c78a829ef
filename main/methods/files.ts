import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { FileInspection } from '../contract/files.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import { fileFields, filesOfField, usedFiles } from '../core/dossier/fields.ts';
import { formatBytes } from '../core/files/figures.ts';
import { isSamePath } from '../core/files/same-path.ts';
import type { World } from '../world.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import { depthOfField, inspectDossier, inspectFile } from './inspect-dossier.ts';
import { availableLetters } from './letter-notices.ts';
import type { Methods } from './method.ts';
import { printEdits } from './record-prints.ts';
import { replaceEdit } from './replace-file.ts';

/** The methods on a dossier's files. */
export const fileMethods: Pick<Methods, 'files.import' | 'files.remove' | 'files.inspect' | 'files.picture'> =
  {
    async 'files.import'(world, { dossier, file, slot }, { signal }) {
      const local = world.grants.resolve(file);
      if (slot !== undefined) requireSlot(slot);
      requireImportable(await world.inspector.inspect(local, local.name, 'identity', signal), local);
      const added = await world.dossiers.addFile(dossier, `${folderOf(slot)}/${local.name}`, local);
      const edit = slot === undefined ? null : placeEdit(added.dossier.document, slot, added.path);
      const placed =
        edit === null ? added.dossier : await world.dossiers.edit(dossier, added.dossier.revision, [edit]);
      const depth = slot === undefined ? 'identity' : depthOfField(slot);
      const inspection = await inspectFile(world, dossier, added.path, [depth], signal);
      const prints = slot === undefined ? [] : await printsOf(world, placed, slot, inspection);
      const open = prints.length === 0 ? placed : await world.dossiers.edit(dossier, placed.revision, prints);
      return { ...dossierData(open), path: added.path, inspection };
    },

    async 'files.remove'(world, { dossier, path }) {
      const open = await world.dossiers.open(dossier);
      const fields = [
        ...new Set(
          usedFiles(open.document)
            .filter((use) => isSamePath(use.path, path))
            .map((use) => use.field),
        ),
      ];
      const edits = fields.map((field) => replaceEdit(open.document, field, path, null));
      const isThere = open.files.some((file) => isSamePath(file.path, path));
      if (edits.length > 0) {
        const edited = await world.dossiers.edit(dossier, open.revision, edits);
        // A file that is named but missing is taken out all the same.
        if (!isThere) return dossierData(edited);
      }
      return dossierData(await world.dossiers.removeFile(dossier, path));
    },

    async 'files.inspect'(world, { dossier }, context) {
      const inspections = await inspectDossier(world, await world.dossiers.open(dossier), context);
      return { inspections: [...inspections.values()] };
    },

    async 'files.picture'(world, { dossier, path, page, maxPx }, { signal }) {
      const file = await world.dossiers.locate(dossier, path);
      const { png, widthPx, heightPx } = await world.pictures.picture(file, { page, maxPx });
      signal.throwIfAborted();
      const artifact = await world.artifacts.keep(png, `${file.name}-${page + 1}.png`, 'image/png');
      return { artifact, widthPx, heightPx };
    },
  };

/** What is to be written down of a letter whose present print was scanned and put in its place by hand: what it was made from. */
async function printsOf(
  world: World,
  open: OpenDossier,
  slot: string,
  { pages = [] }: FileInspection,
): Promise<FieldEdit[]> {
  const codes = pages.flatMap(({ code }) => (code === undefined ? [] : [code]));
  if (codes.length === 0 || !slot.startsWith('documents.')) return [];
  const states = (await availableLetters(world, open)).map(({ state }) => state);
  const printed = states.filter(
    (state) =>
      slot === `documents.${state.requirement}` &&
      codes.some(
        (code) =>
          code.letter === state.letter && code.dossier === state.dossier && code.revision === state.revision,
      ),
  );
  return printEdits(world, open, printed);
}

/** Where imported files go, so that a dossier folder reads well: assets, papers, texts. */
function folderOf(slot: string | undefined): string {
  if (slot === undefined) return 'files';
  if (slot.startsWith('documents.')) return 'papers';
  return depthOfField(slot) === 'text' ? 'texts' : 'assets';
}

const listFields: readonly string[] = ['app.previews.desktop', 'app.previews.mobile'];

function requireSlot(slot: string): void {
  const isField =
    (fileFields as readonly string[]).includes(slot) || /^documents\.[a-z][a-z0-9-]*$/.test(slot);
  if (isField) return;
  throw new Failure(
    'unknown-slot',
    { zh: `「${slot}」不是放文件的栏目`, en: `“${slot}” is no field that holds a file` },
    {
      zh: `可选：${fileFields.join('、')}，以及 documents.<材料编号>`,
      en: `Choose from: ${fileFields.join(', ')}, and documents.<requirement id>`,
    },
  );
}

/** Puts a file into a field: fields of one file take it instead, lists and documents that hold something, in addition. */
function placeEdit(document: DossierDocument, slot: string, path: string): FieldEdit | null {
  const held = filesOfField(document, slot);
  if (held.includes(path)) return null;
  const value = listFields.includes(slot)
    ? [...held, path]
    : slot.startsWith('documents.') && held.length > 0
      ? [...held, path]
      : path;
  return { path: slot.split('.'), value };
}

/** Refuses what cannot become a file of a dossier; anything else is imported and judged there. */
function requireImportable(inspection: FileInspection, { name, absolutePath }: LocalFile): void {
  switch (inspection.problem) {
    case undefined:
      return;
    case 'missing':
      throw new Failure(
        'file-missing',
        {
          zh: `找不到要导入的文件「${absolutePath}」`,
          en: `The file to import is not there: “${absolutePath}”`,
        },
        {
          zh: '请确认文件没有被移动或改名，再选一次',
          en: 'See whether it was moved or renamed and choose it again',
        },
      );
    case 'empty':
      throw new Failure(
        'file-empty',
        {
          zh: `「${name}」是空文件（0 字节），没有导入`,
          en: `“${name}” is empty (0 bytes) and was not imported`,
        },
        { zh: '请重新导出或重新扫描后再导入', en: 'Export or scan it again and import that' },
      );
    case 'not-a-file':
      throw new Failure(
        'not-a-file',
        { zh: `「${name}」不是普通文件，没有导入`, en: `“${name}” is no regular file and was not imported` },
        {
          zh: '请逐个选择文件；文件夹请先打开再选里面的文件',
          en: 'Choose files one by one; open a folder and choose the files inside',
        },
      );
    case 'too-large':
      throw new Failure(
        'file-too-large',
        {
          zh: `「${name}」有 ${formatBytes(inspection.sizeBytes)}，超过 1 GB，没有导入`,
          en: `“${name}” is ${formatBytes(inspection.sizeBytes)}, over 1 GB, and was not imported`,
        },
        {
          zh: '请确认选对了文件，或压缩、降低分辨率后再导入',
          en: 'See whether it is the right file, or export it smaller and import that',
        },
      );
    default:
      throw new Failure(
        'file-unreadable',
        { zh: `「${name}」读不出来，没有导入`, en: `“${name}” cannot be read and was not imported` },
        {
          zh: '请检查读取权限，关闭占用它的程序后重试',
          en: 'See to its permissions, close the program that holds it and try again',
        },
      );
  }
}
