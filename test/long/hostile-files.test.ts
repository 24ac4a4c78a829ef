import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { hostileCases } from './hostile-cases.ts';
import { hostileSummary } from './hostile-summary.ts';
import { runHostile } from './run-hostile.ts';

/** `npm run test:long` runs 10,000; here a part, the same on every run. */
const seed = 20_261_122;
const tries = 200;

test(
  `${tries} hostile files of every kind end with a finding or a clean look, within time and memory, and leave nothing behind`,
  async () => {
    const cases = await hostileCases(seed, tries);
    const run = await runHostile(cases, { atOnce: 2, budgetMs: 30 * 60_000, readEvery: 100 });
    const summary = hostileSummary(run, seed, tries);
    process.stdout.write(`${summary}\n`);
    expect(run.tried).toHaveLength(tries);
    expect([
      ...run.faults,
      ...run.tried.flatMap(({ hostile, faults }) => faults.map((fault) => `${hostile.name}: ${fault}`)),
    ]).toEqual([]);
    const problems = run.tried.filter(({ answer }) => answer !== null && answer.problem !== null);
    expect(problems.length).toBeGreaterThan(tries / 3);
  },
  35 * 60_000,
);

test('a clean file has no problem, and one that is missing from a folder that is no dossier is said to be', async () => {
  const [one] = await hostileCases(seed, 1);
  if (one === undefined) throw new Error('no case');
  const asIs = { ...one, kind: 'made up', name: 'sound.txt', field: 'app.privacyPolicy' };
  const { tried } = await runHostile(
    [
      { ...asIs, make: (folder) => writeFileSync(`${folder}/sound.txt`, '隐私政策') },
      // A file that is no dossier any more is refused, which is an answer too.
      { ...asIs, make: (folder) => writeFileSync(`${folder}/dossier.yaml`, ': [') },
    ],
    { atOnce: 1, budgetMs: 60_000, readEvery: 100 },
  );
  expect(tried.map(({ answer, faults }) => [answer?.problem, faults])).toEqual([
    [null, []],
    ['missing', []],
  ]);
}, 120_000);
