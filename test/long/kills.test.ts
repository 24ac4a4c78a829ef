import process from 'node:process';
import { expect, test } from 'vitest';
import { killSummary } from './kills/kill-summary.ts';
import { runKills } from './kills/run-kills.ts';

/** `npm run test:kills` kills 300 times; here a part, at the same moments on every run. */
const seed = 20_261_122;
const count = 12;

test(
  `${count} processes killed while they save, import, print, repair, pack and migrate leave whole files, all that was confirmed and nothing else`,
  async () => {
    const outcomes = await runKills({ count, seed, atOnce: 2 }, () => undefined);
    process.stdout.write(`${killSummary(outcomes, seed)}\n`);
    expect(outcomes).toHaveLength(count);
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(outcomes.some(({ confirmed }) => confirmed > 0)).toBe(true);
  },
  20 * 60_000,
);
