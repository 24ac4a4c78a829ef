import type { RequirementRule, Rulebook } from '../../contract/rulebook.ts';
import { isRequirementRule } from '../rulebook/rule-kinds.ts';

/** The requirements of a rulebook in the order of the upload form's sections; statements follow by topic. */
export function inFormOrder({
  platform,
  rules,
}: Pick<Rulebook, 'platform' | 'rules'>): readonly RequirementRule[] {
  const sections = platform.sections.map((section) => section.id);
  const topics = platform.topics.map((topic) => topic.id);
  const keyOf = (rule: RequirementRule): readonly [number, number] => {
    if (rule.kind === 'attestation') return [sections.length + 1, topics.indexOf(rule.topic)];
    if (rule.place === undefined) return [sections.length, 0];
    return [sections.indexOf(rule.place.section), rule.place.order];
  };
  return rules
    .filter(isRequirementRule)
    .map((rule) => ({ rule, key: keyOf(rule) }))
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || (a.rule.id < b.rule.id ? -1 : 1))
    .map(({ rule }) => rule);
}
