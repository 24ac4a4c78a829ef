import { expect, test } from 'vitest';
import { findCategories } from '../../../../renderer/steps/category/find-categories.ts';

const groups = [
  { id: 'finance', title: '金融理财' },
  { id: 'ai', title: '生成式人工智能' },
  { id: 'general', title: '普通' },
];
const categories = [
  { id: 'finance/banking', title: '银行', hint: '银行自己的应用', covered: false },
  { id: 'finance/lending', title: '贷款', covered: false },
  { id: 'ai/generative', title: '生成式 AI', covered: false },
  { id: 'general/other', title: '其他', covered: true },
];
const found = (typed: string): string[] =>
  findCategories(categories, groups, typed).flatMap((group) => group.categories.map((one) => one.id));

test('without a word all are there, groups with something to choose first', () => {
  expect(found('  ')).toEqual(['general/other', 'finance/banking', 'finance/lending', 'ai/generative']);
});

test('a word is looked for in title, hint, id and group', () => {
  expect(found('贷')).toEqual(['finance/lending']);
  expect(found('自己')).toEqual(['finance/banking']);
  expect(found('lending')).toEqual(['finance/lending']);
  expect(found('理财')).toEqual(['finance/banking', 'finance/lending']);
});

test('width, case and spaces do not matter', () => {
  expect(found('生成式ａｉ')).toEqual(['ai/generative']);
});

test('nothing found is no group at all', () => {
  expect(findCategories(categories, groups, '航天')).toEqual([]);
});

test('categories without a known group stand in one of their own', () => {
  const bare = findCategories([{ id: 'game', title: '游戏', covered: true }], [], '');
  expect(bare).toEqual([{ id: '', title: '', categories: [{ id: 'game', title: '游戏', covered: true }] }]);
});
