import { expect, test } from 'vitest';
import type { Block } from '../../../main/contract/letters.ts';
import { whoSigns } from '../../../main/core/letters/who-signs.ts';

const signature: Extract<Block, { kind: 'signature' }> = {
  kind: 'signature',
  party: '深圳市样例科技有限公司',
  lines: ['法定代表人（签字）：'],
  suggested: ['经办人（签字）：'],
  date: null,
  seal: { label: '公章', widthMm: 40, heightMm: 40, suggested: true },
};

test('a letter says who signs and seals it, and what of that is only our suggestion', () => {
  expect(whoSigns({ blocks: [signature] }).map(({ text, isSuggested }) => [text.zh, isSuggested])).toEqual([
    ['法定代表人（签字）', false],
    ['经办人（签字）', true],
    ['盖「深圳市样例科技有限公司」公章', true],
  ]);
});

test('a letter that nobody signs says nothing', () => {
  expect(whoSigns({ blocks: [] })).toEqual([]);
  expect(whoSigns({ blocks: [{ ...signature, lines: [], suggested: [], seal: null }] })).toEqual([]);
});
