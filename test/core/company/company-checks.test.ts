import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import type { Subject } from '../../../main/core/review/check.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

const run = (name: string, field: string, value: unknown, parts = {}, parameters: object = {}) => {
  const subject: Subject = { kind: 'field', field, value };
  const situation = {
    document: dossierWith(parts),
    rulebook: { wordLists: new Map() },
    inspections: new Map(),
    today: '2026-07-01',
  };
  return checkRegistry.get(name)!.run(subject, parameters, situation);
};
const outcomes = (...given: Parameters<typeof run>): readonly string[] =>
  run(...given).map((one) => one.outcome);

describe('identity numbers by the kind of document', () => {
  const judge = (idType: string | undefined, idNumber: string): string =>
    outcomes(
      'identity-number',
      'company.agent.idNumber',
      idNumber,
      { company: { agent: { idType, idNumber } } },
      { typeField: 'company.agent.idType' },
    )[0]!;

  test.each([
    ['resident', '11010519491231002X', 'pass'],
    [undefined, '11010519491231002X', 'pass'],
    ['resident', '110105194912310021', 'fail'],
    ['passport', 'E12345678', 'pass'],
    ['passport', '护照一号', 'needs-person'],
    ['hk-macao', 'H12345678', 'pass'],
    ['hk-macao', 'H1234567801', 'pass'],
    ['hk-macao', '810000199001010011', 'pass'],
    ['hk-macao', '12345', 'needs-person'],
    ['taiwan', '12345678', 'pass'],
    ['taiwan', '830000199001010011', 'pass'],
    ['taiwan', 'A123456789', 'needs-person'],
  ] as const)('%s %s: %s', (type, number, outcome) => {
    expect(judge(type, number)).toBe(outcome);
  });
});

test('each party’s identifier is judged at its own place', () => {
  const parties = [
    { role: 'licensor', kind: 'company', identifier: '91350100M000100Y43' },
    { role: 'licensor', kind: 'company', identifier: '91350100M000100Y44' },
    { role: 'licensor', kind: 'individual', identifier: '110105194912310021' },
    { role: 'affiliate', kind: 'company', identifier: 'HRB 12345' },
    { role: 'affiliate', kind: 'company' },
  ];
  const found = run('party-identifiers', 'parties', parties, { parties });
  expect(found.map((one) => [one.outcome, 'at' in one ? one.at : null])).toEqual([
    ['pass', null],
    ['fail', 'parties.1.identifier'],
    ['fail', 'parties.2.identifier'],
    ['needs-person', 'parties.3.identifier'],
    ['not-applicable', null],
  ]);
});

test.each([
  ['lisi@example.com', 'pass'],
  ['李四@例子.中国', 'pass'],
  ['lisi@example', 'fail'],
  ['lisi example.com', 'fail'],
  ['a@example.com;b@example.com', 'fail'],
])('the address %s: %s', (address, outcome) => {
  expect(outcomes('email-address', 'company.agent.email', address)).toEqual([outcome]);
});

test('a field that is no text is not applicable', () => {
  for (const name of ['credit-code', 'phone-number', 'email-address', 'icp-number']) {
    expect(outcomes(name, 'x', ['a'])).toEqual(['not-applicable']);
  }
});
