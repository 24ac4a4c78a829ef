import { expect, test } from 'vitest';
import { clarityOf } from '../../../../../renderer/steps/company/papers/confidence.ts';

test('how clearly something was read is told in three steps', () => {
  expect([1, 0.85, 0.84, 0.65, 0.64, 0].map(clarityOf)).toEqual([
    'clear', 'clear', 'fair', 'fair', 'faint', 'faint',
  ]); // prettier-ignore
});
