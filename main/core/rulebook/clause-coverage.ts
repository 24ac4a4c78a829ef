import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';

/** Whether a clause is meant by an exact id or by `prefix*`. */
export const matchesClause = (pattern: string, clause: string): boolean =>
  pattern.endsWith('*') ? clause.startsWith(pattern.slice(0, -1)) : pattern === clause;

/** Why a clause binds nobody to do anything; undefined for one that is not declared background. */
export const backgroundOf = (
  { background }: Pick<Rulebook, 'background'>,
  clause: string,
): Localized | undefined =>
  background.find(({ clauses }) => clauses.some((pattern) => matchesClause(pattern, clause)))?.reason;

/**
 * What accounts for each clause: the first rule by id that cites it (headings that are cited come along), or `background` where none does and it
 * is declared so. `uncovered` are clauses of kind clause, text or row with neither, in the order of the sources.
 */
export function coverClauses(rulebook: Pick<Rulebook, 'clauses' | 'rules' | 'background'>): {
  readonly coverage: Readonly<Record<string, string>>;
  readonly uncovered: readonly string[];
} {
  const ruleOf = new Map<string, string>();
  for (const rule of rulebook.rules) {
    for (const clause of rule.cites) if (!ruleOf.has(clause)) ruleOf.set(clause, rule.id);
  }
  const all = [...rulebook.clauses.values()].map(({ id, kind }) => ({
    id,
    kind,
    by:
      ruleOf.get(id) ??
      (kind !== 'heading' && backgroundOf(rulebook, id) !== undefined ? 'background' : null),
  }));
  return {
    coverage: Object.fromEntries(all.flatMap(({ id, by }) => (by === null ? [] : [[id, by] as const]))),
    uncovered: all.filter(({ kind, by }) => kind !== 'heading' && by === null).map(({ id }) => id),
  };
}
