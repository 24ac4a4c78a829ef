import { createHash } from 'node:crypto';
import type { KeptRules, RulebookMark } from '../../contract/history.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';

/** The data with the keys of every object sorted, so that the order in which it was written does not count. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, inOrder(item)]),
  );
}

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(value)), 'utf8')
    .digest('hex');

/** A rulebook's version and hash, and the hashes of its parts. */
export interface RulebookMarks {
  readonly mark: RulebookMark;
  readonly rules: KeptRules;
}

const marks = new WeakMap<Rulebook, () => RulebookMarks>();

/** Takes marks over for a rulebook, worked out before of the same rulebook: whoever says so answers for it. Asked for at most once. */
export function keepMarks(rulebook: Rulebook, made: () => RulebookMarks): void {
  marks.set(rulebook, made);
}

/**
 * The version of a rulebook with the SHA-256 of all that it holds, and each of its rules and other parts with a hash of
 * its own: 16 hex digits. Examples of rules are left out: they decide nothing. Worked out once for each rulebook.
 */
export function markRulebook(rulebook: Rulebook): RulebookMarks {
  const known = marks.get(rulebook)?.();
  if (known !== undefined) {
    marks.set(rulebook, () => known);
    return known;
  }
  const rules = keptRules(rulebook);
  const { id, version } = rulebook.platform;
  const sha256 = hashOf([id, version, rules, hashOf(rulebook.platform), hashOf(rulebook.categories)]);
  const made = { mark: { id, version, sha256 }, rules };
  marks.set(rulebook, () => made);
  return made;
}

function keptRules(rulebook: Rulebook): KeptRules {
  const one = (title: Localized, value: unknown) => ({ title, hash: hashOf(value).slice(0, 16) });
  const rules = rulebook.rules.map((rule) => {
    const { examples: _examples, ...decides } = 'examples' in rule ? rule : { ...rule, examples: null };
    return [rule.id, one(rule.title, decides)] as const;
  });
  return {
    rules: Object.fromEntries(rules),
    others: Object.fromEntries([
      ...rulebook.facts.map((fact) => [`fact:${fact.id}`, one(fact.question, fact)] as const),
      ...rulebook.sources.map((source) => [`source:${source.id}`, one(source.title, source)] as const),
      ...rulebook.conflicts.map(
        (conflict) => [`conflict:${conflict.id}`, one(conflict.title, conflict)] as const,
      ),
      ...[...rulebook.wordLists].map(
        ([name, words]) =>
          [`words:${name}`, one({ zh: `词表 ${name}`, en: `word list ${name}` }, words)] as const,
      ),
      ...(rulebook.texts ?? []).map((text) => [`text:${text.id}`, one(text.title, text)] as const),
      [
        'clauses',
        one({ zh: '条款及其摘要', en: 'clauses and their gists' }, [
          [...rulebook.clauses.values()],
          rulebook.background,
        ]),
      ] as const,
    ]),
  };
}
