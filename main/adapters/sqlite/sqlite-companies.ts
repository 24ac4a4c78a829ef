import { basename } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { KeptDetails, KeptKind } from '../../contract/kept-companies.ts';
import type { Kept, KeptCompanies, ToKeep } from '../../world/kept-companies.ts';
import type { Blobs } from './blobs.ts';
import type { StoreRows } from './connection.ts';
import type { KeptRow } from './kept-rows.ts';
import { blobFile, requireFile, requireRow } from './stored-dossier.ts';

interface SqliteCompaniesOptions {
  readonly use: <T>(work: (rows: StoreRows) => T | Promise<T>) => Promise<T>;
  readonly blobs: Blobs;
  readonly newId: () => string;
  readonly now: () => string;
}

/** Kept companies and people in the database of the dossiers; logos lie with the dossiers' files, by content. */
export function createSqliteCompanies({ use, blobs, newId, now }: SqliteCompaniesOptions): KeptCompanies {
  const save = <K extends KeptKind>(rows: StoreRows, kind: K, entry: ToKeep<K>): Kept<K> => {
    const row = entry.id === null ? null : requireEntry(rows, kind, entry.id);
    if (row !== null && row.revision !== entry.baseRevision) throw changedElsewhere(row);
    const logo = logoOf(rows, row, entry.logo);
    const details = JSON.stringify(entry.details);
    const isSame =
      row !== null &&
      row.details === details &&
      row.logo_sha256 === logo.logo_sha256 &&
      row.logo_name === logo.logo_name;
    if (isSame) return keptOf(kind, row);
    const id = row?.id ?? newId();
    rows.kept.saveEntry({
      id,
      kind,
      revision: (row?.revision ?? 0) + 1,
      details,
      ...logo,
      changed_at: now(),
    });
    return keptOf(kind, requireEntry(rows, kind, id));
  };
  const setRemoved = (rows: StoreRows, kind: KeptKind, id: string, at: string | null): KeptRow => {
    const row = rows.kept.entry(kind, id);
    if (row === undefined) throw notKept(kind);
    rows.kept.setEntryRemoved(id, at);
    return row;
  };
  return {
    list: (kind) => use((rows) => rows.kept.entries(kind).map((row) => keptOf(kind, row))),
    open: (kind, id) => use((rows) => keptOf(kind, requireEntry(rows, kind, id))),
    save: (kind, entry) => use((rows) => rows.exclusively(() => save(rows, kind, entry))),
    remove: (kind, id) => use((rows) => rows.exclusively(() => void setRemoved(rows, kind, id, now()))),
    restore: (kind, id) =>
      use((rows) => rows.exclusively(() => keptOf(kind, setRemoved(rows, kind, id, null)))),
    logo: (id) =>
      use((rows) => {
        const { logo_sha256: sha256, logo_name: name } = requireEntry(rows, 'company', id);
        if (sha256 === null || name === null) throw notKept('company');
        return { ...blobFile(blobs, { path: name, sha256 }), name };
      }),
  };
}

function logoOf(
  rows: StoreRows,
  before: KeptRow | null,
  wanted: ToKeep<KeptKind>['logo'],
): Pick<KeptRow, 'logo_sha256' | 'logo_name'> {
  if (wanted === undefined) {
    return { logo_sha256: before?.logo_sha256 ?? null, logo_name: before?.logo_name ?? null };
  }
  if (wanted === null) return { logo_sha256: null, logo_name: null };
  requireRow(rows, wanted.dossier);
  const file = requireFile(rows, wanted.dossier, wanted.path);
  return { logo_sha256: file.sha256, logo_name: basename(file.path) };
}

const keptOf = <K extends KeptKind>(_kind: K, row: KeptRow): Kept<K> => ({
  id: row.id,
  revision: row.revision,
  changedAt: row.changed_at,
  // Safe: only `save` writes details, as JSON of the kind's own.
  details: JSON.parse(row.details) as KeptDetails[K],
  logo: row.logo_name,
});

function requireEntry(rows: StoreRows, kind: KeptKind, id: string): KeptRow {
  const row = rows.kept.entry(kind, id);
  if (row === undefined || row.removed_at !== null) throw notKept(kind);
  return row;
}

const notKept = (kind: KeptKind): Failure =>
  new Failure(
    'not-kept',
    kind === 'company'
      ? {
          zh: '公司库里没有这家公司，可能已经移除',
          en: 'This company is not kept here; it may have been removed',
        }
      : {
          zh: '人员库里没有这个人，可能已经移除',
          en: 'This person is not kept here; they may have been removed',
        },
    { zh: '请回到公司与人员页面重新选择', en: 'Go back to companies and people and choose again' },
  );

const changedElsewhere = (row: KeptRow): Failure =>
  new Failure(
    'kept-conflict',
    {
      zh: `没有保存：另一个窗口刚改过它（现在是第 ${row.revision} 版）`,
      en: `It was not saved: another window has changed it (it is now at revision ${row.revision})`,
    },
    { zh: '请重新打开，核对后再改一次', en: 'Open it again, look at it and make the change once more' },
  );
