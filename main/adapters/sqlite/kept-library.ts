import type { KeptDetails } from '../../contract/kept-companies.ts';
import { Failure } from '../../contract/failure.ts';
import { keptStateOf, type KeptContent, type LibraryKept } from '../../core/library/library-kept.ts';
import type { KeptChange } from '../../world/library.ts';
import type { StoreRows } from './connection.ts';
import type { KeptRow } from './kept-rows.ts';

/** A kept company or person with all that a merge asks for. */
export const libraryKeptOf = (rows: StoreRows, row: KeptRow): LibraryKept => ({
  id: row.id,
  revision: row.revision,
  changedAt: row.changed_at,
  isRemoved: row.removed_at !== null,
  content: contentOf(row),
  // Safe: only noteKeptState writes there, as JSON of such contents.
  ancestors: rows.kept
    .states(row.id)
    .map(({ state, content }) => ({ state, content: JSON.parse(content) as KeptContent })),
});

/** Makes a content the latest ancestor of a company or person that is there. Runs inside the caller's transaction. */
export function noteKeptState(rows: StoreRows, id: string, content: KeptContent): void {
  rows.kept.noteState(id, keptStateOf(content), JSON.stringify(content));
}

/** Makes one change of a merge at the time `at`; the same content makes no new revision. Throws `library-changed`. */
export function applyKeptChange(rows: StoreRows, change: KeptChange, at: string): void {
  const { id, baseRevision, content, received, record } = change;
  const { kind, details, logo } = content;
  const row = rows.kept.entry(kind, id);
  if ((row?.revision ?? null) !== baseRevision) throw changedMeanwhile(details.name ?? id);
  if (row === undefined || keptStateOf(contentOf(row)) !== keptStateOf(content)) {
    rows.kept.saveEntry({
      id,
      kind,
      revision: (row?.revision ?? 0) + 1,
      details: JSON.stringify(details),
      logo_sha256: logo?.sha256 ?? null,
      logo_name: logo?.name ?? null,
      changed_at: row === undefined ? change.changedAt : at,
    });
  }
  if (row !== undefined && row.removed_at !== null) rows.kept.setEntryRemoved(id, null);
  noteKeptState(rows, id, received);
  if (record !== null) rows.library.insertRecord(record);
}

function contentOf(row: KeptRow): KeptContent {
  const { logo_name: name, logo_sha256: sha256 } = row;
  // Safe, like the person's: only what is kept is written there, as JSON of the kind's own.
  if (row.kind === 'person') {
    return { kind: 'person', details: JSON.parse(row.details) as KeptDetails['person'], logo: null };
  }
  return {
    kind: 'company',
    details: JSON.parse(row.details) as KeptDetails['company'],
    logo: name === null || sha256 === null ? null : { name, sha256 },
  };
}

const changedMeanwhile = (name: string): Failure =>
  new Failure(
    'library-changed',
    {
      zh: `公司与人员库里的「${name}」在比较之后又被修改，没有合并任何内容`,
      en: `“${name}”, kept among companies and people, was changed since it was compared; nothing was merged`,
    },
    { zh: '请重新比较，再合并', en: 'Compare again, then merge' },
  );
