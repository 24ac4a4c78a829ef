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

/** The status of a tree from its leaves: all-of takes the worst part, any-of the best. */
export function statusOfNeeds(
  tree: NeedsTree,
  statusOf: (leaf: string) => RequirementStatus,
): RequirementStatus {
  if (typeof tree === 'string') return statusOf(tree);
  const isAll = 'allOf' in tree;
  const parts = (isAll ? tree.allOf : tree.anyOf).map((part) => statusOfNeeds(part, statusOf));
  const order = isAll ? worst : worst.toReversed();
  return order.find((status) => parts.includes(status)) ?? 'missing';
}

/** The any-of branches of a tree that are required and satisfied by nothing yet. */
export function unsatisfiedChoices(
  tree: NeedsTree,
  statusOf: (leaf: string) => RequirementStatus,
): readonly (readonly string[])[] {
  if (typeof tree === 'string') return [];
  if ('allOf' in tree) return tree.allOf.flatMap((part) => unsatisfiedChoices(part, statusOf));
  if (tree.anyOf.length === 1) return tree.anyOf.flatMap((part) => unsatisfiedChoices(part, statusOf));
  return statusOfNeeds(tree, statusOf) === 'missing' ? [leavesOf(tree)] : [];
}
