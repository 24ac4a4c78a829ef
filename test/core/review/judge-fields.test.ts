import { expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { CheckRule, Rulebook } from '../../../main/contract/rulebook.ts';
import { judgeFields } from '../../../main/core/review/judge-fields.ts';

const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: [],
  app: { name: '很长的名称', intro: '很长的简介' },
};

const shorter = (field: string, level: CheckRule['level']): CheckRule =>
  // Safe: only what judging looks at.
  ({
    id: `${field}-${level}`,
    kind: 'check',
    level,
    on: { field },
    check: 'text-length',
    parameters: { unit: 'widths', max: 2 },
  }) as unknown as CheckRule;

// Safe: as above.
const rulebook = {
  platform: { tracks: [] },
  facts: [],
  wordLists: new Map(),
  rules: [
    shorter('app.intro', 'error'),
    shorter('app.name', 'error'),
    shorter('app.name', 'warning'),
    shorter('app.description', 'error'),
  ],
} as unknown as Rulebook;

const faultsOn = (...fields: readonly string[]): readonly string[] =>
  judgeFields({ rulebook, document, fields: new Set(fields), today: '2026-11-22' }).map(({ field }) => field);

test('what a letter prints is judged by the rules of level error on its own fields, each set of fields by its own', () => {
  expect(faultsOn('app.name')).toEqual(['app.name']);
  expect(faultsOn('app.name', 'app.intro')).toEqual(['app.intro', 'app.name']);
  expect(faultsOn('company.name')).toEqual([]);
});

test('the same fields give the same rules for the next row', () => {
  const fields = new Set(['app.name']);
  const faults = (name: string): number =>
    judgeFields({
      rulebook,
      document: { ...document, app: { name } },
      fields,
      today: '2026-11-22',
    }).length;
  expect([faults('很长的名称'), faults('短'), faults('又是很长的')]).toEqual([1, 0, 1]);
});
