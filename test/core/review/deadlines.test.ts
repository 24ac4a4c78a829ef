import { expect, test } from 'vitest';
import type { DeadlineRule, Rulebook } from '../../../main/contract/rulebook.ts';
import { deadlinesOf } from '../../../main/core/review/deadlines.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const text = { zh: '一', en: 'one' };
const duty = (change: Partial<DeadlineRule>): DeadlineRule => ({
  kind: 'deadline', id: 'd', title: text, cites: ['c'], owes: 'provider', to: 'platform', starts: text,
  duration: { count: 5, unit: 'working-day' }, direction: 'after', ...change,
}); // prettier-ignore
const shipped = await loadRulebook();
const worked = (change: Partial<DeadlineRule>, today: string, starts = {}) => {
  const rulebook: Rulebook = { ...shipped, rules: [duty(change)] };
  return deadlinesOf(rulebook, dossierWith(), today, starts)[0]!;
};

test('working days skip the National Day holiday and count its make-up days', () => {
  // 2026: 1 to 7 October off, 20 September and 10 October worked.
  expect(worked({}, '2026-09-28').due).toBe('2026-10-10');
  expect(
    worked({ duration: { count: 3, unit: 'working-day' }, direction: 'before' }, '2026-09-01', {
      d: '2026-10-08',
    }).due,
  ).toBe('2026-09-28');
});

test('days, months and years are counted by the calendar', () => {
  expect(worked({ duration: { count: 90, unit: 'day' } }, '2026-01-01').due).toBe('2026-04-01');
  expect(worked({ duration: { count: 3, unit: 'month' } }, '2026-11-30').due).toBe('2027-02-28');
  expect(
    worked({ duration: { count: 6, unit: 'month' }, direction: 'before' }, '2026-01-01', { d: '2026-08-31' })
      .due,
  ).toBe('2026-02-28');
  expect(worked({ duration: { count: 1, unit: 'year' } }, '2028-02-29').due).toBe('2029-02-28');
});

test('a limit after, a minimum before, unless the rule says otherwise', () => {
  expect(worked({}, '2026-07-01')).toMatchObject({
    dueIs: 'latest',
    duration: { zh: '之后 5 个工作日内', en: 'within 5 working days after' },
  });
  expect(worked({ direction: 'before' }, '2026-07-01')).toMatchObject({
    dueIs: 'latest',
    duration: { zh: '至少提前 5 个工作日' },
  });
  const least = worked({ duration: { count: 15, unit: 'day', bound: 'at-least' } }, '2026-07-01');
  expect(least).toMatchObject({
    dueIs: 'earliest',
    due: '2026-07-16',
    duration: { en: 'at least 15 days after' },
  });
});

test('a start that is given counts instead of today', () => {
  expect(worked({}, '2026-07-01', { d: '2026-07-06' })).toMatchObject({
    ifStartedOn: '2026-07-06',
    due: '2026-07-13',
  });
});

test('a notice in advance is worked out for the first event that a notice of today is in time for', () => {
  const notice = { direction: 'before', duration: { count: 3, unit: 'working-day' } } as const;
  expect(worked(notice, '2026-07-01')).toMatchObject({ ifStartedOn: '2026-07-06', due: '2026-07-01' });
  // A Saturday: counted back from Wednesday the notice would have been due on Friday.
  expect(worked(notice, '2026-07-04')).toMatchObject({ ifStartedOn: '2026-07-09', due: '2026-07-06' });
  expect(worked({ ...notice, duration: { count: 1, unit: 'month' } }, '2026-01-31')).toMatchObject({
    // There is no 31 February: counted back from its last day the notice would have been due on 28 January.
    ifStartedOn: '2026-03-01',
    due: '2026-02-01',
  });
  expect(worked(notice, '2026-07-01', { d: '2026-08-03' })).toMatchObject({
    ifStartedOn: '2026-08-03',
    due: '2026-07-29',
  });
});

test('a year without a holiday calendar is said, never guessed', () => {
  const { due, note } = worked({}, '2035-03-01');
  expect(due).toBeUndefined();
  expect(note!.zh).toContain('2035');
});
