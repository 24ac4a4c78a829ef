import { expect, test } from 'vitest';
import { runWith } from './run-with-fake-app.ts';

const report = {
  schema: 'yinqi/report@1',
  rulebook: { id: 'tencent-meeting', version: '0.2.0' },
  verdict: 'pass',
  counts: { error: 0, warning: 0, notice: 0 },
  findings: [],
  requirements: [],
};
const methods = {
  'review.check': () => report,
  'review.report': () => ({ fileName: 'r.pdf', pages: 7 }),
};

test('check --pdf writes the report beside its findings, and says so on the other stream', async () => {
  const { code, seen, out, err } = await runWith(['check', 'd', '--pdf', 'r.pdf', '--format=json'], methods);
  expect(code).toBe(0);
  expect(seen.map(({ name }) => name)).toEqual(['review.check', 'review.report']);
  expect(JSON.parse(out)).toEqual(report);
  expect(err).toContain('r.pdf，共 7 页');
});

test('check without --pdf writes none', async () => {
  const { seen } = await runWith(['check', 'd'], methods);
  expect(seen.map(({ name }) => name)).toEqual(['review.check']);
});
