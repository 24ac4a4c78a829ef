import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DeadlineRule } from '../../main/contract/rulebook.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { deadlinesOf } from '../../main/core/review/deadlines.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const trackSchema = z.strictObject({
  clauses: z.array(z.string()),
  deadlines: z.array(
    z.strictObject({
      clause: z.string(),
      count: z.number(),
      unit: z.string(),
      owes: z.string(),
      to: z.string(),
    }),
  ),
  papers: z.array(z.string()),
});
const table = z
  .strictObject({ search: trackSchema, showcase: trackSchema })
  .parse(parse(await readFile(new URL('tracks.yaml', import.meta.url), 'utf8')));

const tracks = ['listing', 'search', 'showcase'] as const;
const document = (track: string, kind: string) =>
  dossierWith({
    track,
    applicant: { kind },
    facts: {
      ...plainAnswers, networked: true, 'business-model': true, 'in-meeting-use': true, 'asks-phone-number': true,
      'meeting-components': ['schedule', 'share'], 'collects-personal-information': true,
    },
  }); // prettier-ignore

/** What a track is asked for that the one before is not. */
function added(track: 'search' | 'showcase', kind: string) {
  const before = tracks[tracks.indexOf(track) - 1]!;
  const known = new Set(
    resolveRequirements({ rulebook, document: document(before, kind) }).map((one) => one.id),
  );
  return resolveRequirements({ rulebook, document: document(track, kind) }).filter(
    (one) => !known.has(one.id),
  );
}

describe.each(['company', 'individual'])('for a %s', (kind) => {
  test.each(['search', 'showcase'] as const)(
    '%s adds what its standard adds, and no other paper',
    (track) => {
      const more = added(track, kind);
      const cited = new Set(more.flatMap((one) => one.cites));
      expect(table[track].clauses.filter((clause) => !cited.has(clause))).toEqual([]);
      const papers = more.filter(
        (one) => (one.kind === 'document' || one.kind === 'letter') && !one.optional,
      );
      expect(papers.map((one) => one.id)).toEqual(table[track].papers);
    },
  );

  test.each(['search', 'showcase'] as const)('%s keeps all that the track before asks for', (track) => {
    const before = tracks[tracks.indexOf(track) - 1]!;
    const ids = new Set(
      resolveRequirements({ rulebook, document: document(track, kind) }).map((one) => one.id),
    );
    const lost = resolveRequirements({ rulebook, document: document(before, kind) }).filter(
      (one) => !ids.has(one.id),
    );
    expect(lost.map((one) => one.id)).toEqual([]);
  });

  test.each(['search', 'showcase'] as const)('%s has the platform’s time to answer', (track) => {
    const rules = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
    const found = deadlinesOf(rulebook, document(track, kind), '2026-07-01');
    for (const { clause, count, unit, owes, to } of table[track].deadlines) {
      const duty = found.find((one) => one.cites.includes(clause))!;
      expect(duty).toMatchObject({ owes, to });
      expect((rules.get(duty.rule) as DeadlineRule).duration).toMatchObject({ count, unit });
    }
  });
});
