import type { Requirement } from '../../../main/contract/report.ts';

/** What is asked for, by what asks for it. */
export type GroupId = 'special' | 'answers' | 'always' | 'filled' | 'optional' | 'statements' | 'open';

export interface RequirementGroup {
  readonly id: GroupId;
  readonly requirements: readonly Requirement[];
}

const order: readonly GroupId[] = [
  'special',
  'answers',
  'always',
  'filled',
  'optional',
  'open',
  'statements',
];

function groupOf(one: Requirement): GroupId {
  if (one.optional) return 'optional';
  if (one.status === 'open') return 'open';
  if (one.kind === 'attestation') return 'statements';
  if (one.kind === 'text' || one.kind === 'asset') return 'filled';
  if (one.dueTo?.includes('category') === true) return 'special';
  return one.dueTo?.includes('answer') === true ? 'answers' : 'always';
}

/**
 * Requirements in groups, those that this dossier alone brings first: papers of its categories, papers of its answers,
 * papers that every app needs, what is filled in, what may be left out, what is not decided, and statements. Parts of
 * groups are left to their groups; no group is empty.
 */
export function requirementGroups(requirements: readonly Requirement[]): readonly RequirementGroup[] {
  const top = requirements.filter((one) => one.partOf === undefined);
  const groups = Map.groupBy(top, groupOf);
  return order.flatMap((id) => {
    const list = groups.get(id);
    return list === undefined ? [] : [{ id, requirements: list }];
  });
}
