import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { CheckRule } from '../../contract/rulebook.ts';
import { isSameData } from '../dossier/same-data.ts';
import type { AnyCheck, Conclusion, Situation, Subject } from './check.ts';

/** A part of a document that a check read: a field, or one of a group's; with no key the whole. Of some it read only what there is. */
interface Reading {
  readonly path: readonly string[];
  readonly isPresence: boolean;
  readonly value: unknown;
}

/** What a check concluded, with everything that it looked at. */
interface Remembered {
  readonly subject: Subject;
  readonly readings: readonly Reading[];
  readonly surroundings: Partial<Omit<Situation, 'document'>>;
  readonly conclusions: readonly Conclusion[];
}

const remembered = new WeakMap<CheckRule, Map<string, Remembered>>();

/**
 * What a rule's check concludes. Checks are pure, so that one which would look at the same again is not run again: its last run for the same place is
 * remembered with the parts of the dossier, the files, the word lists and the day that it read, and all of them are compared.
 */
export function runRemembered(
  rule: CheckRule,
  check: AnyCheck,
  subject: Subject,
  situation: Situation,
): readonly Conclusion[] {
  const known = remembered.get(rule) ?? new Map<string, Remembered>();
  remembered.set(rule, known);
  const key = subject.kind === 'field' ? subject.field : `files ${subject.requirement}`;
  const before = known.get(key);
  if (before !== undefined && isAsBefore(before, subject, situation)) return before.conclusions;
  const readings = new Map<string, Reading>();
  const surroundings: { -readonly [K in keyof Situation]?: Situation[K] } = {};
  const note = (reading: Reading): void => {
    readings.set(`${reading.isPresence}\n${reading.path.join('\n')}`, reading);
  };
  const conclusions = check.run(subject, rule.parameters ?? {}, {
    document: watched(situation.document, note),
    get rulebook() {
      return (surroundings.rulebook = situation.rulebook);
    },
    get inspections() {
      return (surroundings.inspections = situation.inspections);
    },
    get today() {
      return (surroundings.today = situation.today);
    },
  });
  known.set(key, { subject, readings: [...readings.values()], surroundings, conclusions });
  return conclusions;
}

function isAsBefore(
  { subject: before, readings, surroundings }: Remembered,
  subject: Subject,
  { document, rulebook, inspections, today }: Situation,
): boolean {
  const { rulebook: seen, inspections: looked, today: day } = surroundings;
  return (
    isSameSubject(before, subject) &&
    (day === undefined || day === today) &&
    (seen === undefined || (seen.wordLists === rulebook.wordLists && seen.texts === rulebook.texts)) &&
    (looked === undefined || areSameFiles([...looked], [...inspections])) &&
    readings.every(({ path, isPresence, value }) => {
      const now = valueAt(document, path);
      return isSameReading(value, isPresence ? presenceOf(now) : now);
    })
  );
}

function isSameSubject(one: Subject, other: Subject): boolean {
  if (one.kind === 'field') return other.kind === 'field' && isSameReading(one.value, other.value);
  if (other.kind !== 'files' || one.requirement !== other.requirement) return false;
  return (
    one.files.length === other.files.length &&
    one.files.every((file, index) => isSameFile(file, other.files[index]))
  );
}

type Placed = readonly (readonly [string, FileInspection])[];

const areSameFiles = (one: Placed, other: Placed): boolean =>
  one.length === other.length &&
  one.every(([path, file], index) => path === other[index]?.[0] && isSameFile(file, other[index]?.[1]));

/** Whether two inspections hold the same: what was found of an unchanged file is kept, so that its parts are the very same. */
function isSameFile(one: FileInspection, other: FileInspection | undefined): boolean {
  if (one === other) return true;
  if (other === undefined) return false;
  const [ours, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    ours.length === theirs.length &&
    ours.every(([key, value], index) => key === theirs[index]?.[0] && Object.is(value, theirs[index]?.[1]))
  );
}

/** The order of keys counts: who lists them sees it. */
const isSameReading = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (isSameData(one, other) && JSON.stringify(one) === JSON.stringify(other));

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function valueAt(document: DossierDocument, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const key of path) value = isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

const presenceOf = (value: unknown): string =>
  value === undefined ? 'nothing' : isGroup(value) ? 'group' : 'value';

type Note = (reading: Reading) => void;

/** The same document, that notes which of its fields are read: those of its groups singly, what is below them as one. */
const watched = (document: DossierDocument, note: Note): DossierDocument =>
  // A copy: a frozen target would have to be shown as it is. Safe: the proxy shows the copy's own fields, unchanged.
  new Proxy({ ...document }, watching([], note)) as DossierDocument;

function watching(path: readonly string[], note: Note): ProxyHandler<Readonly<Record<string, unknown>>> {
  const notePresence = (group: Readonly<Record<string, unknown>>, key: string | symbol): void => {
    if (typeof key !== 'string') return;
    const value = Object.hasOwn(group, key) ? group[key] : undefined;
    note({ path: [...path, key], isPresence: true, value: presenceOf(value) });
  };
  return {
    get(group, key) {
      if (typeof key !== 'string' || (!Object.hasOwn(group, key) && key in group))
        return Reflect.get(group, key);
      const value = group[key];
      const place = [...path, key];
      if (path.length === 0 && isGroup(value)) {
        notePresence(group, key);
        return new Proxy({ ...value }, watching(place, note));
      }
      note({ path: place, isPresence: false, value });
      return value;
    },
    has(group, key) {
      notePresence(group, key);
      return key in group;
    },
    getOwnPropertyDescriptor(group, key) {
      notePresence(group, key);
      return Reflect.getOwnPropertyDescriptor(group, key);
    },
    ownKeys(group) {
      note({ path, isPresence: false, value: { ...group } });
      return Reflect.ownKeys(group);
    },
  };
}
