import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dossierDocumentSchema, type DossierDocument } from '../../main/contract/dossier.ts';
import type { FileInspection } from '../../main/contract/files.ts';
import { judgeDossier } from '../../main/core/review/judge-dossier.ts';
import { cleanDossier, printedLetters, soundFiles } from './clean-dossier.ts';
import { loadRulebook } from './load-rulebook.ts';

type Files = ReadonlyMap<string, FileInspection>;

const rulebook = await loadRulebook();
const readText = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

const judge = (document: DossierDocument, inspections: Files = soundFiles(document)) =>
  judgeDossier({ rulebook, document, inspections, letters: printedLetters, today: '2026-07-01' });

/** The dossier with some dotted fields set; null removes one. */
function withFields(document: DossierDocument, set: Record<string, unknown>): DossierDocument {
  const copy = structuredClone(document) as unknown as Record<string, unknown>;
  for (const [field, value] of Object.entries(set)) {
    const keys = field.split('.');
    const last = keys.pop()!;
    let place = copy;
    for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
    if (value === null) delete place[last];
    else place[last] = value;
  }
  return dossierDocumentSchema.parse(copy);
}

const changeSchema = z.looseObject({
  path: z.string(),
  /** Null: it could not be measured. */
  image: z.record(z.string(), z.unknown()).nullish(),
  text: z.null().optional(),
  pages: z.record(z.string(), z.unknown()).optional(),
  code: z.record(z.string(), z.unknown()).optional(),
});

/** What was measured with some of it changed on one file. */
function withFile(files: Files, change: z.infer<typeof changeSchema>): Files {
  const { path, image, pages, code, text, ...rest } = change;
  const before = files.get(path)!;
  const changed = {
    ...before,
    ...(image === null ? { image: undefined } : {}),
    ...(text === null ? { text: undefined } : {}),
    ...rest,
    ...(image ? { image: { ...before.image, ...image } } : {}),
    ...(pages || code
      ? {
          pages: before.pages!.map((page) => ({
            ...page,
            measure: { ...page.measure, ...pages },
            ...(code ? { code: { ...page.code, ...code } } : {}),
          })),
        }
      : {}),
  } as FileInspection;
  return new Map(files).set(path, changed);
}

/** What was read of a text file. */
const textFile = (path: string, text: string): FileInspection => ({
  path,
  sizeBytes: Buffer.byteLength(text),
  sha256: `sha-of-${path}`,
  type: 'text',
  namedType: 'text',
  text,
});

const clean = z
  .strictObject({
    names: z.array(z.string()).min(40),
    intros: z.array(z.string()).min(40),
    descriptions: z.array(z.string()).min(20),
    searchKeywords: z
      .array(
        z.strictObject({
          name: z.string(),
          intro: z.string(),
          description: z.string(),
          words: z.array(z.string()).min(2),
        }),
      )
      .min(10),
    fields: z.record(z.string(), z.array(z.unknown()).min(1)),
    policies: z
      .array(
        z.strictObject({
          file: z.string(),
          company: z.string(),
          app: z.string(),
          facts: z.record(z.string(), z.boolean()),
        }),
      )
      .min(10),
    terms: z
      .array(
        z.strictObject({
          text: z.string(),
          facts: z.record(z.string(), z.unknown()),
          confirmed: z.array(z.string()),
        }),
      )
      .min(3),
    files: z.array(
      z.strictObject({
        as: z.string(),
        set: z.record(z.string(), z.unknown()).optional(),
        file: changeSchema.optional(),
      }),
    ),
  })
  .parse(parse(await readText('clean-texts.yaml')));

const policyTexts = new Map(
  await Promise.all(
    clean.policies.map(async ({ file }) => [file, await readText(`policies/${file}`)] as const),
  ),
);

const answersOf = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([id, answer]) => [`facts.${id}`, answer]));

/** The clean dossier of the company that stands in a policy, with its facts. */
const dossierOfPolicy = ({ company, app, facts }: (typeof clean.policies)[number]): DossierDocument =>
  withFields(cleanDossier(), {
    'company.name': company,
    'app.name': app,
    'app.privacyPolicy': 'texts/privacy.md',
    ...answersOf(facts),
  });

const findingsWith = (set: Record<string, unknown>) => judge(withFields(cleanDossier(), set)).findings;

/** The findings that a text brings into a clean dossier. */
const alarms = {
  names: clean.names.map((name) => [name, findingsWith({ 'app.name': name })] as const),
  introductions: clean.intros.map((intro) => [intro, findingsWith({ 'app.intro': intro })] as const),
  descriptions: clean.descriptions.map(
    (text) => [text.slice(0, 20), findingsWith({ 'app.description': text })] as const,
  ),
  'search keywords': clean.searchKeywords.map(
    ({ name, intro, description, words }) =>
      [
        words.join('、'),
        findingsWith({
          'app.name': name,
          'app.intro': intro,
          'app.description': description,
          'app.searchKeywords': words,
        }),
      ] as const,
  ),
  'other fields': Object.entries(clean.fields).flatMap(([field, values]) =>
    values.map((value) => [`${field} ${JSON.stringify(value)}`, findingsWith({ [field]: value })] as const),
  ),
  files: clean.files.map(({ as, set = {}, file }) => {
    const document = withFields(cleanDossier(), set);
    const files = soundFiles(document);
    return [as, judge(document, file ? withFile(files, file) : files).findings] as const;
  }),
  'privacy policies': clean.policies.map((policy) => {
    const document = dossierOfPolicy(policy);
    const file = textFile('texts/privacy.md', policyTexts.get(policy.file)!);
    return [
      policy.file,
      judge(document, new Map(soundFiles(document)).set(file.path, file)).findings,
    ] as const;
  }),
  'user agreements': clean.terms.map(({ text, facts, confirmed }) => {
    const document = withFields(cleanDossier(), {
      'app.terms': 'texts/terms.md',
      ...answersOf(facts),
      ...Object.fromEntries(confirmed.map((id) => [`attestations.${id}`, { by: '王五', on: '2026-06-30' }])),
    });
    const file = textFile('texts/terms.md', text);
    return [
      text.slice(0, 20),
      judge(document, new Map(soundFiles(document)).set(file.path, file)).findings,
    ] as const;
  }),
};

const mistakeSchema = z.strictObject({
  as: z.string(),
  /** Dotted fields of the clean dossier; null removes one. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** What was measured otherwise on one file. */
  file: changeSchema.optional(),
  /** One of the clean policies, in the dossier of its company, with this replaced in its text. */
  policy: z.strictObject({ of: z.string(), replace: z.record(z.string(), z.string()) }).optional(),
  /** The text of the user agreement. */
  terms: z.string().optional(),
  rule: z.string(),
  level: z.enum(['error', 'warning', 'notice']),
  /** What it breaks; none where the rule is the program's own. */
  clause: z.string().optional(),
});
type Mistake = z.infer<typeof mistakeSchema>;

const mistakes = z
  .record(z.string(), z.array(mistakeSchema).min(1))
  .parse(parse(await readText('seeded-mistakes.yaml')));

/** A policy with some of its words replaced; words that do not stand in it are a fault of the data. */
function replaced(text: string, replace: Record<string, string>): string {
  return Object.entries(replace).reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`no “${from}” in the policy`);
    return before.replaceAll(from, to);
  }, text);
}

/** The report on the clean dossier with one mistake. */
function reportOn(mistake: Mistake) {
  const policy = clean.policies.find((one) => one.file === mistake.policy?.of);
  if (mistake.policy && !policy) throw new Error(`no policy ${mistake.policy.of}`);
  const base = policy ? dossierOfPolicy(policy) : cleanDossier();
  const terms = mistake.terms === undefined ? {} : { 'app.terms': 'texts/terms.md' };
  const document = withFields(base, { ...terms, ...mistake.set });
  let files: Files = soundFiles(document);
  const texts = [
    ...(policy
      ? [textFile('texts/privacy.md', replaced(policyTexts.get(policy.file)!, mistake.policy?.replace ?? {}))]
      : []),
    ...(mistake.terms === undefined ? [] : [textFile('texts/terms.md', mistake.terms)]),
  ];
  for (const text of texts) files = new Map(files).set(text.path, text);
  return judge(document, mistake.file ? withFile(files, mistake.file) : files);
}

const citesClause = (cites: readonly string[], { clause }: Mistake): boolean =>
  clause === undefined ? cites.length === 0 : cites.includes(clause);

/** What was found of a mistake, and whether it is the whole of what must be found. */
function search(mistake: Mistake) {
  const report = reportOn(mistake);
  const found = report.findings.filter((one) => one.rule === mistake.rule);
  const whole = found.some((one) => one.level === mistake.level && citesClause(one.cites, mistake));
  return { mistake, report, found, whole };
}

test('the clean dossier has no finding at all and passes', () => {
  const report = judge(cleanDossier());
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('pass');
});

describe.each(Object.entries(alarms))('clean %s', (_kind, judged) => {
  test.each(judged)('%s has no finding', (_as, findings) => {
    expect(findings).toEqual([]);
  });
});

const searched = Object.entries(mistakes).map(([kind, list]) => [kind, list.map(search)] as const);

describe.each(searched)('seeded mistakes in %s', (_kind, results) => {
  test.each(results.map((one) => [one.mistake.as, one] as const))('%s', (_as, { mistake, report, found }) => {
    expect(found.map((one) => one.level)).toContain(mistake.level);
    if (mistake.clause !== undefined) expect(found.flatMap((one) => one.cites)).toContain(mistake.clause);
    expect(report.verdict).toBe(report.findings.some((one) => one.level === 'error') ? 'fail' : 'pass');
  });
});

describe('in all', () => {
  for (const [kind, judged] of Object.entries(alarms)) {
    const wrong = judged.filter(([, findings]) => findings.length > 0).length;
    const said = `false alarms: ${wrong} of ${judged.length}`;
    test(`${kind}, ${said}`, () => {
      expect(said).toBe(`false alarms: 0 of ${judged.length}`);
    });
  }
  test('at least 120 clean texts', () => {
    expect(Object.values(alarms).flat().length).toBeGreaterThanOrEqual(120);
  });
  for (const [kind, results] of searched) {
    const said = `recall: ${results.filter((one) => one.whole).length} of ${results.length}`;
    test(`${kind}, ${said}`, () => {
      expect(said).toBe(`recall: ${results.length} of ${results.length}`);
    });
  }
  test('at least 170 seeded mistakes, none twice', () => {
    const all = Object.values(mistakes).flat();
    expect(all.length).toBeGreaterThanOrEqual(170);
    expect(new Set(all.map((one) => one.as)).size).toBe(all.length);
  });
});

test('a stricter and a milder rule of the same check speak once', () => {
  const document = cleanDossier();
  const webp = { path: 'assets/logo.png', type: 'webp', namedType: 'webp' };
  const found = judge(document, withFile(soundFiles(document), webp)).findings;
  expect(found.map((one) => one.rule)).toEqual(['app-logo-type']);
});
