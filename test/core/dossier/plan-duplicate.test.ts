import { expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { applyEdits } from '../../../main/core/dossier/edit-dossier.ts';
import { planDuplicate } from '../../../main/core/dossier/plan-duplicate.ts';

const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: ['general/other'],
  app: { name: '会议助手', logo: 'assets/logo.png' },
  documents: {
    'business-licence': 'papers/licence.jpg',
    'publishing-commitment': 'scans/commitment.pdf',
    'authorisation-letter': ['scans/commitment.pdf', 'papers/licence.jpg'],
  },
  attestations: { one: { by: '张三', on: '2026-01-02' }, two: { by: '张三', on: '2026-01-02' } },
  letters: {
    'publishing-commitment': {
      date: '2026-01-02',
      validUntil: '2027-01-02',
      fields: { place: '深圳' },
      pageCode: 'off',
    },
    'authorisation-letter': { date: '2026-01-02' },
  },
  repairs: {
    straightened: {
      on: '2026-01-02',
      changes: [{ field: 'documents.publishing-commitment', from: ['a.pdf'], to: ['scans/commitment.pdf'] }],
    },
    fitted: { on: '2026-01-02', changes: [{ field: 'app.logo', from: ['x.png'], to: ['assets/logo.png'] }] },
  },
};
const letters = new Set(['publishing-commitment', 'authorisation-letter']);

test('what was said or signed for the one app stays behind, and everything else goes along', () => {
  const plan = planDuplicate(document, letters);
  const { attestations: _a, letters: _l, documents: _d, repairs: _r, ...rest } = document;
  expect(applyEdits(document, plan.edits)).toEqual({
    ...rest,
    documents: { 'business-licence': 'papers/licence.jpg' },
    letters: { 'publishing-commitment': { fields: { place: '深圳' }, pageCode: 'off' } },
    repairs: { fitted: document.repairs?.['fitted'] },
  });
  expect([plan.attestations, plan.signedLetters]).toEqual([2, 2]);
});

test('only files that nothing but a signed letter used stay behind', () => {
  expect(planDuplicate(document, letters).leftFiles).toEqual(['scans/commitment.pdf']);
});

test('a dossier in which nothing was signed is copied whole', () => {
  const bare: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'p', categories: [] };
  expect(planDuplicate(bare, letters)).toEqual({
    edits: [],
    leftFiles: [],
    attestations: 0,
    signedLetters: 0,
  });
});

test('what the platform said of the one app, and what was erased after it, stays behind; when to erase goes along', () => {
  const answered: DossierDocument = {
    ...document,
    acceptance: { on: '2026-02-01' },
    retention: { days: 30, what: ['id-copies'], when: 'at-start' },
    erased: { 'papers/id.jpg': { on: '2026-03-03', sha256: 'a'.repeat(64), sizeBytes: 1, fields: [] } },
    rejections: [{ id: 'r1', on: '2026-01-20', words: '简介与功能不符' }],
  };
  const copy = applyEdits(answered, planDuplicate(answered, letters).edits);
  expect(copy).not.toHaveProperty('acceptance');
  expect(copy).not.toHaveProperty('erased');
  expect(copy).not.toHaveProperty('rejections');
  expect(copy).toHaveProperty('retention', answered.retention);
});
