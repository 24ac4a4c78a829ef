import type { Rulebook } from '../../contract/rulebook.ts';

/**
 * Which rule rests on each clause of kind clause, text or row (headings that are cited come along): the first by id.
 * `uncovered` are those that no rule of this version cites, in the order of the sources.
 */
export function coverClauses(rulebook: Pick<Rulebook, 'clauses' | 'rules'>): {
  readonly coverage: Readonly<Record<string, string>>;
  readonly uncovered: readonly string[];
} {
  const ruleOf = new Map<string, string>();
  for (const rule of rulebook.rules) {
    for (const clause of rule.cites) if (!ruleOf.has(clause)) ruleOf.set(clause, rule.id);
  }
  const all = [...rulebook.clauses.values()];
  return {
    coverage: Object.fromEntries(
      all.flatMap(({ id }) => {
        const rule = ruleOf.get(id);
        return rule === undefined ? [] : [[id, rule] as const];
      }),
    ),
    uncovered: all.filter(({ id, kind }) => kind !== 'heading' && !ruleOf.has(id)).map(({ id }) => id),
  };
}
