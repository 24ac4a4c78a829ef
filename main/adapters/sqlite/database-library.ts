import { Failure } from '../../contract/failure.ts';
import { outlineOf } from '../../core/dossier/dossier-outline.ts';
import type { LibraryDossier } from '../../core/library/library-dossier.ts';
import type { Library, LibraryChange } from '../../world/library.ts';
import type { Blobs } from './blobs.ts';
import { historyFile, insertHistory } from './history-shelf.ts';
import { parseText } from './parsed-texts.ts';
import type { StoreRows } from './connection.ts';
import { applyKeptChange, libraryKeptOf, noteKeptState } from './kept-library.ts';
import type { DossierRow, Rows } from './rows.ts';

/** The dossiers of a database as a whole, and the companies and people that are kept there; `now` stamps what a merge changes. */
export function createDatabaseLibrary(
  use: <T>(work: (rows: StoreRows) => T | Promise<T>) => Promise<T>,
  blobs: Blobs,
  now: () => string,
): Library {
  return {
    dossiers: (ids) =>
      use((rows) =>
        rows.library
          .ids()
          .filter((id) => ids === undefined || ids.includes(id))
          .flatMap((id) => rows.dossier(id) ?? [])
          .map((row) => dossierOf(rows, row)),
      ),
    kept: () => use((rows) => rows.kept.all().map((row) => libraryKeptOf(rows, row))),
    content(sha256) {
      if (blobs.has(sha256)) return { absolutePath: blobs.pathOf(sha256), name: sha256 };
      throw new Failure(
        'file-missing',
        {
          zh: `数据文件夹里缺少一个文件的内容（${blobs.pathOf(sha256)}）`,
          en: `The content of a file is gone from the data folder (${blobs.pathOf(sha256)})`,
        },
        { zh: '请从备份恢复数据文件夹', en: 'Restore the data folder from a backup' },
      );
    },
    noteStates: (states, kept) =>
      use((rows) =>
        rows.exclusively(() => {
          for (const { id, ...state } of states) {
            if (rows.dossier(id) !== undefined) rows.library.noteState(id, state);
          }
          for (const { id, content } of kept) {
            if (rows.kept.entry(content.kind, id) !== undefined) noteKeptState(rows, id, content);
          }
        }),
      ),
    apply: ({ dossiers, kept }, contents, last) =>
      use(async (rows) => {
        for (;;) {
          for (const [sha256, file] of contents) {
            const stored = await blobs.store(file);
            if (stored.sha256 !== sha256) throw new Error(`${file.absolutePath} is not ${sha256}`);
          }
          const isDone = rows.exclusively(() => {
            const wanted = [
              ...dossiers.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
              ...kept.flatMap(({ content }) => content.logo?.sha256 ?? []),
            ];
            // Another process may have collected what nothing referred to yet: it is stored again.
            if (!wanted.every((sha256) => blobs.has(sha256) || !contents.has(sha256))) return false;
            for (const change of dossiers) applyChange(rows, change, now());
            for (const change of kept) applyKeptChange(rows, change, now());
            last();
            return true;
          });
          if (isDone) return;
        }
      }),
    records: () => use((rows) => rows.library.records()),
  };
}

function dossierOf(rows: Rows, row: DossierRow): LibraryDossier {
  const [history] = historyFile(rows, row.id);
  return {
    id: row.id,
    revision: row.revision,
    changedAt: row.changed_at,
    isRemoved: row.removed_at !== null,
    archivedAt: row.archived_at,
    yamlText: row.yaml_text,
    files: rows.files(row.id).map(({ path, sha256, size_bytes: sizeBytes }) => ({ path, sha256, sizeBytes })),
    history: history?.content instanceof Uint8Array ? new TextDecoder().decode(history.content) : '',
    edits: rows.library.lastEdits(row.id),
    ancestors: rows.library.states(row.id),
  };
}

function applyChange(rows: Rows, change: LibraryChange, at: string): void {
  const { id, baseRevision, yamlText, files, received, history, edits, record } = change;
  const row = rows.dossier(id);
  if ((row?.revision ?? null) !== baseRevision) throw changedMeanwhile(id);
  if (row === undefined) {
    rows.insertDossier({ id, revision: 1, yaml_text: yamlText, changed_at: change.changedAt });
  } else {
    if (row.removed_at !== null) rows.setRemoved(id, null);
    rows.saveText(id, row.revision + 1, yamlText, at);
  }
  if ((row?.archived_at ?? null) !== change.archivedAt) rows.setArchived(id, change.archivedAt);
  rows.saveOutline(id, JSON.stringify(outlineOf(parseText(yamlText))));
  const there = new Map(rows.files(id).map((file) => [file.path, file]));
  for (const { path, sha256 } of there.values()) {
    const same = files.some((file) => file.path === path && file.sha256 === sha256);
    if (same) continue;
    rows.deleteFile(id, path);
    there.delete(path);
  }
  for (const { path, sha256, sizeBytes } of files) {
    if (!there.has(path)) rows.insertFile(id, { path, sha256, size_bytes: sizeBytes });
  }
  for (const edit of edits) rows.insertEdit(id, (row?.revision ?? 0) + 1, edit.path, edit.at);
  insertHistory(rows, id, history);
  rows.library.noteState(id, received);
  if (record !== null) rows.library.insertRecord(record);
}

const changedMeanwhile = (id: string): Failure =>
  new Failure(
    'library-changed',
    {
      zh: `案卷「${id}」在比较之后又被修改，没有合并任何内容`,
      en: `The dossier “${id}” was changed since it was compared; nothing was merged`,
    },
    { zh: '请重新比较，再合并', en: 'Compare again, then merge' },
  );
