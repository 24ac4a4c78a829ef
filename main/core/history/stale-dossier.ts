import type { DossierDocument } from '../../contract/dossier.ts';
import type { HistoryEntry, KeptRequirements, KeptRules } from '../../contract/history.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { compareRequirements } from '../requirements/what-if.ts';
import { staleReasons, type LocalizedStaleReason } from '../letters/stale-reasons.ts';
import type { LetterState } from '../letters/letter-state.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { compareRules, type RuleChanges, type Titled } from './compare-rules.ts';
import { requirementsNow } from './dossier-snapshot.ts';
import { markRulebook } from './rulebook-marks.ts';

/** What a newer rulebook changes for a dossier since an entry. */
export interface StaleDossier extends RuleChanges {
  /** Of the rules that were added or changed, those that apply, or may apply, to the dossier as it is now. */
  readonly concerning: readonly Titled[];
  /** What the same dossier.yaml is asked for now and was not then, and what fell away. */
  readonly requirements: { readonly added: readonly Titled[]; readonly removed: readonly Titled[] };
}

/** Compares the rulebook of an entry with the present one; null where they are the same. */
export function staleDossier(
  rulebook: Rulebook,
  now: DossierDocument,
  then: {
    readonly entry: HistoryEntry;
    readonly document: DossierDocument;
    readonly rules: KeptRules;
    readonly requirements: KeptRequirements;
  },
): StaleDossier | null {
  const { mark, rules } = markRulebook(rulebook);
  if (mark.sha256 === then.entry.rulebook.sha256) return null;
  const changes = compareRules(then.rules, rules);
  const circumstances = circumstancesOf(rulebook, now);
  const applies = new Set(
    rulebook.rules.filter((rule) => evaluate(rule.applies, circumstances).holds !== 'no').map(({ id }) => id),
  );
  const asked = compareRequirements(then.requirements, requirementsNow(rulebook, then.document));
  const titled = ({ id, title }: Titled): Titled => ({ id, title });
  return {
    ...changes,
    concerning: [...changes.added, ...changes.changed].filter(({ id }) => applies.has(id)),
    requirements: { added: asked.added.map(titled), removed: asked.removed.map(titled) },
  };
}

/** Letters that were kept in a run or export, and whose rule is another now, with why. The latest print of each counts. */
export function staleLetters(
  entries: readonly HistoryEntry[],
  states: readonly LetterState[],
): readonly {
  readonly letter: string;
  readonly title: Titled['title'];
  readonly reasons: readonly LocalizedStaleReason[];
}[] {
  return states.flatMap(({ letter, ingredients, revision }) => {
    const last = entries
      .flatMap(({ at, letters }) => letters.map((one) => ({ on: at.slice(0, 10), ...one })))
      .findLast((one) => one.letter === letter);
    if (last === undefined || ingredients === undefined) return [];
    const reasons = staleReasons(
      { on: last.on, ...last.origin },
      ingredients,
      last.revision === revision,
    ).filter(({ kind }) => kind === 'rule');
    return reasons.length === 0 ? [] : [{ letter, title: last.title, reasons }];
  });
}
