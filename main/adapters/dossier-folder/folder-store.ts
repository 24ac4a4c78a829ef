import { createHash } from 'node:crypto';
import { realpath, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { fileMissing, plainPath, requireInside } from '../../core/dossier/dossier-path.ts';
import { editYaml } from '../../core/dossier/edit-dossier.ts';
import { fieldName } from '../../core/dossier/fault.ts';
import { parseDossier } from '../../core/dossier/parse-dossier.ts';
import type { DossierStore, OpenDossier } from '../../world/dossier-store.ts';
import type { LocalFile } from '../../world/local-file.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { eraseFile } from '../disk/erase-file.ts';
import { collectAgain } from '../disk/partial-files.ts';
import { requireRealInside } from '../disk/real-inside.ts';
import { dossierFileName, listDossierFiles, readDossierText } from '../disk/read-dossier-folder.ts';
import { historyPath } from '../../core/history/history-lines.ts';
import { readHistoryText } from '../disk/read-history.ts';
import { copyUnderFreeName } from './copy-under-free-name.ts';
import { createQueue } from './queue.ts';

/**
 * Dossiers as folders on disk: `ref` is a folder's path, absolute or from the working directory. What is saved goes
 * to its dossier.yaml at once. A folder keeps no times of its own; the clock is taken so that hosts make both stores alike.
 */
export function createFolderStore(_given: { readonly now: () => string }): DossierStore {
  const inTurn = createQueue();
  return {
    ready: () => Promise.resolve(),
    list: () => Promise.resolve([]),
    open: openFolder,
    create: () => notForFolders({ zh: '新建案卷', en: 'making a dossier' }),
    edit: (ref, baseRevision, edits) => inTurn(resolve(ref), () => editFolder(ref, baseRevision, edits)),
    copy: () => notForFolders({ zh: '复制案卷', en: 'copying a dossier' }),
    archive: () => notForFolders({ zh: '归档案卷', en: 'archiving a dossier' }),
    recordProgress: () => Promise.resolve(),
    remove: () => notForFolders({ zh: '删除案卷', en: 'removing a dossier' }),
    restore: () => notForFolders({ zh: '恢复案卷', en: 'restoring a dossier' }),
    async addFile(ref, wantedPath, source) {
      const folder = resolve(ref);
      return inTurn(folder, async () => {
        const { files } = await openFolder(ref);
        await collectAgain(folder, leftDepth);
        const path = await copyUnderFreeName(folder, wantedPath, source, files);
        return { path, dossier: await openFolder(ref) };
      });
    },
    removeFile: (ref, path) =>
      inTurn(resolve(ref), async () => {
        const file = await locateFile(ref, path);
        await rm(file.absolutePath).catch((error: unknown) => {
          throw writeFailure(error, file.absolutePath);
        });
        return openFolder(ref);
      }),
    erase: (ref, baseRevision, paths, edits) =>
      inTurn(resolve(ref), async () => {
        const files = await Promise.all(paths.map((path) => locateFile(ref, path)));
        await editFolder(ref, baseRevision, edits);
        for (const { absolutePath } of files) eraseFile(absolutePath);
        return { dossier: await openFolder(ref), heldBy: new Map<string, readonly string[]>() };
      }),
    locate: locateFile,
    importFolder: () => notForFolders({ zh: '导入文件夹', en: 'importing a folder' }),
    async exportEntries(ref) {
      const folder = resolve(ref);
      const text = await readDossierText(folder);
      const files = await listDossierFiles(folder);
      const history = await readHistoryText(folder);
      return [
        { path: dossierFileName, content: new TextEncoder().encode(text) },
        ...files.map(({ path }) => ({
          path,
          content: { absolutePath: join(folder, path), name: basename(path) },
        })),
        ...(history === '' ? [] : [{ path: historyPath, content: new TextEncoder().encode(history) }]),
      ];
    },
  };
}

/** A save or a new file collects what a killed program left in the whole dossier, this many folders down. */
const leftDepth = 4;

/** A number that changes with the text of dossier.yaml: 48 bits of its SHA-256. */
function revisionOf(yamlText: string): number {
  return createHash('sha256').update(yamlText, 'utf8').digest().readUIntBE(0, 6);
}

/** What was read last: a command opens its dossier several times. Nobody changes a document in place; it is readonly. */
let last: { readonly text: string; readonly document: DossierDocument } | undefined;

async function openFolder(ref: string): Promise<OpenDossier> {
  const folder = resolve(ref);
  const text = await readDossierText(folder);
  if (last?.text !== text) last = { text, document: parseDossier(text, dossierFileName) };
  const { document } = last;
  return { ref, revision: revisionOf(text), document, yamlText: text, files: await listDossierFiles(folder) };
}

async function editFolder(
  ref: string,
  baseRevision: number,
  edits: readonly FieldEdit[],
): Promise<OpenDossier> {
  const folder = resolve(ref);
  const text = await readDossierText(folder);
  if (revisionOf(text) !== baseRevision) throw changedOnDisk(folder, edits);
  const edited = editYaml(text, edits);
  if (edited !== text) {
    await collectAgain(folder, leftDepth);
    await writeAtomically(join(folder, dossierFileName), new TextEncoder().encode(edited));
  }
  return openFolder(ref);
}

async function locateFile(ref: string, path: string): Promise<LocalFile> {
  requireInside(path);
  const folder = resolve(ref);
  const wanted = plainPath(path);
  const absolutePath = (await realPathOf(join(folder, wanted))) ?? (await otherSpelling(folder, wanted));
  if (absolutePath === null) throw fileMissing(path);
  await requireRealInside(folder, absolutePath, path);
  const facts = await stat(absolutePath);
  if (!facts.isFile()) throw notAFile(path, facts.isDirectory());
  return { absolutePath, name: basename(wanted) };
}

/** Where a path leads when links are followed; null where it leads nowhere. */
async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw readFailure(error, path);
  }
}

/** macOS stores names decomposed, people and YAML type them composed: the same name all the same. */
async function otherSpelling(folder: string, path: string): Promise<string | null> {
  const isSame = (other: string): boolean => other.normalize('NFC') === path.normalize('NFC');
  const found = (await listDossierFiles(folder)).find((file) => isSame(file.path));
  return found === undefined ? null : realPathOf(join(folder, found.path));
}

const notAFile = (path: string, isFolder: boolean): Failure =>
  isFolder
    ? new Failure(
        'is-a-folder',
        { zh: `「${path}」是文件夹，不是文件`, en: `“${path}” is a folder, not a file` },
        { zh: '请写文件的路径，而不是文件夹的', en: 'Give the path of a file, not of a folder' },
      )
    : new Failure(
        'not-a-file',
        {
          zh: `「${path}」不是普通文件，而是管道、套接字或设备`,
          en: `“${path}” is no regular file but a pipe, socket or device`,
        },
        { zh: '请换成一个文件', en: 'Name a file instead' },
      );

function changedOnDisk(folder: string, edits: readonly FieldEdit[]): Failure {
  const fields = edits.map((edit) => fieldName(edit.path));
  return new Failure(
    'edit-conflict',
    {
      zh: `字段 ${fields.join('、')} 没有保存：「${join(folder, dossierFileName)}」在打开之后被别处改过`,
      en: `The field ${fields.join(', ')} was not saved: “${join(folder, dossierFileName)}” was changed elsewhere since it was opened`,
    },
    {
      zh: '请重新打开案卷，核对后再改一次',
      en: 'Open the dossier again, look at it and make the change once more',
    },
  );
}

function notForFolders(what: { readonly zh: string; readonly en: string }): Promise<never> {
  return Promise.reject(
    new Failure(
      'not-for-folders',
      {
        zh: `案卷是文件夹时，不支持在程序里${what.zh}`,
        en: `Where dossiers are folders, ${what.en} is not done by the program`,
      },
      {
        zh: '请直接在磁盘上新建、复制或删除文件夹；新建案卷可运行 yinqi init 文件夹',
        en: 'Make, copy or delete folders on disk; yinqi init FOLDER makes a new dossier',
      },
    ),
  );
}
