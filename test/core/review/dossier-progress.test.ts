import { expect, test } from 'vitest';
import { progressOf } from '../../../main/core/review/dossier-progress.ts';
import type { JudgedReport, JudgedRequirement } from '../../../main/core/review/judged-report.ts';

const word = (zh: string) => ({ zh, en: zh });
const requirement = (id: string, part: Partial<JudgedRequirement>): JudgedRequirement => ({
  id,
  title: word(id),
  because: word(''),
  kind: 'document',
  status: 'missing',
  optional: false,
  cites: [],
  fields: [],
  files: [],
  ...part,
});
const report: JudgedReport = {
  schema: 'yinqi/report@1',
  rulebook: { id: 'p', version: '1.2.3' },
  verdict: 'fail',
  counts: { error: 2, warning: 1, notice: 0 },
  findings: [
    {
      rule: 'w',
      level: 'warning',
      outcome: 'needs-person',
      message: word('看看'),
      at: 'app.name',
      cites: [],
    },
    {
      rule: 'e',
      level: 'error',
      outcome: 'fail',
      message: word('没有执照'),
      at: 'documents.licence',
      cites: [],
    },
    {
      rule: 'f',
      level: 'error',
      outcome: 'fail',
      message: word('没有函件'),
      at: 'documents.letter',
      cites: [],
    },
  ],
  requirements: [
    requirement('a', { status: 'ok' }),
    requirement('b', { status: 'invalid' }),
    requirement('c', { status: 'open' }),
    requirement('d', { status: 'ok', optional: true }),
    requirement('e', { status: 'ok', partOf: 'b' }),
  ],
};

test('what is certain and asked for is counted, and the first error is what blocks', () => {
  expect(progressOf(report, 7, '2026-11-22')).toEqual({
    revision: 7,
    rulebook: '1.2.3',
    day: '2026-11-22',
    done: 1,
    total: 2,
    open: 1,
    errors: 2,
    blocker: { message: word('没有执照'), at: 'documents.licence' },
  });
});

test('without an error nothing blocks', () => {
  const [warning] = report.findings;
  const clean = {
    ...report,
    counts: { error: 0, warning: 1, notice: 0 },
    findings: warning ? [warning] : [],
  };
  expect(progressOf(clean, 1, '2026-11-22').blocker).toBeNull();
});
