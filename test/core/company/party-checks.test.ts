import { expect, test } from 'vitest';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

const run = (name: string, parameters: object, parts: Record<string, unknown>) =>
  checkRegistry.get(name)!.run({ kind: 'field', field: 'parties', value: parts['parties'] }, parameters, {
    document: dossierWith(parts),
    rulebook: { wordLists: new Map() },
    inspections: new Map(),
    today: '2026-07-01',
  });

const licensor = {
  role: 'licensor',
  kind: 'company',
  name: '样例软件有限公司',
  identifier: '91350100M000100Y43',
};

test('one complete party of the role is enough', () => {
  const parameters = { role: 'licensor' };
  expect(
    run('party-entered', parameters, { parties: [{ role: 'licensor', kind: 'company' }, licensor] }),
  ).toEqual([{ outcome: 'pass' }]);
  const [found] = run('party-entered', parameters, { parties: [{ ...licensor, role: 'affiliate' }] });
  expect(found).toMatchObject({ outcome: 'fail', at: 'parties' });
  expect(
    JSON.stringify(run('party-entered', parameters, { parties: [{ ...licensor, name: ' ' }] })),
  ).toContain('名称');
});

test('what is missing is named at the party', () => {
  const [first, second] = run(
    'parties-complete',
    {},
    { parties: [licensor, { ...licensor, identifier: '' }] },
  );
  expect(first).toEqual({ outcome: 'pass' });
  expect(second).toMatchObject({ outcome: 'fail', at: 'parties.1' });
  expect(JSON.stringify(second)).toContain('「样例软件有限公司」缺少统一社会信用代码');
  const [nameless] = run('parties-complete', {}, { parties: [{ role: 'licensor', kind: 'individual' }] });
  expect(JSON.stringify(nameless)).toContain('授权方缺少名称和号码');
});

test('the applicant is no party to itself, but may assess itself', () => {
  const company = { name: '样例(深圳)软件 有限公司' };
  const own = { ...licensor, name: '样例（深圳）软件有限公司' };
  expect(run('parties-complete', {}, { company, parties: [own] })[0]!.outcome).toBe('needs-person');
  expect(run('parties-complete', {}, { company, parties: [{ ...own, role: 'assessor' }] })[0]!.outcome).toBe(
    'pass',
  );
});

test('a licensor of another right is no licensor of the one asked for', () => {
  const parameters = { role: 'licensor', licenses: 'game-licence' };
  const outcome = (licenses?: readonly string[]) =>
    run('party-entered', parameters, { parties: [{ ...licensor, licenses }] })[0]?.outcome;
  expect(outcome()).toBe('pass');
  expect(outcome(['content', 'game-licence'])).toBe('pass');
  expect(outcome(['content'])).toBe('fail');
});

test('several licensors that cannot be told apart are shown to a person by name', () => {
  const other = { ...licensor, name: '样例互娱有限公司' };
  const found = (parties: readonly object[]) => run('licensors-told-apart', {}, { parties });
  expect(found([licensor, { ...other, kind: 'individual' }])).toEqual([{ outcome: 'pass' }]);
  expect(found([licensor, { ...other, licenses: ['content'] }])).toEqual([{ outcome: 'pass' }]);
  const silent = found([licensor, { ...other, licenses: [] }]);
  expect(silent).toMatchObject([{ outcome: 'needs-person', at: 'parties' }]);
  expect(JSON.stringify(silent)).toContain('样例软件有限公司、样例互娱有限公司都没有写明');
  const shared = found([licensor, other].map((one) => ({ ...one, licenses: ['news-source', 'content'] })));
  expect(shared).toHaveLength(2);
  expect(JSON.stringify(shared)).toContain('都授权新闻');
});
