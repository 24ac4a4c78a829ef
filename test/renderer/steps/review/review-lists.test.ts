import { expect, test } from 'vitest';
import { conflictsByConcern } from '../../../../renderer/steps/review/conflicts-in-order.ts';
import { decidedStatements } from '../../../../renderer/steps/review/decided-statements.ts';
import {
  questionsWithoutAnswer,
  waitsForStatement,
} from '../../../../renderer/steps/review/waiting-findings.ts';

test('conflicts whose rules the dossier meets come first, in their order', () => {
  const conflict = (id: string, ...rules: readonly string[]) => ({
    id, title: id, sides: [], does: '', rules: [...rules],
  }); // prettier-ignore
  const all = [conflict('logo', 'logo-size'), conflict('draws', 'draws-told'), conflict('icp', 'icp', 'x')];
  const { concerning, others } = conflictsByConcern(all, new Set(['icp', 'logo-size']));
  expect([concerning, others].map((list) => list.map((one) => one.id))).toEqual([['logo', 'icp'], ['draws']]);
});

test('statements that hang on an open question are counted, not asked for, unless they were made', () => {
  const statement = (rule: string) => ({
    rule, title: rule, statement: rule, by: '', because: '', cites: [],
  }); // prettier-ignore
  const topics = [
    { id: 'x', title: 'X', statements: [statement('sure'), statement('open'), statement('made')] },
    { id: 'y', title: 'Y', statements: [statement('also-open')] },
  ];
  const requirements = (['open', 'made', 'also-open'] as const).map((id) => ({
    id,
    status: 'open' as const,
  }));
  const { topics: shown, undecided } = decidedStatements(topics, requirements, { made: {} });
  expect(shown.map((topic) => [topic.id, topic.statements.map((one) => one.rule)])).toEqual([
    ['x', ['sure', 'made']],
  ]);
  expect(undecided).toBe(2);
});

test('findings that wait for a statement or an answer are told apart from faults', () => {
  const waiting = (at: string, outcome: 'fail' | 'needs-person' = 'needs-person') => ({ at, outcome });
  expect(waitsForStatement(waiting('attestations.rights-cleared'))).toBe(true);
  expect(waitsForStatement(waiting('attestations.rights-cleared', 'fail'))).toBe(false);
  expect(
    questionsWithoutAnswer([waiting('facts.chat'), waiting('facts.chat'), waiting('facts.game', 'fail')]),
  ).toEqual(['facts.chat']);
});
