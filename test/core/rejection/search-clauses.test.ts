import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createRulebookShelf } from '../../../main/adapters/rulebook/rulebook-shelf.ts';
import { indexClauses, searchClauses } from '../../../main/core/rejection/search-clauses.ts';

const shelf = createRulebookShelf(join(import.meta.dirname, '../../../resources'));
const sentencesSchema = z.array(z.strictObject({ words: z.string(), cites: z.array(z.string()).min(1) }));
const labelled = z
  .record(z.string(), z.strictObject({ tuned: sentencesSchema, held: sentencesSchema }))
  .parse(parse(readFileSync(join(import.meta.dirname, 'reviewer-sentences.yaml'), 'utf8')));

/** Of labelled sentences, those for which one of the right clauses is among the first `most`. */
async function measure(platform: string, part: 'tuned' | 'held') {
  const index = indexClauses(await shelf.load(platform));
  const ranks = (labelled[platform]?.[part] ?? []).map(({ words, cites }) => {
    const found = searchClauses(index, words, { limit: 20 });
    const rank =
      found.findIndex(({ clause, also }) => [clause, ...also].some((id) => cites.includes(id))) + 1;
    return { words, rank, first: found.slice(0, 3).map(({ clause, gist }) => `${clause} ${gist}`) };
  });
  const within = (most: number): number => ranks.filter(({ rank }) => rank > 0 && rank <= most).length;
  return { ranks, total: ranks.length, at3: within(3), at5: within(5) };
}

test('every labelled clause exists', async () => {
  for (const [platform, { tuned, held }] of Object.entries(labelled)) {
    const { clauses } = await shelf.load(platform);
    const strangers = [...tuned, ...held].flatMap(({ cites }) => cites.filter((id) => !clauses.has(id)));
    expect(strangers).toEqual([]);
  }
});

test('the clauses that a reviewer’s words rest on are among the first five', async () => {
  const sums = { tuned: { total: 0, at3: 0, at5: 0 }, held: { total: 0, at3: 0, at5: 0 } };
  for (const platform of Object.keys(labelled)) {
    for (const part of ['tuned', 'held'] as const) {
      const { ranks, total, at3, at5 } = await measure(platform, part);
      sums[part].total += total;
      sums[part].at3 += at3;
      sums[part].at5 += at5;
      for (const { words, rank, first } of ranks) {
        if (process.env['YINQI_SHOW'] === part && (rank === 0 || rank > 3)) console.info(rank, words, first);
      }
    }
  }
  const share = ({ total, at3, at5 }: { total: number; at3: number; at5: number }): string =>
    `${total} sentences, recall@3 ${(at3 / total).toFixed(3)}, recall@5 ${(at5 / total).toFixed(3)}`;
  console.info(`words chosen with them in sight: ${share(sums.tuned)}; left aside: ${share(sums.held)}`);
  const total = sums.tuned.total + sums.held.total;
  expect(total).toBeGreaterThanOrEqual(60);
  expect((sums.tuned.at5 + sums.held.at5) / total).toBeGreaterThanOrEqual(0.9);
});
