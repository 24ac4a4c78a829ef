import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../contract/failure.ts';
import { fileMissing, plainPath, requireInside } from '../../core/dossier/dossier-path.ts';
import { parseDossier } from '../../core/dossier/parse-dossier.ts';
import { numberedPath, safeFilePath, sameFileKey } from '../../core/dossier/safe-file-name.ts';
import { writeDossier } from '../../core/dossier/write-dossier.ts';
import type { DossierStore, OpenDossier } from '../../world/dossier-store.ts';
import type { HistoryShelf } from '../../world/history.ts';
import type { Library } from '../../world/library.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Copied } from '../disk/copy-content.ts';
import { dossierFileName, listDossierFiles, readDossierText } from '../disk/read-dossier-folder.ts';
import { readHistoryText } from '../disk/read-history.ts';
import { createBlobs, type Blobs } from './blobs.ts';
import { createDatabaseLibrary } from './database-library.ts';
import { databaseFailure } from './database-failure.ts';
import { editRow } from './edit-row.ts';
import { eraseContents } from './erase-files.ts';
import { createDatabaseHistory, historyFile, insertHistory } from './history-shelf.ts';
import { openDatabase } from './open-database.ts';
import { createRows, type DossierRow, type FileRow, type Rows } from './rows.ts';

export interface SqliteStoreOptions {
  /** Holds yinqi.sqlite and blobs/; made where it is missing. */
  readonly dataFolder: string;
  readonly newId: () => string;
  readonly now: () => string;
  /** Called once, when the database has been opened: the program's start, as far as what is kept goes. */
  readonly onOpened?: () => Promise<void>;
}

/** A file to put into a dossier, and the content that was stored for it. */
interface StoredFile {
  readonly path: string;
  readonly content: Copied;
}

/**
 * Dossiers in a database, their files by content beside it. It is opened at the first call; several windows and
 * processes may share it. Throws `node-too-old`, `database-newer`, `database-damaged`, `database-busy`, `disk-full`.
 */
export function createSqliteStore(options: SqliteStoreOptions): DossierStore & {
  readonly history: HistoryShelf;
  readonly library: Library;
  close(): void;
} {
  const { dataFolder, newId, now } = options;
  const blobs = createBlobs(dataFolder);
  const connection = createConnection(dataFolder, blobs, options.onOpened);
  const { use } = connection;

  const freeId = (rows: Rows, wanted: string | undefined): string =>
    wanted !== undefined && rows.dossier(wanted) === undefined ? wanted : newId();

  /** Stores contents, then refers to them in one transaction that makes sure none was collected in between. */
  async function storeAndRefer<T>(
    rows: Rows,
    sources: readonly { readonly path: string; readonly source: LocalFile | Uint8Array }[],
    refer: (stored: readonly StoredFile[]) => T,
  ): Promise<T> {
    for (;;) {
      const stored: StoredFile[] = [];
      for (const { path, source } of sources) stored.push({ path, content: await blobs.store(source) });
      const referred = rows.exclusively(() =>
        stored.every(({ content }) => blobs.has(content.sha256)) ? { value: refer(stored) } : null,
      );
      if (referred !== null) return referred.value;
    }
  }

  return {
    close: connection.close,
    history: createDatabaseHistory(use, requireRow),
    library: createDatabaseLibrary(use, blobs, now),
    ready: () => use(() => undefined),
    list: () =>
      use((rows) => rows.dossiers().map((row) => ({ ...openRow(rows, row), changedAt: row.changed_at }))),
    open: (ref) => use((rows) => openRow(rows, requireRow(rows, ref))),
    create: (document) =>
      use((rows) =>
        rows.exclusively(() => {
          const id = freeId(rows, document.id);
          const yamlText = writeDossier({ ...document, id: document.id ?? id });
          rows.insertDossier({ id, revision: 1, yaml_text: yamlText, changed_at: now() });
          return openRow(rows, requireRow(rows, id));
        }),
      ),
    edit: (ref, baseRevision, edits) =>
      use((rows) =>
        rows.exclusively(() => {
          editRow(rows, requireRow(rows, ref), baseRevision, edits, now());
          return openRow(rows, requireRow(rows, ref));
        }),
      ),
    erase: (ref, baseRevision, paths, edits) =>
      use((rows) => {
        const gone = rows.exclusively(() => {
          editRow(rows, requireRow(rows, ref), baseRevision, edits, now());
          const files = paths.map((path) => requireFile(rows, ref, path));
          for (const { path } of files) rows.deleteFile(ref, path);
          return files;
        });
        return { heldBy: eraseContents(rows, blobs, gone), dossier: openRow(rows, requireRow(rows, ref)) };
      }),
    remove: (ref) =>
      use((rows) =>
        rows.exclusively(() => {
          const row = rows.dossier(ref);
          if (row === undefined) throw unknownDossier(ref);
          if (row.removed_at === null) rows.setRemoved(ref, now());
        }),
      ),
    restore: (ref) =>
      use((rows) =>
        rows.exclusively(() => {
          if (rows.dossier(ref) === undefined) throw unknownDossier(ref);
          rows.setRemoved(ref, null);
          return openRow(rows, requireRow(rows, ref));
        }),
      ),
    addFile: (ref, wantedPath, source) =>
      use(async (rows) => {
        requireRow(rows, ref);
        const wanted = safeFilePath(wantedPath);
        const path = await storeAndRefer(rows, [{ path: wanted, source }], (stored) => {
          const row = requireRow(rows, ref);
          const [file] = stored;
          if (file === undefined) throw new Error('One file was stored');
          const place = freePlace(rows.files(ref), file);
          if (place.isNew) {
            rows.insertFile(ref, fileRow(place.path, file.content));
            rows.saveText(ref, row.revision + 1, row.yaml_text, now());
          }
          return place.path;
        });
        return { path, dossier: openRow(rows, requireRow(rows, ref)) };
      }),
    removeFile: (ref, path) =>
      use((rows) =>
        rows.exclusively(() => {
          const row = requireRow(rows, ref);
          rows.deleteFile(ref, requireFile(rows, ref, path).path);
          rows.saveText(ref, row.revision + 1, row.yaml_text, now());
          return openRow(rows, requireRow(rows, ref));
        }),
      ),
    locate: (ref, path) =>
      use((rows) => {
        requireRow(rows, ref);
        return blobFile(blobs, requireFile(rows, ref, path));
      }),
    importFolder: (folder) =>
      use(async (rows) => {
        const yamlText = await readDossierText(folder.absolutePath);
        const document = parseDossier(yamlText, dossierFileName);
        const files = await listDossierFiles(folder.absolutePath);
        const history = await readHistoryText(folder.absolutePath);
        for (const { path } of files) requireInside(path);
        const sources = files.map(({ path }) => ({
          path,
          source: { absolutePath: join(folder.absolutePath, path), name: basename(path) },
        }));
        return storeAndRefer(rows, sources, (stored) => {
          const id = freeId(rows, document.id);
          rows.insertDossier({ id, revision: 1, yaml_text: yamlText, changed_at: now() });
          for (const { path, content } of stored) rows.insertFile(id, fileRow(path, content));
          insertHistory(rows, id, history);
          return openRow(rows, requireRow(rows, id));
        });
      }),
    exportEntries: (ref) =>
      use((rows) => {
        const row = requireRow(rows, ref);
        return [
          { path: dossierFileName, content: new TextEncoder().encode(row.yaml_text) },
          ...rows.files(ref).map((file) => ({ path: file.path, content: blobFile(blobs, file) })),
          ...historyFile(rows, ref),
        ];
      }),
  };
}

/** Opens the database when it is first used, collects what nothing refers to, and explains what SQLite says. */
function createConnection(dataFolder: string, blobs: Blobs, onOpened?: () => Promise<void>) {
  let database: Database | undefined;
  let opening: Promise<Rows> | undefined;
  const open = async (): Promise<Rows> => {
    database = await openDatabase(dataFolder);
    const rows = createRows(database);
    await collect(rows, blobs);
    await onOpened?.();
    return rows;
  };
  const close = (): void => {
    database?.close();
    database = undefined;
    opening = undefined;
  };
  return {
    close,
    async use<T>(work: (rows: Rows) => T | Promise<T>): Promise<T> {
      try {
        opening ??= open().catch((error: unknown) => {
          // The next call tries again: a full disk or a busy database may have passed.
          close();
          throw error;
        });
        return await work(await opening);
      } catch (error) {
        throw databaseFailure(error, join(dataFolder, 'yinqi.sqlite'));
      }
    },
  };
}

async function collect(rows: Rows, blobs: Blobs): Promise<void> {
  const old = await blobs.listOld();
  if (old.length === 0) return;
  rows.exclusively(() => {
    for (const { sha256, absolutePath } of old) {
      if (sha256 === null || !rows.isReferred(sha256)) blobs.removeOld(absolutePath);
    }
  });
}

function openRow(rows: Rows, row: DossierRow): OpenDossier {
  return {
    ref: row.id,
    revision: row.revision,
    document: parseDossier(row.yaml_text, dossierFileName),
    files: rows.files(row.id).map((file) => ({ path: file.path, sizeBytes: file.size_bytes })),
  };
}

function requireRow(rows: Rows, ref: string): DossierRow {
  const row = rows.dossier(ref);
  if (row === undefined) throw unknownDossier(ref);
  if (row.removed_at === null) return row;
  throw new Failure(
    'dossier-removed',
    { zh: '这份案卷已经删除', en: 'This dossier was removed' },
    { zh: '请撤销删除，或回到案卷列表', en: 'Undo the removal, or go back to the list of dossiers' },
  );
}

const unknownDossier = (ref: string): Failure =>
  new Failure(
    'unknown-dossier',
    { zh: `没有编号为「${ref}」的案卷`, en: `There is no dossier “${ref}”` },
    { zh: '请回到案卷列表重新选择', en: 'Go back to the list of dossiers and choose again' },
  );

function requireFile(rows: Rows, ref: string, path: string): FileRow {
  requireInside(path);
  const wanted = plainPath(path);
  const files = rows.files(ref);
  const found =
    files.find((file) => file.path === wanted) ??
    files.find((file) => file.path.normalize('NFC') === wanted.normalize('NFC'));
  if (found === undefined) throw fileMissing(path);
  return found;
}

function blobFile(blobs: Blobs, file: FileRow): LocalFile {
  if (blobs.has(file.sha256)) {
    return { absolutePath: blobs.pathOf(file.sha256), name: basename(file.path) };
  }
  throw new Failure(
    'file-missing',
    {
      zh: `文件「${file.path}」的内容在数据文件夹里找不到了（${blobs.pathOf(file.sha256)}）`,
      en: `The content of “${file.path}” is gone from the data folder (${blobs.pathOf(file.sha256)})`,
    },
    {
      zh: '请从备份恢复数据文件夹，或重新加入这个文件',
      en: 'Restore the data folder from a backup, or add the file again',
    },
  );
}

const fileRow = (path: string, content: Copied): FileRow => ({
  path,
  sha256: content.sha256,
  size_bytes: content.sizeBytes,
});

/** A free path close to the wanted one, or the path where the same content stands under that name already. */
function freePlace(
  files: readonly FileRow[],
  wanted: StoredFile,
): { readonly path: string; readonly isNew: boolean } {
  const taken = new Map(files.map((file) => [sameFileKey(file.path), file]));
  for (let number = 1; ; number += 1) {
    const path = numberedPath(wanted.path, number);
    const there = taken.get(sameFileKey(path));
    if (there === undefined) return { path, isNew: true };
    if (there.sha256 === wanted.content.sha256) return { path: there.path, isNew: false };
  }
}
