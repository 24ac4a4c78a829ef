import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../main/contract/condition.ts';
import { evaluate, type Circumstances } from '../../../main/core/rulebook/evaluate.ts';

const ids = ['a', 'b', 'c'];
const circumstances = (answers: Record<string, boolean | string | string[]> = {}): Circumstances => ({
  categories: ['general/other'],
  tracks: ['listing'],
  applicant: 'company',
  answers,
});

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ fact: fc.constantFrom(...ids), is: fc.boolean() }),
    fc.record({ category: fc.constantFrom('general/other', 'finance/banking') }),
    fc.record({ applicant: fc.constantFrom('company' as const, 'individual' as const) }),
  ),
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const partialAnswers = fc.dictionary(fc.constantFrom(...ids), fc.boolean());

describe('three-valued logic', () => {
  test('a double negation says the same', () => {
    fc.assert(
      fc.property(condition, partialAnswers, (one, answers) => {
        expect(evaluate({ not: { not: one } }, circumstances(answers))).toEqual(
          evaluate(one, circumstances(answers)),
        );
      }),
    );
  });

  test('not all is any not, and not any is all not (De Morgan)', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), partialAnswers, (parts, answers) => {
        const around = circumstances(answers);
        const nots = parts.map((part): Condition => ({ not: part }));
        expect(evaluate({ not: { all: parts } }, around)).toEqual(evaluate({ any: nots }, around));
        expect(evaluate({ not: { any: parts } }, around)).toEqual(evaluate({ all: nots }, around));
      }),
    );
  });

  test('one more answer never takes back what was decided', () => {
    fc.assert(
      fc.property(
        condition,
        partialAnswers,
        fc.constantFrom(...ids),
        fc.boolean(),
        (one, answers, id, value) => {
          const before = evaluate(one, circumstances(answers));
          const after = evaluate(one, circumstances({ [id]: value, ...answers }));
          if (before.holds !== 'open') expect(after).toEqual(before);
          else if (!before.facts.includes(id)) expect(after).toEqual(before);
        },
      ),
    );
  });

  test('it is open exactly when some completion of the answers decides otherwise or it hangs on named facts', () => {
    fc.assert(
      fc.property(condition, partialAnswers, (one, answers) => {
        const { holds, facts } = evaluate(one, circumstances(answers));
        expect(holds === 'open').toBe(facts.length > 0);
        expect(facts.filter((id) => id in answers)).toEqual([]);
        const full = { a: true, b: true, c: true, ...answers };
        expect(evaluate(one, circumstances(full)).holds).not.toBe('open');
      }),
    );
  });
});

test('no condition always holds', () => {
  expect(evaluate(undefined, circumstances())).toEqual({ holds: 'yes', facts: [] });
});

test('false and unknown is false; true or unknown is true', () => {
  const open: Condition = { fact: 'a', is: true };
  expect(evaluate({ all: [{ applicant: 'individual' }, open] }, circumstances()).holds).toBe('no');
  expect(evaluate({ any: [{ applicant: 'company' }, open] }, circumstances()).holds).toBe('yes');
  expect(evaluate({ all: [open, { fact: 'b', is: 'x' }] }, circumstances())).toEqual({
    holds: 'open',
    facts: ['a', 'b'],
  });
});

test('one of several options, and any in common for answers that are lists', () => {
  const is = (answer: string | string[], wanted: string | string[]) =>
    evaluate({ fact: 'a', is: wanted }, circumstances({ a: answer })).holds;
  expect(is('x', ['x', 'y'])).toBe('yes');
  expect(is('z', ['x', 'y'])).toBe('no');
  expect(is(['z', 'y'], ['x', 'y'])).toBe('yes');
  expect(is([], 'x')).toBe('no');
});
