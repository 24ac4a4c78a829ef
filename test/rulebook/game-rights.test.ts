import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { factAnswerSchema, type FactAnswer } from '../../main/contract/dossier.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const table = z
  .array(
    z.strictObject({
      as: z.string(),
      facts: z.record(z.string(), factAnswerSchema),
      papers: z.array(z.string()),
    }),
  )
  .parse(parse(await readFile(new URL('game-rights.yaml', import.meta.url), 'utf8')));

const rulebook = await loadRulebook();
const list = (facts: Readonly<Record<string, FactAnswer>>) =>
  resolveRequirements({ rulebook, document: dossierWith({ facts: { ...plainAnswers, ...facts } }) });

/** What a dossier without a game lists already. */
const plain = new Set(list({}).map(({ id }) => id));

describe.each(table)('where $as', ({ facts, papers }) => {
  test('the licensors’ papers are those of the sources, none more and none open', () => {
    const added = list(facts).filter(
      ({ id, kind }) => !plain.has(id) && (kind === 'document' || kind === 'letter'),
    );
    expect(added.map(({ id }) => id).toSorted()).toEqual([...papers].toSorted());
    expect(added.filter(({ status }) => status === 'open')).toEqual([]);
  });
});
