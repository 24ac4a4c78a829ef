import { basename, join } from 'node:path';
import type { DossierDocument } from '../../contract/dossier.ts';
import { requireInside } from '../../core/dossier/dossier-path.ts';
import { outlineOf, type DossierOutline } from '../../core/dossier/dossier-outline.ts';
import { editYaml } from '../../core/dossier/edit-dossier.ts';
import { parseDossier } from '../../core/dossier/parse-dossier.ts';
import { safeFilePath } from '../../core/dossier/safe-file-name.ts';
import { writeDossier } from '../../core/dossier/write-dossier.ts';
import type { DossierProgress } from '../../core/review/dossier-progress.ts';
import type { DossierStore, ListedDossier, OpenDossier } from '../../world/dossier-store.ts';
import type { HistoryShelf } from '../../world/history.ts';
import type { KeptCompanies } from '../../world/kept-companies.ts';
import type { Library } from '../../world/library.ts';
import type { LocalFile } from '../../world/local-file.ts';
import { dossierFileName, listDossierFiles, readDossierText } from '../disk/read-dossier-folder.ts';
import { readHistoryText } from '../disk/read-history.ts';
import { createBlobs } from './blobs.ts';
import { createConnection } from './connection.ts';
import { createDatabaseLibrary } from './database-library.ts';
import { editRow } from './edit-row.ts';
import { eraseContents } from './erase-files.ts';
import { createDatabaseHistory, historyFile, insertHistory } from './history-shelf.ts';
import type { FileRow, ListedRow, Rows } from './rows.ts';
import { createSqliteCompanies } from './sqlite-companies.ts';
import {
  blobFile,
  fileRow,
  freePlace,
  openRow,
  requireThere,
  requireFile,
  requireRow,
  unknownDossier,
  type StoredFile,
} from './stored-dossier.ts';

export interface SqliteStoreOptions {
  /** Holds yinqi.sqlite and blobs/; made where it is missing. */
  readonly dataFolder: string;
  readonly newId: () => string;
  readonly now: () => string;
  /** Called once, when the database has been opened: the program's start, as far as what is kept goes. */
  readonly onOpened?: () => Promise<void>;
}

/**
 * Dossiers in a database, their files by content beside it. It is opened at the first call; several windows and
 * processes may share it. Throws `node-too-old`, `database-newer`, `database-damaged`, `database-busy`, `disk-full`.
 */
export function createSqliteStore(options: SqliteStoreOptions): DossierStore & {
  readonly history: HistoryShelf;
  readonly library: Library;
  readonly companies: KeptCompanies;
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

  /** Puts a new dossier into the database, its files and its line in the list with it. */
  function insert(
    rows: Rows,
    id: string,
    yamlText: string,
    document: DossierDocument,
    files: readonly FileRow[],
  ): OpenDossier {
    rows.insertDossier({ id, revision: 1, yaml_text: yamlText, changed_at: now() });
    for (const file of files) rows.insertFile(id, file);
    rows.saveOutline(id, JSON.stringify(outlineOf(document)));
    return openRow(rows, requireRow(rows, id));
  }

  return {
    close: connection.close,
    history: createDatabaseHistory(use, requireRow),
    library: createDatabaseLibrary(use, blobs, now),
    ready: () => use(() => undefined),
    companies: createSqliteCompanies({ use, blobs, newId, now }),
    list: () =>
      use((rows) => {
        const listed = rows.listed();
        const isKnown = listed.every(({ outline }) => outline !== null);
        const read = () => listed.map((row) => listedDossier(rows, row));
        return isKnown ? read() : rows.exclusively(read);
      }),
    open: (ref) => use((rows) => openRow(rows, requireRow(rows, ref))),
    create: (document) =>
      use((rows) =>
        rows.exclusively(() => {
          const id = freeId(rows, document.id);
          const yamlText = writeDossier({ ...document, id: document.id ?? id });
          return insert(rows, id, yamlText, document, []);
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
    copy: (ref, edits, leftFiles) =>
      use((rows) =>
        rows.exclusively(() => {
          const id = newId();
          const yamlText = editYaml(requireRow(rows, ref).yaml_text, [...edits, { path: ['id'], value: id }]);
          const files = rows.files(ref).filter(({ path }) => !leftFiles.includes(path));
          return insert(rows, id, yamlText, parseDossier(yamlText, dossierFileName), files);
        }),
      ),
    archive: (ref, isArchived) =>
      use((rows) =>
        rows.exclusively(() => {
          const { archived_at: before } = requireRow(rows, ref);
          if ((before !== null) !== isArchived) rows.setArchived(ref, isArchived ? now() : null);
        }),
      ),
    recordProgress: (ref, progress) =>
      use((rows) => {
        const json = JSON.stringify(progress);
        // A dossier that was removed while it was judged keeps what was known of it.
        if (rows.isRemoved(ref) === false && rows.progress(ref) !== json) rows.saveProgress(ref, json);
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
            rows.saveRevision(ref, row.revision + 1, now());
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
          rows.saveRevision(ref, row.revision + 1, now());
          return openRow(rows, requireRow(rows, ref));
        }),
      ),
    locate: (ref, path) =>
      use((rows) => {
        requireThere(rows, ref);
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
          const stand = stored.map(({ path, content }) => fileRow(path, content));
          const made = insert(rows, id, yamlText, document, stand);
          insertHistory(rows, id, history);
          return made;
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

/** A line of the list; the outline of a dossier from before outlines were kept is made once, now. */
function listedDossier(rows: Rows, row: ListedRow): ListedDossier {
  return {
    ref: row.id,
    revision: row.revision,
    changedAt: row.changed_at,
    archivedAt: row.archived_at,
    // Safe, like the progress: only this store writes them, as JSON of what these types say.
    outline: row.outline === null ? firstOutline(rows, row.id) : (JSON.parse(row.outline) as DossierOutline),
    progress: row.progress === null ? null : (JSON.parse(row.progress) as DossierProgress),
    lastExport: row.exported_at === null ? null : { at: row.exported_at, isDraft: row.is_draft !== 0 },
  };
}

function firstOutline(rows: Rows, id: string): DossierOutline {
  const outline = outlineOf(parseDossier(requireRow(rows, id).yaml_text, dossierFileName));
  rows.saveOutline(id, JSON.stringify(outline));
  return outline;
}
