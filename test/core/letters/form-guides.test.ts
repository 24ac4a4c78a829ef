import { expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FormGuide } from '../../../main/contract/forms.ts';
import { formGuideItems } from '../../../main/core/letters/form-guides.ts';
import { loadFonts } from './load-fonts.ts';

const fonts = await loadFonts();

const place = { id: 'g', page: 1, xMm: 120, yMm: 220, widthMm: 40, heightMm: 40 } as const;
const seal: FormGuide = { ...place, kind: 'seal' };
const wordsOf = (guide: FormGuide, document: Partial<DossierDocument>): string =>
  formGuideItems(guide, { schema: 'yinqi/dossier@1', platform: 'p', categories: [], ...document }, fonts)
    .flatMap((item) => (item.kind === 'text' ? [item.text] : []))
    .join('');

test('the place of a seal on the platform’s form says so to a company, and is for what was answered to an individual', () => {
  expect(wordsOf(seal, {})).toBe('盖章处');
  expect(wordsOf(seal, { applicant: { kind: 'individual' } })).toBe('签章处');
});

test('words that were given to a place stay', () => {
  expect(wordsOf({ ...seal, label: '公章' }, { applicant: { kind: 'individual' } })).toBe('公章');
});
