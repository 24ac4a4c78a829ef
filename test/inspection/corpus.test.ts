import process from 'node:process';
import { describe, expect, test } from 'vitest';
import type { CorpusCase, Role } from './corpus-case.ts';
import { reportLines, reportOnCorpus } from './corpus-report.ts';
import { corpus } from './corpus.ts';
import { defectKinds } from './defect-kinds.ts';
import { judgeCorpus } from './judge-corpus.ts';

const pictures: readonly Role[] = ['logo', 'preview', 'paper'];
const texts: readonly Role[] = ['policy', 'agreement'];
const faultyAmong = (roles: readonly Role[]): readonly CorpusCase[] =>
  corpus.filter(({ role, defects }) => defects.length > 0 && roles.includes(role));

describe('the corpus', () => {
  test('holds at least 300 faulty pictures, 60 faulty texts and 150 clean files', () => {
    expect(faultyAmong(pictures).length).toBeGreaterThanOrEqual(300);
    expect(faultyAmong(texts).length).toBeGreaterThanOrEqual(60);
    expect(corpus.flatMap(({ clean }) => clean).length).toBeGreaterThanOrEqual(150);
  });

  test('names each case once, and only kinds that the table knows, each of which has a case', () => {
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    const put = new Set(corpus.flatMap(({ defects }) => defects.map(({ kind }) => kind)));
    expect([...put].sort()).toEqual(Object.keys(defectKinds).sort());
  });
});

const judged = await judgeCorpus(corpus.map(({ id }) => id));
const report = reportOnCorpus(corpus, judged);
process.stdout.write(`${reportLines(report).join('\n')}\n`);

describe('on the corpus', () => {
  test.each(report.kinds.map((one) => [one.kind, one] as const))(
    '%s: what was put in is found, and clean files stay clean',
    (_kind, { verdict, missed, alarms }) => {
      expect({
        verdict,
        missed: verdict === 'over' ? missed : [],
        alarms: verdict === 'over' ? alarms : [],
      }).toEqual({
        verdict: verdict === 'asked-of-person' ? 'asked-of-person' : 'within',
        missed: [],
        alarms: [],
      });
    },
  );

  test('no other rule speaks of a clean file', () => {
    expect(report.otherAlarms).toEqual([]);
  });

  test('at most 2 clean files in 100 have any alarm', () => {
    expect(report.cleanFilesAlarmed).toBeLessThanOrEqual(0.02 * report.cleanFiles);
  });
});
