import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

const run = (name: string, value: unknown, parameters: object, parts = {}, words: readonly string[] = []) =>
  checkRegistry.get(name)!.run({ kind: 'field', field: 'app.name', value }, parameters, {
    document: dossierWith(parts),
    rulebook: { wordLists: new Map([['list', words]]) },
    inspections: new Map(),
    today: '2026-07-01',
  });

describe('text-length', () => {
  test('says what was found and what was wanted', () => {
    const [found] = run('text-length', '会后自动整理要点结论与待办事项表', { unit: 'han', max: 15 });
    expect(found).toMatchObject({ outcome: 'fail' });
    expect(JSON.stringify(found)).toMatch(/16.*15/);
  });

  test('a rule for a band leaves what is over the band to a stricter rule', () => {
    const parameters = { unit: 'han', max: 6, upTo: 10 };
    expect(run('text-length', '会'.repeat(7), parameters)[0]!.outcome).toBe('fail');
    expect(run('text-length', '会'.repeat(11), parameters)[0]!.outcome).toBe('not-applicable');
  });

  test('refuses a least length over the greatest', () => {
    expect(checkRegistry.get('text-length')!.parse({ unit: 'han', min: 7, max: 6 }).success).toBe(false);
  });
});

describe('allowed-characters', () => {
  test('lines and tabs only where lines are allowed', () => {
    const parameters = { punctuation: '', spaces: true, symbols: 'any' };
    expect(run('allowed-characters', '一\n二', { ...parameters, lines: true })[0]!.outcome).toBe('pass');
    expect(run('allowed-characters', '一\t二', { ...parameters, lines: true })[0]!.outcome).toBe('pass');
    expect(run('allowed-characters', '一\n二', parameters)[0]!.outcome).toBe('fail');
  });

  test('names every odd character and what may be used', () => {
    const [found] = run('allowed-characters', '样例-纪要（专业）', { punctuation: '，', spaces: false });
    expect(JSON.stringify(found)).toMatch(/「-」 「（」 「）」/);
  });
});

describe('listed-words', () => {
  const whole = { list: 'list', match: 'whole', certain: true };

  test('width, case and spaces do not hide a word', () => {
    for (const name of ['Calendar', 'ＣＡＬＥＮＤＡＲ', ' calen dar ']) {
      expect(run('listed-words', name, whole, {}, ['calendar'])[0]!.outcome).toBe('fail');
    }
    expect(run('listed-words', 'Calendar2', whole, {}, ['calendar'])[0]!.outcome).toBe('pass');
  });

  test('a suspicion asks a person', () => {
    const parameters = { list: 'list', match: 'part', certain: false };
    expect(run('listed-words', '好用的会议', parameters, {}, ['好用'])[0]!.outcome).toBe('needs-person');
  });

  test('a list that is not there is not passed over', () => {
    const parameters = { list: 'other', match: 'part', certain: false };
    expect(run('listed-words', '会议', parameters)[0]!.outcome).toBe('not-checked');
  });
});

test('equal-to compares only what is filled in', () => {
  const parameters = { other: 'app.installedName' };
  const outcome = (parts: object) => run('equal-to', '纪要', parameters, parts)[0]!.outcome;
  expect(outcome({ app: { installedName: ' 纪要 ' } })).toBe('pass');
  expect(outcome({ app: { installedName: '记要' } })).toBe('fail');
  expect(outcome({})).toBe('not-applicable');
});

test.each([
  ['1.0.0', 'pass'],
  ['10.20.30.40', 'pass'],
  ['1.0', 'fail'],
  ['01.0.0', 'fail'],
  ['1.0.0-beta', 'fail'],
  ['V1.0.0', 'fail'],
])('the version %s: %s', (version, outcome) => {
  expect(run('version-number', version, {})[0]!.outcome).toBe(outcome);
});

test('blank text is for the requirement to miss, not for the checks', () => {
  expect(run('text-length', '  ', { unit: 'han', min: 2, max: 6 })[0]!.outcome).toBe('not-applicable');
});
