import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { killSummary } from './kills/kill-summary.ts';
import { runKills } from './kills/run-kills.ts';

// npm run test:kills [-- --seed N --count N --at-once N --only TEXT --to FILE]: kills the program at random moments and looks at what is left.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    count: { type: 'string', default: '300' },
    'at-once': { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    to: { type: 'string' },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
process.stdout.write(`${count} kills, seed ${seed}\n`);
let done = 0;
const plan = { count, seed, atOnce: Number(values['at-once']), only: values.only };
const outcomes = await runKills(plan, ({ work, store, moment, faults }) => {
  done += 1;
  for (const fault of faults) {
    process.stdout.write(
      `${done} ${work}, ${store}, ${moment.lines} lines and ${moment.delayMs} ms: ${fault}\n`,
    );
  }
  if (done % 25 === 0) process.stdout.write(`${done} killed\n`);
});
const summary = killSummary(outcomes, seed);
process.stdout.write(`\n${summary}\n`);
if (values.to !== undefined) writeFileSync(values.to, `${summary}\n`);
process.exit(outcomes.some(({ faults }) => faults.length > 0) ? 1 : 0);
