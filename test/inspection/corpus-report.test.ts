import { expect, test } from 'vitest';
import type { CorpusCase } from './corpus-case.ts';
import { reportLines, reportOnCorpus } from './corpus-report.ts';
import type { JudgedCase } from './judge-corpus.ts';

const made = { make: async () => ({ fields: {}, files: new Map() }) };
const faulty = (id: string, kind: string, at: string, strength?: number): CorpusCase => ({
  id,
  role: 'logo',
  defects: [{ kind, at: [at], ...(strength === undefined ? {} : { strength }) }],
  clean: [],
  ...made,
});
const clean = (id: string): CorpusCase => ({
  id,
  role: 'logo',
  defects: [],
  clean: [{ role: 'logo', at: 'logo.png' }],
  ...made,
});
const said = (id: string, rule: string, at = 'logo.png'): JudgedCase => ({
  id,
  folder: '',
  findings: [{ rule, level: 'warning', outcome: 'needs-person', message: 'found', at, cites: [] }],
  makeMs: 0,
  judgeMs: 0,
});
const kindOf = (cases: readonly CorpusCase[], judged: readonly JudgedCase[], kind: string) => {
  const found = reportOnCorpus(cases, judged).kinds.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no kind ${kind}`);
  return found;
};

test('a defect counts as found when a rule of its kind speaks at its place, and only then', () => {
  const cases = [
    faulty('a', 'logo-size', 'logo.png'),
    faulty('b', 'logo-size', 'logo.png'),
    faulty('c', 'logo-size', 'logo.png'),
  ];
  const judged = [
    said('a', 'app-logo-pixels'),
    said('b', 'app-logo-png'),
    said('c', 'app-logo-pixels', 'other.png'),
  ];
  expect(kindOf(cases, judged, 'logo-size')).toMatchObject({
    counted: 3,
    found: 1,
    missed: ['b', 'c'],
    verdict: 'over',
  });
});

test('a case weaker than the stated strength is shown and does not count', () => {
  const cases = [
    faulty('strong', 'logo-corners', 'logo.png', 16),
    faulty('weak', 'logo-corners', 'logo.png', 4),
  ];
  expect(kindOf(cases, [said('strong', 'app-logo-corners')], 'logo-corners')).toMatchObject({
    counted: 1,
    found: 1,
    weak: 1,
    weakFound: 0,
    verdict: 'within',
  });
});

test('a decidable check may not speak of one clean file, a heuristic of two in a hundred', () => {
  const cases = Array.from({ length: 100 }, (_, n) => clean(`clean-${n}`));
  const alarms = (rule: string, count: number) =>
    Array.from({ length: count }, (_, n) => said(`clean-${n}`, rule));
  expect(kindOf(cases, alarms('app-logo-pixels', 1), 'logo-size').verdict).toBe('over');
  expect(kindOf(cases, alarms('app-logo-corners', 2), 'logo-corners').verdict).toBe('within');
  expect(kindOf(cases, alarms('app-logo-corners', 3), 'logo-corners').verdict).toBe('over');
});

test('what is said of a clean file by a rule of no kind is told apart, and questions to a person are no alarm', () => {
  const report = reportOnCorpus(
    [clean('a'), clean('b')],
    [said('a', 'some-other-rule'), said('b', 'publishing-commitment')],
  );
  expect(report.otherAlarms).toEqual(['a logo.png [some-other-rule] found']);
  expect(report.cleanFilesAlarmed).toBe(1);
  expect(reportLines(report).join('\n')).toContain('clean files: 2, with any alarm: 1');
});
