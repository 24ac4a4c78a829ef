import { describe, expect, test } from 'vitest';
import type { WordBox } from '../../../../main/contract/letter-preview.ts';
import { fieldsOnPages, typingOf } from '../../../../renderer/steps/letters/printed-fields.ts';
import { printingDpi, zoomAfter, zooms } from '../../../../renderer/steps/letters/preview-zoom.ts';
import { fieldOfVariable } from '../../../../renderer/steps/letters/stale-reasons.tsx';

const box = (field: string, page: number): WordBox => ({
  field,
  page,
  title: field,
  xMm: 0,
  yMm: 0,
  widthMm: 1,
  heightMm: 1,
});
const letter = {
  letter: 'withdrawal-notice',
  fields: [
    { id: 'reason', title: '原因', kind: 'long-text' as const, required: true },
    { id: 'endDate', title: '日期', kind: 'date' as const, required: true },
  ],
};

test('each field is listed once, in reading order, with every page it stands on', () => {
  const words = [box('app.name', 0), box('company.name', 0), box('app.name', 0), box('company.name', 2)];
  expect(fieldsOnPages(words)).toEqual([
    { field: 'app.name', title: 'app.name', pages: [0] },
    { field: 'company.name', title: 'company.name', pages: [0, 2] },
  ]);
});

describe('beside the preview', () => {
  test('texts of the dossier, of other parties and of the letter are typed where they are saved', () => {
    expect(typingOf('company.name', letter)).toEqual({ kind: 'text', path: ['company', 'name'] });
    expect(typingOf('parties.1.name', letter)).toEqual({ kind: 'text', path: ['parties', 1, 'name'] });
    expect(typingOf('letters.withdrawal-notice.fields.reason', letter)).toEqual({
      kind: 'long-text',
      path: ['letters', 'withdrawal-notice', 'fields', 'reason'],
    });
    expect(typingOf('letters.withdrawal-notice.validFrom', letter)?.kind).toBe('date');
    expect(typingOf('letters.withdrawal-notice.fields.endDate', letter)?.kind).toBe('date');
  });

  test('what is chosen from a list leads to its own page instead', () => {
    for (const field of [
      'company.agent.idType',
      'facts.game',
      'parties',
      'parties.0.kind',
      'app.permissions.0.name',
    ]) {
      expect(typingOf(field, letter), field).toBeNull();
    }
  });
});

test('a variable of a letter is found on its card, the others in the dossier', () => {
  expect(fieldOfVariable('letter.reason', letter)).toBe('letters.withdrawal-notice.fields.reason');
  expect(fieldOfVariable('letter.validUntil', letter)).toBe('letters.withdrawal-notice.validUntil');
  expect(fieldOfVariable('company.name', letter)).toBe('company.name');
});

test('zoom goes step by step and stops at its ends, and pictures are never coarser than the screen', () => {
  expect(zoomAfter(1, 1)).toBe(1.5);
  expect(zoomAfter(1, -1)).toBe(0.75);
  expect([zoomAfter(zooms[0], -1), zoomAfter(3, 1)]).toEqual([zooms[0], 3]);
  expect(printingDpi(1, 1)).toBe(96);
  expect(printingDpi(1, 2)).toBeGreaterThanOrEqual(175);
  expect(printingDpi(3, 2)).toBe(300);
});
