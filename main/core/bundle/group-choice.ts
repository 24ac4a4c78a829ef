import type { NeedsTree } from '../../contract/rulebook.ts';

/** The alternatives to a member of a group: the other branches of every any-of it stands in; empty where it has none. */
export function alternativesTo(id: string, needs: NeedsTree): readonly NeedsTree[] {
  if (typeof needs === 'string') return [];
  if ('allOf' in needs) return needs.allOf.flatMap((tree) => alternativesTo(id, tree));
  const own = needs.anyOf.filter((tree) => holds(tree, id));
  if (own.length === 0) return [];
  const others = needs.anyOf.filter((tree) => !own.includes(tree));
  return [...others, ...own.flatMap((tree) => alternativesTo(id, tree))];
}

function holds(tree: NeedsTree, id: string): boolean {
  if (typeof tree === 'string') return tree === id;
  return ('anyOf' in tree ? tree.anyOf : tree.allOf).some((branch) => holds(branch, id));
}
