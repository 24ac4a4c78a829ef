import type { Finding, Requirement } from '../../../main/contract/report.ts';
import type { NeedsTree } from '../../../main/contract/rulebook.ts';

/** Requirements that hold files, by whether there is anything to do about them now. */
export interface Cards {
  /** Asked for, or given already. */
  readonly needed: readonly Requirement[];
  /** May be left out, and is. */
  readonly spare: readonly Requirement[];
  /** Hangs on a question, and nothing is given. */
  readonly open: readonly Requirement[];
}

/** The ids at the ends of a needs tree. */
export const leavesOf = (tree: NeedsTree): readonly string[] =>
  typeof tree === 'string' ? [tree] : ('anyOf' in tree ? tree.anyOf : tree.allOf).flatMap(leavesOf);

type ById = ReadonlyMap<string, Requirement>;

/** A requirement with all that it is made of. */
function partsOf(one: Requirement, byId: ById): readonly Requirement[] {
  const leaves = one.needs === undefined ? [] : leavesOf(one.needs);
  return [one, ...leaves.flatMap((id) => byId.get(id) ?? []).flatMap((part) => partsOf(part, byId))];
}

/** Whether a requirement or one of its parts is edited at a field. */
export const holdsPart = (one: Requirement, field: string, byId: ById): boolean =>
  partsOf(one, byId).some(({ id, fields }) => fields.includes(field) || `documents.${id}` === field);

/** How many findings about the files of a requirement, or of its parts, ask a person to look; hints are not counted. */
export function countToLookAt(
  one: Requirement,
  byId: ById,
  findings: readonly Pick<Finding, 'at' | 'level' | 'outcome'>[],
): number {
  const files = new Set(partsOf(one, byId).flatMap((part) => part.files));
  return findings.filter(
    ({ at, level, outcome }) => outcome === 'needs-person' && level === 'warning' && files.has(at),
  ).length;
}

/** Parts the top requirements that hold files; what holds a file already is never put away. */
export function cardsOf(requirements: readonly Requirement[], byId: ById): Cards {
  const top = requirements.filter(
    ({ partOf, kind }) =>
      partOf === undefined && (kind === 'asset' || kind === 'document' || kind === 'letter'),
  );
  const isGiven = (one: Requirement): boolean => partsOf(one, byId).some(({ files }) => files.length > 0);
  const placeOf = (one: Requirement): keyof Cards =>
    isGiven(one) ? 'needed' : one.optional ? 'spare' : one.status === 'open' ? 'open' : 'needed';
  return {
    needed: top.filter((one) => placeOf(one) === 'needed'),
    spare: top.filter((one) => placeOf(one) === 'spare'),
    open: top.filter((one) => placeOf(one) === 'open'),
  };
}
