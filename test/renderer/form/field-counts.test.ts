import { describe, expect, test } from 'vitest';
import { fieldCounts } from '../../../renderer/form/field-counts.ts';

const limits = [
  { rule: 'a', level: 'error', unit: 'han', max: 5 },
  { rule: 'b', level: 'warning', unit: 'characters', max: 5 },
] as const;

describe('the counts of a field', () => {
  test('show the gravest limit alone while nothing is too long', () => {
    expect(fieldCounts('会议纪要', [...limits])).toEqual([
      { unit: 'han', length: 4, max: 5, over: 0, level: 'error' },
    ]);
  });

  test('show a stricter reading once the text is over it', () => {
    expect(fieldCounts('meetings', [...limits])).toEqual([
      { unit: 'han', length: 4, max: 5, over: 0, level: 'error' },
      { unit: 'characters', length: 8, max: 5, over: 3, level: 'warning' },
    ]);
  });

  test('say nothing of readings when the text is over the limit itself', () => {
    expect(fieldCounts('会议纪要整理', [...limits])).toEqual([
      { unit: 'han', length: 6, max: 5, over: 1, level: 'error' },
    ]);
  });
});
