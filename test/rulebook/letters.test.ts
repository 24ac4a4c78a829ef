import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { factAnswerSchema } from '../../main/contract/dossier.ts';
import { parseTemplate } from '../../main/core/letters/template.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { isLetterRule } from '../../main/core/rulebook/rule-kinds.ts';
import { shippedClauses } from '../core/letters/shipped-clauses.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const names = z.array(z.string()).default([]);
const table = z
  .strictObject({
    always: z.strictObject({ required: names, optional: names }),
    cases: z.array(
      z.strictObject({
        as: z.string(),
        category: z.string().default('general/other'),
        facts: z.record(z.string(), factAnswerSchema),
        required: names,
        optional: names,
      }),
    ),
  })
  .parse(parse(await readFile(new URL('letters.yaml', import.meta.url), 'utf8')));

const rulebook = await loadRulebook();
const letterOf = new Map(rulebook.rules.filter(isLetterRule).map(({ id, letter }) => [id, letter]));

const lettersFolder = join(import.meta.dirname, '../../resources/letters');
const templates = readdirSync(lettersFolder, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'clauses')
  .map(({ name }) =>
    parseTemplate(
      readFileSync(join(lettersFolder, name, 'template.md'), 'utf8'),
      name,
      'app',
      shippedClauses,
    ),
  );

describe.each(table.cases)('where $as', ({ category, facts, required, optional }) => {
  test.each(['listing', 'search', 'showcase'])('the letters are those of the sources, track %s', (track) => {
    const found = resolveRequirements({
      rulebook,
      document: dossierWith({
        track,
        categories: [category],
        applicant: { kind: 'company' },
        facts: { ...plainAnswers, ...facts },
      }),
    }).flatMap((one) => {
      const letter = letterOf.get(one.id);
      return letter === undefined ? [] : [{ letter, optional: one.optional, status: one.status }];
    });
    const named = (isOptional: boolean): readonly string[] =>
      found
        .filter((one) => one.optional === isOptional)
        .map(({ letter }) => letter)
        .toSorted();
    expect(found.filter(({ status }) => status === 'open')).toEqual([]);
    expect(named(false)).toEqual([...table.always.required, ...required].toSorted());
    expect(named(true)).toEqual([...table.always.optional, ...optional].toSorted());
  });
});

test('every letter that ships is brought by one rule, and names the requirement that brings it', () => {
  const letters = templates.filter(({ kind }) => kind === 'letter');
  const bringing = letters.map(({ id }) => [
    id,
    ...[...letterOf].filter(([, letter]) => letter === id).map(([rule]) => rule),
  ]);
  expect(bringing).toEqual(letters.map(({ id, requirement }) => [id, requirement]));
});

test('every letter of the table and every letter that ships meet', () => {
  const inTable = [table.always, ...table.cases].flatMap(({ required, optional }) => [
    ...required,
    ...optional,
  ]);
  const shipped = templates.filter(({ kind }) => kind === 'letter').map(({ id }) => id);
  expect([...new Set(inTable)].toSorted()).toEqual(shipped.toSorted());
});

test('every clause that a rule rests its letter on stands behind the wording too', () => {
  const templateOf = new Map(templates.map((one) => [one.id, one]));
  for (const rule of rulebook.rules.filter(isLetterRule)) {
    const { cites = [] } = templateOf.get(rule.letter) ?? {};
    // Headings say nothing of their own.
    const clauses = rule.cites.filter((cite) => rulebook.clauses.get(cite)?.kind !== 'heading');
    expect([rule.id, clauses.filter((cite) => !cites.includes(cite))]).toEqual([rule.id, []]);
  }
});
