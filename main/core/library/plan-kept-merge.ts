import type { KeptMergePlan, MergeConflict, MergePick } from '../../contract/library.ts';
import { companyKey, isSameCompany } from '../company/kept-company.ts';
import { shownValue } from './document-fields.ts';
import {
  documentOfKept,
  keptStateOf,
  keptWithFields,
  type KeptContent,
  type LibraryKept,
} from './library-kept.ts';
import { mergeFields, type FieldConflict, type MergedFields } from './merge-fields.ts';
import type { Sides } from './plan-dossier-merge.ts';

/** A kept company or person as it came in. */
export interface ReceivedKept {
  readonly id: string;
  readonly changedAt: string;
  readonly content: KeptContent;
  /** The oldest first; the last is this one. */
  readonly states: readonly string[];
}

/** A merge of one company or person worked out. */
export interface PlannedKeptMerge {
  readonly view: KeptMergePlan;
  readonly mine: LibraryKept | null;
  readonly theirs: ReceivedKept;
  /** What comes of it; null where it stays removed or is newer here. Every conflict of `view` must be picked. */
  settle(picks: ReadonlyMap<string, MergePick>): KeptContent | null;
}

/**
 * Works out what merging kept companies and people does, field by field. One that is not here by its id is merged with the one that
 * is the same company (credit code, or name) or person (identity number, or name with no other phone), and else added.
 */
export function planKeptMerge(
  mine: readonly LibraryKept[],
  theirs: readonly ReceivedKept[],
  sides: Sides,
): readonly PlannedKeptMerge[] {
  const received = new Set(theirs.map(({ id }) => id));
  const free = mine.filter(({ id, isRemoved }) => !isRemoved && !received.has(id));
  return theirs.map((one) => {
    const own = mine.find(({ id, content }) => id === one.id && content.kind === one.content.kind);
    if (own !== undefined) return planOne(own, one, sides);
    const at = free.findIndex(({ content }) => isSameOne(content, one.content));
    return planOne(at < 0 ? null : (free.splice(at, 1)[0] ?? null), one, sides);
  });
}

function isSameOne(one: KeptContent, other: KeptContent): boolean {
  if (one.kind === 'company') {
    return other.kind === 'company' && isSameCompany(companyKey(one.details), companyKey(other.details));
  }
  if (other.kind !== 'person') return false;
  const [mine, theirs] = [one.details, other.details];
  const isEqual = (field: 'idNumber' | 'phone' | 'name'): boolean | null => {
    const [here, there] = [mine[field]?.trim() ?? '', theirs[field]?.trim() ?? ''];
    return here === '' || there === '' ? null : here.toUpperCase() === there.toUpperCase();
  };
  return isEqual('idNumber') ?? (isEqual('name') === true && isEqual('phone') !== false);
}

function planOne(mine: LibraryKept | null, theirs: ReceivedKept, sides: Sides): PlannedKeptMerge {
  const name = theirs.content.details.name?.trim() ?? '';
  const about = { kept: theirs.id, kind: theirs.content.kind, name };
  if (mine === null) {
    const view: KeptMergePlan = { ...about, state: 'new', hasAncestor: false, fields: [], conflicts: [] };
    return { view, mine, theirs, settle: () => theirs.content };
  }
  const [here, there] = [keptStateOf(mine.content), keptStateOf(theirs.content)];
  const known = new Set(theirs.states);
  const ancestor = [...mine.ancestors, { state: here, content: mine.content }].findLast(({ state }) =>
    known.has(state),
  );
  const state = mine.isRemoved
    ? 'removed'
    : here === there
      ? 'same'
      : ancestor?.state === here
        ? 'newer-there'
        : ancestor?.state === there
          ? 'newer-here'
          : 'both-changed';
  const fields = mergeFields(
    ancestor === undefined ? null : documentOfKept(ancestor.content),
    documentOfKept(mine.content),
    documentOfKept(theirs.content),
  );
  const removedId = `kept/${theirs.id}/removed`;
  return {
    view: {
      ...about,
      state,
      hasAncestor: ancestor !== undefined,
      fields: fields.edits.map(({ path }) => path.join('.')),
      conflicts: [
        ...(mine.isRemoved ? [removedConflict(removedId, mine, theirs, sides)] : []),
        ...fields.conflicts.map((one) => fieldConflict(one, mine, theirs, sides)),
      ],
    },
    mine,
    theirs,
    settle: (picks) =>
      (mine.isRemoved && picks.get(removedId) !== 'theirs') || state === 'newer-here'
        ? null
        : settled(mine.content, theirs, fields, picks),
  };
}

function settled(
  mine: KeptContent,
  theirs: ReceivedKept,
  { edits, conflicts }: MergedFields,
  picks: ReadonlyMap<string, MergePick>,
): KeptContent {
  const taken = conflicts.filter((one) => picks.get(fieldId(theirs, one)) === 'theirs');
  return keptWithFields(mine, theirs.content, [
    ...edits,
    ...taken.map(({ path, theirs: value }) => ({ path: [...path], value: value ?? null })),
  ]);
}

const fieldId = ({ id }: ReceivedKept, { path }: FieldConflict): string =>
  `kept/${id}/field/${JSON.stringify(path)}`;

function fieldConflict(
  one: FieldConflict,
  mine: LibraryKept,
  theirs: ReceivedKept,
  sides: Sides,
): MergeConflict {
  const textOf = (value: unknown, { logo }: KeptContent): string | null =>
    one.path[1] !== 'logo'
      ? shownValue(value)
      : logo === null
        ? null
        : `${logo.name} · SHA-256 ${logo.sha256.slice(0, 12)}…`;
  return {
    id: fieldId(theirs, one),
    kind: 'field',
    at: one.path.join('.'),
    mine: { text: textOf(one.mine, mine.content), by: sides.here, at: mine.changedAt },
    theirs: { text: textOf(one.theirs, theirs.content), by: sides.there, at: theirs.changedAt },
    choices: ['mine', 'theirs'],
  };
}

const removedConflict = (
  id: string,
  mine: LibraryKept,
  theirs: ReceivedKept,
  sides: Sides,
): MergeConflict => ({
  id,
  kind: 'removed',
  at: theirs.id,
  mine: { text: null, by: sides.here, at: mine.changedAt },
  theirs: { text: theirs.content.details.name ?? theirs.id, by: sides.there, at: theirs.changedAt },
  choices: ['mine', 'theirs'],
});
