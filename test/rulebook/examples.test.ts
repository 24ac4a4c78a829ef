import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../../main/core/review/check-registry.ts';
import { isCheckRule } from '../../main/core/rulebook/rule-kinds.ts';
import { subjectOfExample } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const rules = rulebook.rules.filter(isCheckRule);

test('there are check rules to try', () => {
  expect(rules.length).toBeGreaterThan(50);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const run = (example: unknown) => {
    const { as, subject, situation } = subjectOfExample(rulebook, rule, example);
    const conclusions = checkRegistry.get(rule.check)!.run(subject, rule.parameters ?? {}, situation);
    return { as, outcomes: conclusions.map((one) => one.outcome) };
  };

  test.each(rule.examples.pass.map((one) => [one['as'], one] as const))('passes %s', (_as, example) => {
    const { outcomes } = run(example);
    expect(outcomes).toContain('pass');
    expect(outcomes.filter((one) => one !== 'pass' && one !== 'not-applicable')).toEqual([]);
  });

  test.each(rule.examples.fail.map((one) => [one['as'], one] as const))('finds %s', (_as, example) => {
    const { outcomes } = run(example);
    expect(outcomes.some((one) => one === 'fail' || one === 'needs-person')).toBe(true);
  });
});
