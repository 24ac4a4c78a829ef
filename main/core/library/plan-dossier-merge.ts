import type { DossierDocument } from '../../contract/dossier.ts';
import type { DossierMergePlan, MergeConflict, MergePick } from '../../contract/library.ts';
import { editYaml } from '../dossier/edit-dossier.ts';
import { usedFiles } from '../dossier/fields.ts';
import { parseDossier } from '../dossier/parse-dossier.ts';
import { sameFileKey } from '../dossier/safe-file-name.ts';
import { shownValue } from './document-fields.ts';
import { stateOf } from './dossier-state.ts';
import type { DossierState, LibraryDossier } from './library-dossier.ts';
import { mergeFields, type FieldConflict, type MergedFields } from './merge-fields.ts';
import { mergeFiles, settleFile, type FileConflict, type MergedFiles } from './merge-files.ts';

/** A dossier as it came in. */
export interface ReceivedDossier extends DossierState {
  readonly id: string;
  readonly changedAt: string;
  readonly archivedAt: string | null;
  /** The oldest first; the last is this one. */
  readonly states: readonly string[];
  readonly edits: readonly { readonly path: string; readonly at: string }[];
}

/** A merge of one dossier worked out: what people see of it, and what comes of it once everything is picked. */
export interface PlannedMerge {
  readonly view: DossierMergePlan;
  /** Null where nothing is to be done. Every conflict of `view` must be picked, but for those of a dossier that stays removed. */
  settle(picks: ReadonlyMap<string, MergePick>): SettledMerge | null;
}

export interface SettledMerge extends DossierState {
  readonly archivedAt: string | null;
  /** Paths, as JSON, of the fields that change here. */
  readonly edited: readonly string[];
}

/** Whose sides these are: `here` names nobody, the user knows. */
export interface Sides {
  readonly here: string;
  readonly there: string;
}

/** Works out what merging one dossier does. `mine` is null for one that is not here. Throws what parseDossier throws. */
export function planDossierMerge(
  mine: LibraryDossier | null,
  theirs: ReceivedDossier,
  sides: Sides,
): PlannedMerge {
  const received = parseDossier(theirs.yamlText, 'dossier.yaml');
  const about = { dossier: theirs.id, ...titlesOf(received) };
  if (mine === null) {
    const { yamlText, archivedAt } = theirs;
    const files = theirs.files.map(({ path }) => ({ path, change: 'added' as const }));
    return {
      view: { ...about, state: 'new', hasAncestor: false, fields: [], files, conflicts: [] },
      settle: () => ({ yamlText, files: theirs.files, archivedAt, edited: [] }),
    };
  }
  const [here, there] = [stateOf(mine), stateOf(theirs)];
  const ancestor = commonAncestor(mine, here, theirs);
  const state = mine.isRemoved
    ? 'removed'
    : here === there
      ? 'same'
      : ancestor === null
        ? 'both-changed'
        : ancestor.state === here
          ? 'newer-there'
          : ancestor.state === there
            ? 'newer-here'
            : 'both-changed';
  const base = ancestor === null ? null : parseDossier(ancestor.yamlText, 'dossier.yaml');
  const local = parseDossier(mine.yamlText, 'dossier.yaml');
  const fields = mergeFields(base, local, received);
  const used = new Set([local, received].flatMap(usedFiles).map(({ path }) => sameFileKey(path)));
  // What was erased here does not come back from a computer where it still is.
  const erased = new Map(
    Object.entries(local.erased ?? {}).map(([path, { sha256 }]) => [sameFileKey(path), sha256]),
  );
  const sent = theirs.files.filter(({ path, sha256 }) => erased.get(sameFileKey(path)) !== sha256);
  const files = mergeFiles(ancestor?.files ?? null, mine.files, sent, (path) => used.has(sameFileKey(path)));
  const archivedAt = mergedArchive(mine, theirs, ancestor);
  const questions = { mine, theirs, fields, files, archivedAt, sides };
  return {
    view: {
      ...about,
      state,
      hasAncestor: ancestor !== null,
      ...((archivedAt === null) === (mine.archivedAt === null) ? {} : { archived: archivedAt !== null }),
      fields: fields.edits.map(({ path }) => path.join('.')),
      files: [...files.changes],
      conflicts: [...(mine.isRemoved ? [removedConflict(questions)] : []), ...conflictsOf(questions)],
    },
    settle: (picks) =>
      (mine.isRemoved && picks.get(removedId(theirs.id)) !== 'theirs') ||
      state === 'same' ||
      state === 'newer-here'
        ? null
        : settled(questions, ancestor, picks),
  };
}

/** The latest state that both came of; mine of now is one of mine. */
function commonAncestor(
  mine: LibraryDossier,
  here: string,
  theirs: ReceivedDossier,
): (DossierState & { readonly state: string }) | null {
  const known = new Set(theirs.states);
  const own = [...mine.ancestors, { state: here, yamlText: mine.yamlText, files: mine.files }];
  return own.findLast(({ state }) => known.has(state)) ?? null;
}

/** Whoever changed it since both parted has it; with no ancestor it is put away where one side has it so. */
function mergedArchive(
  mine: LibraryDossier,
  theirs: ReceivedDossier,
  ancestor: (DossierState & { readonly state: string }) | null,
): string | null {
  if ((mine.archivedAt === null) === (theirs.archivedAt === null)) return mine.archivedAt;
  // The name of a state says whether it was put away.
  const wasArchived = ancestor !== null && ancestor.state !== stateOf({ ...ancestor, archivedAt: null });
  return wasArchived ? null : (mine.archivedAt ?? theirs.archivedAt);
}

interface Questions {
  readonly mine: LibraryDossier;
  readonly theirs: ReceivedDossier;
  readonly fields: MergedFields;
  readonly files: MergedFiles;
  readonly archivedAt: string | null;
  readonly sides: Sides;
}

const removedId = (dossier: string): string => `${dossier}/removed`;
const fieldId = (dossier: string, { path }: FieldConflict): string =>
  `${dossier}/field/${JSON.stringify(path)}`;
const fileId = (dossier: string, { path }: FileConflict): string => `${dossier}/file/${path}`;

function conflictsOf({ mine, theirs, fields, files, sides }: Questions): readonly MergeConflict[] {
  const ofFields = fields.conflicts.map((one): MergeConflict => {
    const key = JSON.stringify(one.path);
    return {
      id: fieldId(theirs.id, one),
      kind: 'field',
      at: one.path.join('.'),
      mine: { text: shownValue(one.mine), by: sides.here, at: editedAt(mine, key) },
      theirs: { text: shownValue(one.theirs), by: sides.there, at: editedAt(theirs, key) },
      choices: ['mine', 'theirs'],
    };
  });
  const ofFiles = files.conflicts.map((one): MergeConflict => ({
    id: fileId(theirs.id, one),
    kind: 'file',
    at: one.path,
    mine: { text: fileText(one.mine), by: sides.here, at: mine.changedAt },
    theirs: { text: fileText(one.theirs), by: sides.there, at: theirs.changedAt },
    choices: ['mine', 'theirs'],
  }));
  return [...ofFields, ...ofFiles];
}

const removedConflict = ({ mine, theirs, sides }: Questions): MergeConflict => ({
  id: removedId(theirs.id),
  kind: 'removed',
  at: theirs.id,
  mine: { text: null, by: sides.here, at: mine.changedAt },
  theirs: { text: theirs.id, by: sides.there, at: theirs.changedAt },
  choices: ['mine', 'theirs'],
});

const fileText = ({ sizeBytes, sha256 }: { readonly sizeBytes: number; readonly sha256: string }): string =>
  `${sizeBytes} B · SHA-256 ${sha256.slice(0, 12)}…`;

/** When a field, a part of it or the group around it was last edited; the dossier's own time where nothing says. */
function editedAt({ edits, changedAt }: Pick<ReceivedDossier, 'edits' | 'changedAt'>, key: string): string {
  const open = key.slice(0, -1);
  const times = edits
    .filter(
      ({ path }) => path === key || path.startsWith(`${open},`) || key.startsWith(`${path.slice(0, -1)},`),
    )
    .map(({ at }) => at)
    .toSorted();
  return times.at(-1) ?? changedAt;
}

function settled(
  { mine, theirs, fields, files: merged, archivedAt }: Questions,
  ancestor: DossierState | null,
  picks: ReadonlyMap<string, MergePick>,
): SettledMerge {
  const taken = fields.conflicts.filter((one) => picks.get(fieldId(theirs.id, one)) === 'theirs');
  const edits = [
    ...fields.edits,
    ...taken.map(({ path, theirs: value }) => ({ path: [...path], value: value ?? null })),
  ];
  let { files } = merged;
  for (const conflict of merged.conflicts) {
    files = settleFile(
      files,
      conflict,
      picks.get(fileId(theirs.id, conflict)) === 'theirs' ? 'theirs' : 'mine',
    ).files;
  }
  const isUntouchedHere = ancestor?.yamlText === mine.yamlText;
  return {
    // Where nothing was changed here their text comes as it is, comments and all.
    yamlText: isUntouchedHere
      ? theirs.yamlText
      : edits.length === 0
        ? mine.yamlText
        : editYaml(mine.yamlText, edits),
    files,
    archivedAt,
    edited: edits.map(({ path }) => JSON.stringify(path)),
  };
}

const titlesOf = ({ app, company }: DossierDocument) => ({
  title: app?.name?.trim() ?? '',
  company: company?.name?.trim() ?? '',
});
