import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { hostileCases } from './hostile-cases.ts';
import { hostileSummary } from './hostile-summary.ts';
import { runHostile, type HostileRun } from './run-hostile.ts';

// npm run test:long [-- --seed N --tries N --minutes N --only TEXT --to FILE]: hostile files by the thousand, printed by kind.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    tries: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '600' },
    only: { type: 'string', default: '' },
    to: { type: 'string' },
  },
});
const seed = Number(values.seed);
const asked = Number(values.tries);
const all = await hostileCases(seed, asked);
const cases = all.filter(({ kind, name }) => `${kind} ${name}`.includes(values.only));
process.stdout.write(`${cases.length} hostile files, seed ${seed}\n`);
let done = 0;
let broken = 0;
const run: HostileRun = await runHostile(
  cases,
  { atOnce: 2, budgetMs: Number(values.minutes) * 60_000, readEvery: 50 },
  ({ hostile, faults }) => {
    done += 1;
    for (const fault of faults)
      process.stdout.write(`${hostile.index} ${JSON.stringify(hostile.name)} (${hostile.kind}): ${fault}\n`);
    broken += faults.length;
    if (done % 500 === 0) process.stdout.write(`${done} tried, ${broken} faults\n`);
  },
);
const summary = hostileSummary(run, seed, cases.length);
process.stdout.write(`\n${summary}\n`);
if (values.to !== undefined)
  writeFileSync(values.to, `${new Date().toISOString().slice(0, 10)}\n${summary}\n`);
if (broken + run.faults.length > 0) process.exitCode = 1;
