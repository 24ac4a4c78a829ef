import type { Requirement } from '../../../main/contract/report.ts';

/** What is asked for, by what asks for it. */
export type GroupId = 'special' | 'answers' | 'always' | 'filled' | 'optional' | 'statements' | 'open';

export interface RequirementGroup {
  readonly id: GroupId;
  readonly requirements: readonly Requirement[];
}

interface Choices {
  /** Titles of the chosen categories, as the reasons of requirements name them. */
  readonly categories: readonly string[];
  /** Requirements that hang on questions which have an answer. */
  readonly answered: ReadonlySet<string>;
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

/** Whether a reason names the chosen categories: only what is asked for because of them does. */
const namesCategories = (because: string, categories: readonly string[]): boolean =>
  categories.length > 0 &&
  [`「${categories.join('、')}」`, `“${categories.join(', ')}”`].some((words) => because.includes(words));

function groupOf(one: Requirement, { categories, answered }: Choices): GroupId {
  if (one.optional) return 'optional';
  if (one.status === 'open') return 'open';
  if (one.kind === 'attestation') return 'statements';
  if (one.kind === 'text' || one.kind === 'asset') return 'filled';
  if (namesCategories(one.because, categories)) return 'special';
  return answered.has(one.id) ? 'answers' : 'always';
}

/**
 * Requirements in groups, those that this dossier alone brings first: papers of its categories, papers of its answers,
 * papers that every app needs, what is filled in, what may be left out, what is not decided, and statements. Parts of
 * groups are left to their groups; no group is empty.
 */
export function requirementGroups(
  requirements: readonly Requirement[],
  choices: Choices,
): readonly RequirementGroup[] {
  const top = requirements.filter((one) => one.partOf === undefined);
  const groups = Map.groupBy(top, (one) => groupOf(one, choices));
  return order.flatMap((id) => {
    const list = groups.get(id);
    return list === undefined ? [] : [{ id, requirements: list }];
  });
}
