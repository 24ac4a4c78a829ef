import { expect, test } from 'vitest';
import type { LetterSummary } from '../../../../main/contract/letters.ts';
import { packRequest, packStateOf } from '../../../../renderer/steps/letters/pack-choice.ts';

const letter = (id: string, of: Partial<LetterSummary> = {}): LetterSummary => ({
  letter: id,
  title: id,
  need: 'required',
  because: '',
  state: 'ready',
  missingFields: [],
  unprintable: [],
  cites: [],
  notice: '',
  entry: {},
  asks: [],
  fields: [],
  signing: [],
  scan: 'none',
  stale: [],
  templateVersion: '1.0.0',
  templateOrigin: 'app',
  templateFaults: [],
  pageCode: 'on',
  ...of,
});
const letters = [
  letter('fresh'),
  letter('outdated', { scan: 'outdated' }),
  letter('scanned', { scan: 'current' }),
  letter('optional', { need: 'optional' }),
  letter('notice', { need: 'notice' }),
  letter('missing', { state: 'missing-data' }),
  letter('odd', { unprintable: ['😀'] }),
];

test('what is demanded and not scanned in its present form is to print; what is not ready is held', () => {
  expect(letters.map(packStateOf)).toEqual(['print', 'print', 'again', 'extra', 'extra', 'held', 'held']);
});

test('a pack as it is offered names nothing', () => {
  expect(packRequest(letters, new Set(['fresh', 'outdated']))).toEqual({});
});

test('what is chosen besides is named, and what is demanded and not chosen is left out', () => {
  expect(packRequest(letters, new Set(['fresh', 'scanned', 'notice']))).toEqual({
    letters: ['scanned', 'notice'],
    leaveOut: ['outdated'],
  });
});
