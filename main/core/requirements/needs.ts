import type { RequirementStatus } from '../../contract/report.ts';
import type { NeedsTree } from '../../contract/rulebook.ts';

/** The requirement ids in a tree, in order. */
export function leavesOf(tree: NeedsTree): readonly string[] {
  if (typeof tree === 'string') return [tree];
  return ('allOf' in tree ? tree.allOf : tree.anyOf).flatMap(leavesOf);
}

/** The leaves that may be replaced by another: those under an any-of with more than one branch. */
export function replaceableLeaves(tree: NeedsTree, isReplaceable = false): readonly string[] {
  if (typeof tree === 'string') return isReplaceable ? [tree] : [];
  if ('allOf' in tree) return tree.allOf.flatMap((part) => replaceableLeaves(part, isReplaceable));
  return tree.anyOf.flatMap((part) => replaceableLeaves(part, isReplaceable || tree.anyOf.length > 1));
}

/** The tree without the leaves that are not asked for; null when nothing is left. Branches are kept as the source has them. */
export function pruneNeeds(tree: NeedsTree, isKept: (leaf: string) => boolean): NeedsTree | null {
  if (typeof tree === 'string') return isKept(tree) ? tree : null;
  const parts = ('allOf' in tree ? tree.allOf : tree.anyOf).flatMap((part) => {
    const kept = pruneNeeds(part, isKept);
    return kept === null ? [] : [kept];
  });
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return first;
  return 'allOf' in tree ? { allOf: parts } : { anyOf: parts };
}

const worst: readonly RequirementStatus[] = ['missing', 'invalid', 'open', 'ok'];

/** What is known of each leaf: its status, and whether something was handed in for it although a question on it is open. */
export interface LeafStates {
  statusOf(leaf: string): RequirementStatus;
  isGiven(leaf: string): boolean;
}

/**
 * The status of a tree from its leaves: all-of takes the worst part, any-of the best. A branch that hangs on an open question and for which nothing
 * was handed in cannot stand in for the others: one of them is wanted whatever the answer.
 */
export function statusOfNeeds(tree: NeedsTree, leaves: LeafStates): RequirementStatus {
  if (typeof tree === 'string') return leaves.statusOf(tree);
  const isAll = 'allOf' in tree;
  const parts = (isAll ? tree.allOf : tree.anyOf).map((part) => ({
    status: statusOfNeeds(part, leaves),
    isGiven: leavesOf(part).some((leaf) => leaves.isGiven(leaf)),
  }));
  const counting = isAll ? parts : parts.filter(({ status, isGiven }) => status !== 'open' || isGiven);
  const statuses = (counting.length > 0 ? counting : parts).map(({ status }) => status);
  const order = isAll ? worst : worst.toReversed();
  return order.find((status) => statuses.includes(status)) ?? 'missing';
}

/** The any-of branches of a tree that are required and satisfied by nothing yet. */
export function unsatisfiedChoices(tree: NeedsTree, leaves: LeafStates): readonly (readonly string[])[] {
  if (typeof tree === 'string') return [];
  if ('allOf' in tree) return tree.allOf.flatMap((part) => unsatisfiedChoices(part, leaves));
  if (tree.anyOf.length === 1) return tree.anyOf.flatMap((part) => unsatisfiedChoices(part, leaves));
  return statusOfNeeds(tree, leaves) === 'missing' ? [leavesOf(tree)] : [];
}
