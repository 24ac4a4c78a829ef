import { expect, test } from 'vitest';
import type { DossierDocument, LetterOrigin } from '../../../main/contract/dossier.ts';
import { ingredientsOf, originEdits } from '../../../main/core/letters/letter-origin.ts';
import { staleReasons } from '../../../main/core/letters/stale-reasons.ts';
import { sampleOf, templateOf } from './shipped-letters.ts';

const template = templateOf('authorisation-letter');
const sample = sampleOf('authorisation-letter');
const made = (document: DossierDocument = sample, rule?: LetterOrigin['rule'], wording = template) =>
  ingredientsOf({
    template: wording,
    document,
    entry: document.letters?.[template.id] ?? {},
    ...(rule === undefined ? {} : { rule }),
  });
const before: LetterOrigin = { on: '2026-11-22', ...made() };

test('data that changed is named by its fields', () => {
  const now = made({
    ...sample,
    company: { ...sample.company, name: '新名字', address: '新地址' },
    letters: { [template.id]: { ...sample.letters?.[template.id], validUntil: '2028-01-01' } },
  });
  expect(staleReasons(before, now, false)).toEqual([
    {
      kind: 'data',
      text: {
        zh: '资料变了：公司住所、企业名称、有效期止',
        en: 'The data changed: Registered address, Company name, Valid until',
      },
      fields: ['company.address', 'company.name', 'letter.validUntil'],
    },
  ]);
});

test('the day of signing is no change', () => {
  const letters = { [template.id]: { ...sample.letters?.[template.id], date: '2026-12-01' } };
  expect(made({ ...sample, letters })).toEqual(made());
});

test('wording that changed is named with both versions, and whose they are', () => {
  const now = made(sample, undefined, { ...template, version: '1.3.0', origin: 'team', digest: 'other' });
  expect(staleReasons(before, now, false)).toMatchObject([
    { kind: 'wording', text: { zh: '措辞变了：当时是自带模板 1.2.0，现在是团队模板 1.3.0' } },
  ]);
  const edited = made(sample, undefined, { ...template, digest: 'other' });
  expect(staleReasons(before, edited, false)).toMatchObject([
    { text: { zh: expect.stringContaining('内容有改动') } },
  ]);
});

test('a rule that changed is a reason to look again even where the letter prints the same', () => {
  const ruled: LetterOrigin = { ...before, rule: { rulebook: '2026.1', text: 'a' } };
  const now = made(sample, { rulebook: '2026.2', text: 'b' });
  expect(staleReasons(ruled, now, true)).toMatchObject([
    { kind: 'rule', text: { zh: expect.stringContaining('规则库从 2026.1 到 2026.2') } },
  ]);
  expect(staleReasons(ruled, made(sample, { rulebook: '2026.2', text: 'a' }), true)).toEqual([]);
});

test('what nobody wrote down is unknown, and nothing is said of what is the same', () => {
  expect(staleReasons(undefined, made(), false)).toMatchObject([{ kind: 'unknown' }]);
  expect(staleReasons(before, made(), false)).toMatchObject([{ kind: 'unknown' }]);
  expect(staleReasons(before, made(), true)).toEqual([]);
  expect(staleReasons(undefined, made(), true)).toEqual([]);
});

test('what is written down holds no contents, and the latest five prints are kept', () => {
  expect(JSON.stringify(before)).not.toContain('样例科技');
  const prints = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((key, index) => [key, { ...before, on: `2026-11-0${index + 1}` }]),
  );
  const document = { ...sample, letters: { [template.id]: { made: prints } } };
  expect(originEdits(document, template.id, 'f', before)).toEqual([
    { path: ['letters', template.id, 'made', 'f'], value: before },
    { path: ['letters', template.id, 'made', 'a'], value: null },
  ]);
  expect(originEdits(document, template.id, 'a', before)).toHaveLength(1);
});
