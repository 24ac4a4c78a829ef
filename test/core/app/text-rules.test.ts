import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { isCheckRule } from '../../../main/core/rulebook/rule-kinds.ts';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const read = async (name: string): Promise<unknown> =>
  parse(await readFile(new URL(name, import.meta.url), 'utf8'));

const around = {
  company: { website: 'https://www.example.com' },
  app: {
    name: '样例纪要',
    intro: '会后自动整理要点与待办，附白板、便签、投票、签到',
    description: '把会议要点整理成纪要，画布可以协作。',
    termsUrl: 'https://www.example.com/terms',
  },
};

/** The rules on the wording of a field: those that measure its length or its characters have their own tests. */
const found = (field: string, value: unknown): readonly string[] =>
  rulebook.rules
    .filter(isCheckRule)
    .filter((rule) => 'field' in rule.on && rule.on.field === field && rule.applies === undefined)
    .filter((rule) => !['text-length', 'allowed-characters'].includes(rule.check))
    .flatMap((rule) => {
      const conclusions = checkRegistry
        .get(rule.check)!
        .run({ kind: 'field', field, value }, rule.parameters ?? {}, {
          document: dossierWith(around),
          rulebook,
          inspections: new Map(),
          today: '2026-07-01',
        });
      return conclusions.flatMap((one) => ('message' in one ? [`${rule.id}: ${one.message.zh}`] : []));
    });

const sound = z
  .strictObject({
    names: z.array(z.string()).min(50),
    intros: z.array(z.string()).min(25),
    descriptions: z.array(z.string()).min(7),
    keywords: z.array(z.array(z.string())).min(3),
  })
  .parse(await read('sound-texts.yaml'));
const faulty = z
  .array(
    z.strictObject({ field: z.string(), text: z.union([z.string(), z.array(z.string())]), rule: z.string() }),
  )
  .min(60)
  .parse(await read('faulty-texts.yaml'));

describe('nothing is found in', () => {
  test.each(sound.names)('the name %s', (name) => expect(found('app.name', name)).toEqual([]));
  test.each(sound.intros)('the introduction %s', (intro) => expect(found('app.intro', intro)).toEqual([]));
  test.each(sound.descriptions)('the description %s', (text) =>
    expect(found('app.description', text)).toEqual([]),
  );
  test.each(sound.keywords.map((one) => [one]))('the keywords %s', (one) =>
    expect(found('app.searchKeywords', one)).toEqual([]),
  );
});

describe('found is', () => {
  test.each(faulty.map((one) => [String(one.text), one] as const))('%s', (_text, { field, text, rule }) => {
    expect(found(field, text).map((one) => one.split(':')[0])).toContain(rule);
  });
});
