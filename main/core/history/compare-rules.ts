import type { KeptRules } from '../../contract/history.ts';
import type { Localized } from '../../contract/language.ts';

/** Something with an id and a title. */
export interface Titled {
  readonly id: string;
  readonly title: Localized;
}

/** What two versions of a rulebook differ in, as far as the kept hashes say: each list by id. */
export interface RuleChanges {
  readonly added: readonly Titled[];
  readonly removed: readonly Titled[];
  readonly changed: readonly Titled[];
  /** Questions, sources, word lists and the like that came, went or changed. */
  readonly others: readonly Titled[];
}

/** Compares what two rulebooks held. */
export function compareRules(from: KeptRules, to: KeptRules): RuleChanges {
  const rules = differences(from.rules, to.rules);
  const others = differences(from.others, to.others);
  return { ...rules, others: inIdOrder([...others.added, ...others.removed, ...others.changed]) };
}

const inIdOrder = (all: readonly Titled[]): readonly Titled[] =>
  all.toSorted((one, other) => (one.id < other.id ? -1 : 1));

function differences(from: KeptRules['rules'], to: KeptRules['rules']): Omit<RuleChanges, 'others'> {
  const titled = ([id, { title }]: readonly [string, KeptRules['rules'][string]]): Titled => ({ id, title });
  const [before, after] = [Object.entries(from), Object.entries(to)];
  return {
    added: inIdOrder(after.filter(([id]) => !Object.hasOwn(from, id)).map(titled)),
    removed: inIdOrder(before.filter(([id]) => !Object.hasOwn(to, id)).map(titled)),
    changed: inIdOrder(
      after.filter(([id, { hash }]) => Object.hasOwn(from, id) && from[id]?.hash !== hash).map(titled),
    ),
  };
}
