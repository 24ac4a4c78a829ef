import { expect, test } from 'vitest';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { wordingBlocks } from '../../../main/core/letters/wording-blocks.ts';
import { expectClean } from './expect-clean.ts';
import { loadFonts } from './load-fonts.ts';
import { boxOf, letterArea, type TextItem } from './page-lines.ts';

const fonts = await loadFonts();
const short = '用于注册腾讯开发者账号';
const long = '用于授权申请腾讯会议开放平台上线'.repeat(4);

const tree = (...blocks: readonly Block[]): DocumentTree => ({
  title: '题',
  author: '甲',
  language: 'zh-CN',
  subject: '事',
  blocks,
  code: null,
  isDraft: false,
  style: 'letter',
});
const blocksOf = (wording: string): readonly Block[] =>
  wordingBlocks(wording, { fileName: 'template.md', values: ['甲公司'], date: null, seal: null });
const laidOut = (...blocks: readonly Block[]) =>
  layOut(tree(...blocks), fonts, async () => []).then((document) => {
    expectClean(document);
    return document.pages.flatMap(({ items }) => items);
  });

test('what must be handwritten is a block of its own, data put in', () => {
  expect(blocksOf(`::: handwritten\ncopy: ${short}\ncopy: 由\uFDD00\uFDD1使用\ndate: blank\n:::`)).toEqual([
    { kind: 'handwritten', copies: [short, '由甲公司使用'], isDated: true },
  ]);
  const [block] = blocksOf(`::: handwritten\ncopy: ${short}\n:::`);
  expect(block).toEqual({ kind: 'handwritten', copies: [short], isDated: false });
  expect(block && blockTexts(block)).toEqual([short]);
});

test('a line that the block does not know is refused with its number and a suggestion', () => {
  expect(() => blocksOf('甲\n\n::: handwritten\ncopi: 乙\n:::')).toThrowError(
    expect.objectContaining({
      code: 'template-fault',
      text: expect.objectContaining({ zh: expect.stringContaining('第 4 行') }),
      hint: expect.objectContaining({ zh: expect.stringContaining('copy') }),
    }),
  );
  expect(() => blocksOf('::: handwritten\ncopy:\n:::')).toThrowError('template-fault');
});

test('it is ruled across the type area, the exact words small and grey in the left margin', async () => {
  const items = await laidOut({ kind: 'handwritten', copies: [short], isDated: false });
  const rules = items.filter((item) => item.kind === 'line').map(boxOf);
  expect(rules).toHaveLength(1);
  expect(rules[0]).toMatchObject({ left: letterArea.left, right: letterArea.right });
  const words = items.filter((item): item is TextItem => item.kind === 'text' && item.role === 'margin');
  expect(words.map(({ text }) => text).join('')).toBe(`请手写：${short}`);
  for (const word of words) {
    expect(word.sizePt).toBeLessThan(9);
    expect(word.grey).toBeGreaterThan(0.3);
    expect(boxOf(word).right).toBeLessThan(letterArea.left);
  }
  const body = items.filter((item) => item.kind === 'text' && item.role === 'body');
  expect(body).toEqual([]);
});

test('a long text has rules enough for handwriting of 8 mm a character, and its words do not run into the next', async () => {
  const items = await laidOut(
    { kind: 'handwritten', copies: [long, short], isDated: true },
    { kind: 'paragraph', runs: [{ text: '后文' }], indent: true },
  );
  const rules = items.filter((item) => item.kind === 'line' && boxOf(item).right - boxOf(item).left > 150);
  expect(rules).toHaveLength(Math.ceil((long.length * 8) / 156) + 1);
  expect(
    items
      .filter((item) => item.kind === 'text')
      .map(({ text }) => text)
      .join(''),
  ).toContain('年');
});
