import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dossierDocumentSchema, type FactAnswer } from '../../main/contract/dossier.ts';
import { fileInspectionSchema, type FileInspection } from '../../main/contract/files.ts';
import { needsTreeSchema } from '../../main/contract/rulebook.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { deadlinesOf } from '../../main/core/review/deadlines.ts';
import { judgeDossier } from '../../main/core/review/judge-dossier.ts';
import { statementsByTopic } from '../../main/core/review/statements.ts';
import { backgroundOf, coverClauses } from '../../main/core/rulebook/clause-coverage.ts';
import { isAttestationRule, isDeadlineRule } from '../../main/core/rulebook/rule-kinds.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const categories = ['game', 'multi-server-game', 'tool', 'e-commerce', 'video-music', 'other'] as const;
const only = z.array(z.enum(categories)).default([...categories]);
const clause = z.string().transform((id) => `open-platform/${id}`);
const table = z
  .strictObject({
    sets: z.record(
      z.string(),
      z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['document', 'text', 'attestation']),
          clause,
          optional: z.boolean().default(false),
          needs: needsTreeSchema.optional(),
        }),
      ),
    ),
    rows: z
      .array(
        z.strictObject({
          category: z.enum(categories),
          applicant: z.enum(['company', 'individual']),
          sets: z.array(z.string()),
        }),
      )
      .length(12),
    facts: z.array(
      z.strictObject({
        fact: z.string(),
        is: z.union([z.boolean(), z.array(z.string())]),
        adds: z.array(z.string()),
        addsForGames: z.array(z.string()).default([]),
        addsForOthers: z.array(z.string()).default([]),
      }),
    ),
    deadlines: z.array(
      z.strictObject({
        rule: z.string(),
        count: z.number(),
        unit: z.string(),
        direction: z.string(),
        bound: z.string(),
        owes: z.string(),
        to: z.string(),
        cites: z.array(clause),
        only,
      }),
    ),
    complete: z.strictObject({
      dossier: dossierDocumentSchema.pick({ company: true, app: true, documents: true }),
      terms: z.string(),
      policy: z.string(),
      scan: fileInspectionSchema,
    }),
  })
  .parse(parse(await readFile(new URL('open-platform.yaml', import.meta.url), 'utf8')));

const rulebook = await loadRulebook('tencent-open-platform');
const none: Readonly<Record<string, FactAnswer>> = {
  'further-papers': [],
  'tencent-services': [],
  'serves-minors': false,
  'operation-events': [],
};
const everything: Readonly<Record<string, FactAnswer>> = {
  'further-papers': ['service-licence', 'copyright', 'patent', 'other-rights'],
  'tencent-services': ['advertising', 'cloud', 'other'],
  'serves-minors': true,
  'operation-events': ['termination', 'suspension', 'infringement-notice'],
};

const dossier = (row: (typeof table.rows)[number], facts: Readonly<Record<string, FactAnswer>>) =>
  dossierWith({
    platform: 'tencent-open-platform',
    track: undefined,
    categories: [row.category],
    applicant: { kind: row.applicant },
    facts,
  });
const required = (row: (typeof table.rows)[number], facts: Readonly<Record<string, FactAnswer>>) =>
  resolveRequirements({ rulebook, document: dossier(row, facts) });
const inSets = (names: readonly string[]) =>
  names.flatMap((name) => {
    const set = table.sets[name];
    if (set === undefined) throw new Error(`the table has no set ${name}`);
    return set;
  });
const idsOf = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map((one) => one.id).toSorted();

test('the table has a row for each category, company and individual', () => {
  expect(table.rows.map((row) => `${row.category} ${row.applicant}`).toSorted()).toEqual(
    categories.flatMap((id) => [`${id} company`, `${id} individual`]).toSorted(),
  );
});

describe.each(table.rows)('$category, $applicant', (row) => {
  test('is asked for what the agreement asks, each with its kind, clause and whether it can be left out', () => {
    const wanted = inSets(row.sets);
    const found = required(row, none);
    expect(idsOf(found)).toEqual(idsOf(wanted));
    for (const one of wanted) {
      const requirement = found.find((each) => each.id === one.id)!;
      expect([one.id, requirement.kind, requirement.optional, requirement.status]).toEqual([
        one.id,
        one.kind,
        one.optional,
        'missing',
      ]);
      expect(requirement.cites).toContain(one.clause);
    }
  });

  test.each(table.facts)('answering $fact with $is adds what hangs on it', ({ fact, is, ...of }) => {
    const byKind = row.category.endsWith('game') ? of.addsForGames : of.addsForOthers;
    const found = required(row, { ...none, [fact]: is });
    const wanted = inSets([...row.sets, ...of.adds, ...byKind]);
    expect(idsOf(found)).toEqual(idsOf(wanted));
    for (const one of wanted) {
      const requirement = found.find((each) => each.id === one.id)!;
      expect([one.id, requirement.kind, requirement.optional]).toEqual([one.id, one.kind, one.optional]);
      expect(requirement.cites).toContain(one.clause);
      if (one.needs !== undefined) expect(requirement.needs).toEqual(one.needs);
    }
  });

  test('lists what hangs on unanswered questions as open', () => {
    const certain = new Set(idsOf(inSets(row.sets)));
    const found = required(row, {});
    expect(idsOf(found)).toEqual(idsOf(required(row, everything)));
    for (const one of found) {
      expect([one.id, one.status]).toEqual([one.id, certain.has(one.id) ? 'missing' : 'open']);
    }
  });

  test('has the duties with a clock that the agreement gives it', () => {
    const wanted = table.deadlines.filter((one) => one.only.includes(row.category));
    const found = deadlinesOf(rulebook, dossier(row, none), '2026-12-31');
    expect(found.map((one) => one.rule).toSorted()).toEqual(wanted.map((one) => one.rule).toSorted());
    for (const one of wanted) {
      const duty = found.find((each) => each.rule === one.rule)!;
      expect({ owes: duty.owes, to: duty.to, dueIs: duty.dueIs, cites: duty.cites }).toEqual({
        owes: one.owes,
        to: one.to,
        dueIs: (one.bound === 'at-most') === (one.direction === 'after') ? 'latest' : 'earliest',
        cites: one.cites,
      });
    }
  });

  test('never shows more than a screenful of statements on one topic', () => {
    const topics = statementsByTopic(rulebook, dossier(row, everything));
    expect(topics.filter((topic) => topic.statements.length > 8).map((topic) => topic.id)).toEqual([]);
  });
});

test.each(table.deadlines)('$rule runs for $count $unit', ({ rule, count, unit, direction, bound }) => {
  const found = rulebook.rules.filter(isDeadlineRule).find((one) => one.id === rule)!;
  expect(found.duration).toEqual({ count, unit, bound });
  expect(found.direction).toBe(direction);
});

test('there are no other duties with a clock', () => {
  expect(idsOf(rulebook.rules.filter(isDeadlineRule))).toEqual(
    table.deadlines.map((one) => one.rule).toSorted(),
  );
});

test('an end on 31 December 2026 is told to Tencent by 2 October and to players by 1 November', () => {
  const due = Object.fromEntries(
    deadlinesOf(rulebook, dossier(table.rows[0]!, none), '2026-07-01', {
      'termination-notified-to-tencent': '2026-12-31',
      'game-end-announced-to-users': '2026-12-31',
    }).map((one) => [one.rule, one.due]),
  );
  expect(due['termination-notified-to-tencent']).toBe('2026-10-02');
  expect(due['game-end-announced-to-users']).toBe('2026-11-01');
});

test('every requirement of the rulebook stands in the table', () => {
  const inTable = new Set(Object.values(table.sets).flatMap((set) => idsOf(set)));
  const requirements = new Set(table.rows.flatMap((row) => idsOf(required(row, everything))));
  expect([...requirements].toSorted()).toEqual([...inTable].toSorted());
});

test('every clause is accounted for: duties by a rule, rights of the platform as background', () => {
  expect(coverClauses(rulebook).uncovered).toEqual([]);
  const duties = [
    '2.1.1',
    '2.2.1',
    '2.3.1',
    '2.4.8',
    '2.5.1(1)',
    '2.6.1',
    '2.6.7',
    '2.7.2(2)',
    '2.8.7',
    '2.9.6',
    '6.7',
    '9.2',
  ];
  const { coverage } = coverClauses(rulebook);
  expect(duties.filter((id) => coverage[`open-platform/${id}`] === 'background')).toEqual([]);
  const rights = ['3.8(3)', '5.4', '2.9.4(5)', '10.2(7)'];
  expect(rights.filter((id) => coverage[`open-platform/${id}`] !== 'background')).toEqual([]);
  expect(rights.filter((id) => backgroundOf(rulebook, `open-platform/${id}`) === undefined)).toEqual([]);
});

test('every statement says who may make it and can be read at a glance', () => {
  for (const rule of rulebook.rules.filter(isAttestationRule)) {
    expect([rule.id, rule.by]).toEqual([rule.id, expect.any(String)]);
    expect([rule.id, rule.statement.zh.length <= 130]).toEqual([rule.id, true]);
  }
});

test('the rulebook says that its source carries no date', () => {
  expect(rulebook.sources.map((one) => one.dated)).toEqual([undefined]);
  expect(rulebook.sources[0]!.note?.zh).toContain('没有写明日期');
});

describe('a complete dossier of a tool', () => {
  const { complete } = table;
  const row = table.rows.find((one) => one.category === 'tool' && one.applicant === 'company')!;
  const whole = {
    ...dossier(row, none),
    ...complete.dossier,
    attestations: Object.fromEntries(
      inSets(row.sets)
        .filter((one) => one.kind === 'attestation')
        .map((one) => [one.id, { by: '王五', on: '2026-06-30' }] as const),
    ),
  };
  const textFile = (path: string, text: string): FileInspection => ({
    path,
    sizeBytes: 200,
    sha256: path,
    type: 'text',
    namedType: 'text',
    text,
  });
  const judge = (document: typeof whole, wording = complete.terms) => {
    const files = [
      textFile('texts/terms.md', wording),
      textFile('texts/privacy.md', complete.policy),
      complete.scan,
    ];
    const inspections = new Map(files.map((one) => [one.path, one]));
    return judgeDossier({ rulebook, document, inspections, letters: [], today: '2026-07-01' });
  };
  const found = (document: typeof whole, wording?: string) =>
    judge(document, wording).findings.map((one) => `${one.rule} ${one.level} ${one.outcome}`);

  test('has no finding', () => {
    expect(judge(whole).findings).toEqual([]);
  });

  test('whose user agreement leaves out what must stand in it is shown to a person', () => {
    expect(found(whole, '本协议由深圳市样例科技有限公司与您订立，请遵守法律。')).toEqual([
      'terms-tell-neutral-platform warning needs-person',
    ]);
  });

  test('that bears a mark of Tencent in its name is shown to a person', () => {
    expect(found({ ...whole, app: { ...whole.app, name: 'QQ空间记账' } })).toEqual([
      'app-name-without-tencent-marks warning needs-person',
    ]);
  });

  test('without the papers, the agreement and the contact is told so', () => {
    const { documents: _, ...rest } = whole;
    const bare = { ...rest, company: {}, app: { name: '小熊记账' } } as typeof whole;
    const missing = [
      'business-licence',
      'contact-name',
      'contact-address',
      'contact-email',
      'user-agreement',
      'privacy-policy',
    ];
    expect(found(bare).toSorted()).toEqual(missing.map((id) => `${id} error fail`).toSorted());
  });
});
