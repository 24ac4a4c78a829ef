import type { Condition } from '../../contract/condition.ts';

/** A condition that has no conditions inside. */
export type Atom = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/** Every innermost condition with whether it stands under an odd number of nots, in the order it is written. */
export function atomsOf(
  condition: Condition | undefined,
  negated = false,
): readonly { readonly atom: Atom; readonly negated: boolean }[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap((part) => atomsOf(part, negated));
  if ('any' in condition) return condition.any.flatMap((part) => atomsOf(part, negated));
  if ('not' in condition) return atomsOf(condition.not, !negated);
  return [{ atom: condition, negated }];
}

/** The facts that a condition asks for, each once, sorted. */
export function factsOf(condition: Condition | undefined): readonly string[] {
  return [...new Set(atomsOf(condition).flatMap(({ atom }) => ('fact' in atom ? [atom.fact] : [])))].sort();
}
