import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRulebookShelf } from '../../../main/adapters/rulebook/rulebook-shelf.ts';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { Rulebook } from '../../../main/contract/rulebook.ts';
import { compareFields } from '../../../main/core/history/compare-fields.ts';
import { compareFiles } from '../../../main/core/history/compare-files.ts';
import { compareHistory } from '../../../main/core/history/compare-history.ts';
import { compareRules } from '../../../main/core/history/compare-rules.ts';
import { entryOf, snapshotOf } from '../../../main/core/history/dossier-snapshot.ts';
import { readHistory, textHash, writeHistory } from '../../../main/core/history/history-lines.ts';
import { markRulebook } from '../../../main/core/history/rulebook-marks.ts';
import { staleDossier } from '../../../main/core/history/stale-dossier.ts';

const rulebook = await createRulebookShelf(join(import.meta.dirname, '../../../resources')).load(
  'tencent-meeting',
);
const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  track: 'listing',
  categories: ['general/other'],
  app: { name: '样例纪要', logo: 'assets/logo.png', searchKeywords: ['会议', '纪要'] },
  documents: { 'business-licence': 'papers/a.jpg' },
};
const hash = (text: string): string => textHash(text);
const files = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([path, content]) => ({ path, sha256: hash(content), sizeBytes: 1 }));
const changed = (change: Partial<Rulebook>): Rulebook => ({ ...rulebook, ...change });

describe('files', () => {
  const from = { document, files: files({ 'assets/logo.png': 'a', 'papers/a.jpg': 'b' }) };

  test('other bytes under the same name are a replacement', () => {
    const to = { document, files: files({ 'assets/logo.png': 'A', 'papers/a.jpg': 'b' }) };
    expect(compareFiles(from, to)).toEqual([
      { change: 'replaced', path: 'assets/logo.png', fields: ['app.logo'] },
    ]);
  });

  test('the same bytes under another name are a renaming, other bytes in the same field a replacement', () => {
    const renamed: DossierDocument = {
      ...document,
      app: { logo: 'assets/new.png' },
      documents: { 'business-licence': 'papers/b.jpg' },
    };
    const to = { document: renamed, files: files({ 'assets/new.png': 'a', 'papers/b.jpg': 'c' }) };
    expect(compareFiles(from, to)).toEqual([
      { change: 'renamed', path: 'assets/new.png', was: 'assets/logo.png', fields: ['app.logo'] },
      {
        change: 'replaced',
        path: 'papers/b.jpg',
        was: 'papers/a.jpg',
        fields: ['documents.business-licence'],
      },
    ]);
  });

  test('what only one side has came or went', () => {
    const other: DossierDocument = { ...document, documents: { 'icp-filing': 'papers/c.jpg' } };
    const to = { document: other, files: files({ 'assets/logo.png': 'a', 'papers/c.jpg': 'c' }) };
    expect(compareFiles(from, to).map(({ change, path }) => [change, path])).toEqual([
      ['removed', 'papers/a.jpg'],
      ['added', 'papers/c.jpg'],
    ]);
  });
});

test('fields are compared one by one, lists of words as one; files, repairs and prints are left out', () => {
  const to: DossierDocument = {
    ...document,
    app: { name: '样例记录', logo: 'assets/other.png', searchKeywords: ['会议'] },
    facts: { chat: true },
    letters: { 'publishing-commitment': { date: '2026-01-31' } },
    rejections: [{ id: 'x', on: '2026-01-31', words: '改' }],
  };
  expect(compareFields(document, to)).toEqual([
    { field: 'app.name', from: '样例纪要', to: '样例记录' },
    { field: 'app.searchKeywords', from: ['会议', '纪要'], to: ['会议'] },
    { field: 'facts.chat', from: undefined, to: true },
    { field: 'letters.publishing-commitment.date', from: undefined, to: '2026-01-31' },
  ]);
});

test('the mark of a rulebook is the same for the same rules, and another for one word', () => {
  const [first, ...rest] = rulebook.rules;
  if (first === undefined) throw new Error('no rules');
  const same = markRulebook(changed({ rules: [{ ...first }, ...rest] }));
  expect(same.mark).toEqual(markRulebook(rulebook).mark);
  const other = markRulebook(
    changed({ rules: [{ ...first, title: { ...first.title, zh: '另一个' } }, ...rest] }),
  );
  expect(other.mark.sha256).not.toBe(same.mark.sha256);
  expect(compareRules(same.rules, other.rules)).toMatchObject({
    added: [],
    removed: [],
    changed: [{ id: first.id }],
    others: [],
  });
});

test('what came, went and changed among rules and word lists is named', () => {
  const [, ...rest] = rulebook.rules;
  const words = new Map(rulebook.wordLists).set('superlatives', ['最']);
  const before = markRulebook(changed({ rules: rest }));
  const after = markRulebook(changed({ wordLists: words }));
  const compared = compareRules(before.rules, after.rules);
  expect(compared.added).toEqual([{ id: rulebook.rules[0]?.id, title: rulebook.rules[0]?.title }]);
  expect(compared.others.map(({ id }) => id)).toEqual(['words:superlatives']);
});

describe('a newer rulebook', () => {
  const then = snapshotOf(rulebook, { yamlText: 'then', document, files: [], letters: [] });
  const { entry } = entryOf(then, { kind: 'export', at: '2026-11-20T00:00:00.000Z', by: '王五' }, undefined);
  const kept = { entry, document, rules: then.rules, requirements: then.requirements };

  test('that is the same makes nothing stale', () => {
    expect(staleDossier(rulebook, document, kept)).toBeNull();
  });

  test('names what the same dossier is asked for now, and the rules that concern it', () => {
    const licence = rulebook.rules.find(({ id }) => id === 'business-licence');
    if (licence?.kind !== 'document') throw new Error('business-licence is a document');
    const extra = { ...licence, id: 'tax-certificate', title: { zh: '完税证明', en: 'Tax certificate' } };
    const elsewhere = { ...extra, id: 'bank-only', applies: { category: ['finance/banking'] } };
    const rules = [...rulebook.rules.filter(({ id }) => id !== 'business-licence'), extra, elsewhere];
    const stale = staleDossier(changed({ rules }), document, kept);
    expect(stale?.requirements.added.map(({ id }) => id)).toEqual(['tax-certificate']);
    expect(stale?.requirements.removed.map(({ id }) => id)).toContain('business-licence');
    expect(stale?.added.map(({ id }) => id)).toEqual(['bank-only', 'tax-certificate']);
    expect(stale?.concerning.map(({ id }) => id)).toEqual(['tax-certificate']);
  });
});

describe('the kept history', () => {
  const snapshot = snapshotOf(rulebook, { yamlText: 'yaml', document, files: [], letters: [] });
  const run = { kind: 'export' as const, at: '2026-11-20T00:00:00.000Z', by: '王五' };
  const first = entryOf(snapshot, run, undefined);
  const second = entryOf(snapshot, run, first.entry);
  const whole = {
    entries: [first.entry, second.entry],
    texts: new Map(first.texts.map((text) => [textHash(text), text])),
  };

  test('comes back from its lines as it was, each text once', () => {
    const lines = writeHistory(whole);
    expect(readHistory(lines, 'h')).toEqual(whole);
    expect(lines.split('\n').filter((line) => line.includes('"text"'))).toHaveLength(3);
  });

  test('has an id of its own for each entry, and the same for the same', () => {
    expect(first.entry.id).not.toBe(second.entry.id);
    expect(entryOf(snapshot, run, undefined).entry).toEqual(first.entry);
  });

  test.each([
    ['a word of a text', (lines: string) => lines.replace('"yaml"', '"yamm"')],
    ['a missing text', (lines: string) => lines.split('\n').slice(1).join('\n')],
    ['half a line', (lines: string) => lines.slice(0, -20)],
  ])('is refused with %s altered', (_what, alter) => {
    expect(() => readHistory(alter(writeHistory(whole)), 'h')).toThrow(
      /history-damaged: The history “h” cannot be understood at line \d/,
    );
  });
});

test('a comparison speaks in titles: answers by their options, letters with their lines', () => {
  const letter = (words: string, revision: string) => ({
    letter: 'publishing-commitment',
    title: { zh: '应用发布承诺函', en: 'Commitment' },
    revision,
    origin: {
      template: { version: '1.0.0', origin: 'app' as const, text: revision },
      data: {},
    },
    words,
  });
  const before = snapshotOf(rulebook, {
    yamlText: 'a',
    document,
    files: [],
    letters: [letter('甲方\n承诺一', 'aaaa')],
  });
  const after = snapshotOf(rulebook, {
    yamlText: 'b',
    document: { ...document, track: 'search', facts: { 'unknown-question': true } },
    files: [],
    letters: [letter('甲方\n承诺二', 'bbbb')],
  });
  const compared = compareHistory(
    { snapshot: before, isRun: false },
    { snapshot: after, isRun: false },
    rulebook,
  );
  expect(compared.fields).toMatchObject([
    { title: { zh: '申请类型' }, from: { zh: '上架' }, to: { zh: '搜索' } },
    { field: 'facts.unknown-question', from: null, to: { zh: '是' } },
  ]);
  expect(compared.letters).toMatchObject([{ change: 'changed', added: 1, removed: 1 }]);
  expect(compared.letters[0]?.lines?.map(({ kind, text }) => [kind, text])).toEqual([
    ['same', '甲方'],
    ['removed', '承诺一'],
    ['added', '承诺二'],
  ]);
});
