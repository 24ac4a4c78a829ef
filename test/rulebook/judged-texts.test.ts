import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dossierDocumentSchema, type DossierDocument } from '../../main/contract/dossier.ts';
import type { FileInspection } from '../../main/contract/files.ts';
import { judgeDossier } from '../../main/core/review/judge-dossier.ts';
import { cleanDossier, printedLetters, soundFiles } from './clean-dossier.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const readData = async (name: string): Promise<unknown> =>
  parse(await readFile(new URL(name, import.meta.url), 'utf8'));

const judge = (document: DossierDocument, inspections = soundFiles(document)) =>
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
  image: z.record(z.string(), z.unknown()).optional(),
  pages: z.record(z.string(), z.unknown()).optional(),
  code: z.record(z.string(), z.unknown()).optional(),
});

/** What was measured with some of it changed on one file. */
function withFile(
  files: Map<string, FileInspection>,
  change: z.infer<typeof changeSchema>,
): Map<string, FileInspection> {
  const { path, image, pages, code, ...rest } = change;
  const before = files.get(path)!;
  const changed = {
    ...before,
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

const clean = z
  .strictObject({ names: z.array(z.string()).min(25), intros: z.array(z.string()).min(25) })
  .parse(await readData('clean-texts.yaml'));
const mistakes = z
  .array(
    z.strictObject({
      as: z.string(),
      set: z.record(z.string(), z.unknown()).optional(),
      file: changeSchema.optional(),
      rule: z.string(),
      level: z.enum(['error', 'warning', 'notice']),
      clause: z.string(),
    }),
  )
  .min(25)
  .parse(await readData('seeded-mistakes.yaml'));

test('the clean dossier has no finding at all and passes', () => {
  const report = judge(cleanDossier());
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('pass');
});

test.each(clean.names)('the name %s has no finding', (name) => {
  expect(judge(withFields(cleanDossier(), { 'app.name': name })).findings).toEqual([]);
});

test.each(clean.intros)('the introduction %s has no finding', (intro) => {
  expect(judge(withFields(cleanDossier(), { 'app.intro': intro })).findings).toEqual([]);
});

describe('a seeded mistake', () => {
  test.each(mistakes.map((one) => [one.as, one] as const))('%s is found', (_as, mistake) => {
    const document = withFields(cleanDossier(), mistake.set ?? {});
    const sound = soundFiles(document);
    const report = judge(document, mistake.file ? withFile(sound, mistake.file) : sound);
    const found = report.findings.filter((one) => one.rule === mistake.rule);
    expect(found.map((one) => one.level)).toContain(mistake.level);
    expect(found[0]!.cites).toContain(mistake.clause);
    expect(report.verdict).toBe(report.findings.some((one) => one.level === 'error') ? 'fail' : 'pass');
  });
});

test('a stricter and a milder rule of the same check speak once', () => {
  const document = cleanDossier();
  const webp = { path: 'assets/logo.png', type: 'webp', namedType: 'webp' };
  const found = judge(document, withFile(soundFiles(document), webp)).findings;
  expect(found.map((one) => one.rule)).toEqual(['app-logo-type']);
});
