import type { DossierDocument, RetainedKind } from '../../contract/dossier.ts';
import { fileFields, filesOfField } from '../dossier/fields.ts';
import { isSamePath } from '../files/same-path.ts';

/** A paper that its dossier sets to be erased. */
export interface DuePaper {
  readonly path: string;
  readonly kind: RetainedKind;
  readonly fields: readonly string[];
}

/** The kind of paper that a field of documents holds; null for any other field. `identityCopies` are requirements. */
export function retainedKindOf(field: string, identityCopies: ReadonlySet<string>): RetainedKind | null {
  if (!field.startsWith('documents.')) return null;
  return identityCopies.has(field.slice('documents.'.length)) ? 'id-copies' : 'scans';
}

/** The day after which papers of an accepted dossier are erased, YYYY-MM-DD; null while it is not accepted or nothing is set. */
export function erasureDay({ acceptance, retention }: DossierDocument): string | null {
  if (acceptance === undefined || retention === undefined) return null;
  const day = new Date(`${acceptance.on}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + retention.days);
  return day.toISOString().slice(0, 10);
}

/**
 * The papers that a dossier sets to be erased: those under documents of the kinds that it names, what they were before a repair and after
 * it, copies made of them that stand in no place, and other files with the same bytes as one of these. A file that a logo, a preview or a
 * text uses stays, as does a paper of a kind that is not named. Sorted by path.
 */
export function duePapers(
  document: DossierDocument,
  files: readonly { readonly path: string; readonly sha256: string }[],
  identityCopies: ReadonlySet<string>,
): readonly DuePaper[] {
  const kinds = new Set(document.retention?.what ?? []);
  const fields = Object.keys(document.documents ?? {}).map((id) => `documents.${id}`);
  const isNamed = (field: string): boolean => {
    const kind = retainedKindOf(field, identityCopies);
    return kind !== null && kinds.has(kind);
  };
  const repaired = Object.values(document.repairs ?? {}).flatMap(({ changes }) =>
    changes.flatMap(({ field, from, to }) => [...from, ...to].map((path) => ({ field, path }))),
  );
  const uses = [...fields, ...fileFields].flatMap((field) =>
    filesOfField(document, field).map((path) => ({ field, path })),
  );
  const staying = uses.filter(({ field }) => !isNamed(field));
  const going = [...uses, ...repaired].filter(({ field }) => isNamed(field));
  const fieldsOf = (path: string, among: typeof uses): readonly string[] => [
    ...new Set(among.filter((use) => isSamePath(use.path, path)).map(({ field }) => field)),
  ];
  const copies = Object.values(document.repairs ?? {}).flatMap(({ of, made = {} }) =>
    of === undefined
      ? []
      : Object.keys(made).flatMap((path) => fieldsOf(of, going).map((field) => ({ field, path }))),
  );
  const fieldsBehind = (path: string): readonly string[] => fieldsOf(path, [...going, ...copies]);
  const hashes = new Map(
    files.flatMap(({ path, sha256 }) => {
      const behind = fieldsBehind(path);
      return behind.length === 0 ? [] : [[sha256, behind] as const];
    }),
  );
  return files
    .filter(({ path, sha256 }) => hashes.has(sha256) && fieldsOf(path, staying).length === 0)
    .map(({ path, sha256 }) => {
      const own = fieldsOf(path, going);
      const held = own.length > 0 ? own : (hashes.get(sha256) ?? []);
      const isId = held.some((field) => retainedKindOf(field, identityCopies) === 'id-copies');
      return { path, kind: isId ? ('id-copies' as const) : ('scans' as const), fields: own };
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
