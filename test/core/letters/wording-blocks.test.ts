import { expect, test } from 'vitest';
import { wordingBlocks } from '../../../main/core/letters/wording-blocks.ts';

const blocksOf = (wording: string, values: readonly string[] = []) =>
  wordingBlocks(wording, { fileName: 'template.md', values, date: null, seal: null });
const texts = (wording: string): readonly string[] =>
  blocksOf(wording).map((block) =>
    'runs' in block ? block.runs.map(({ text }) => text).join('') : block.kind,
  );

test('headings and numbered lists are numbered 一、（一）1.（1） by their depth, anew under each heading', () => {
  const wording = [
    '## 甲',
    '',
    '1. 子',
    '2. 丑',
    '   1. 寅',
    '      1. 卯',
    '',
    '## 乙',
    '',
    '7. 辰',
    '',
    '### 丙',
    '',
    '### 丁',
  ];
  expect(texts(wording.join('\n'))).toEqual([
    '一、甲', '（一）子', '（二）丑', '1.寅', '（1）卯', '二、乙', '（一）辰', '（一）丙', '（二）丁',
  ]); // prettier-ignore
});

test('a list without a heading begins with 一、', () => {
  expect(texts('1. 子\n2. 丑')).toEqual(['一、子', '二、丑']);
});

test('a line break of the source is nothing between Chinese characters and a space between words', () => {
  expect(texts('甲乙\n丙丁 one\ntwo')).toEqual(['甲乙丙丁 one two']);
});

test('bold and underline become runs, values stay what they are', () => {
  expect(blocksOf('甲**乙**丙*丁*\uFDD00\uFDD1', ['**x**'])).toEqual([
    {
      kind: 'paragraph',
      indent: true,
      runs: [
        { text: '甲' },
        { text: '乙', bold: true },
        { text: '丙' },
        { text: '丁', underline: true },
        { text: '**x**' },
      ],
    },
  ]);
});

test('containers become salutation, particulars, note, aligned lines and a signature block', () => {
  const wording = `::: salutation
某公司：
:::
::: particulars
名称: 甲
住所：乙：丙
:::
::: centre
中
:::
::: end
右
:::
::: note
注
:::
::: signature
party: 甲
line: 签字：
line: 经办：
:::`;
  expect(blocksOf(wording)).toEqual([
    { kind: 'salutation', runs: [{ text: '某公司：' }] },
    {
      kind: 'particulars',
      rows: [
        { label: '名称', value: '甲' },
        { label: '住所', value: '乙：丙' },
      ],
    },
    { kind: 'paragraph', runs: [{ text: '中' }], indent: false, align: 'centre' },
    { kind: 'paragraph', runs: [{ text: '右' }], indent: false, align: 'end' },
    { kind: 'note', runs: [{ text: '注' }] },
    { kind: 'signature', party: '甲', lines: ['签字：', '经办：'], date: null, seal: null },
  ]);
});

test('a signature block may have a place for a fingerprint', () => {
  expect(blocksOf('::: signature\nparty: 甲\nline: 签名：\nfingerprint: yes\n:::')).toEqual([
    {
      kind: 'signature',
      party: '甲',
      lines: ['签名：'],
      date: null,
      seal: null,
      fingerprint: { widthMm: 22, heightMm: 28, label: '按指印处' },
    },
  ]);
});

test('a second line of # goes on with the title', () => {
  expect(blocksOf('# 甲\n\n# 乙\n\n丙\n\n# 丁')).toMatchObject([
    { kind: 'title', text: '甲\n乙' },
    { kind: 'paragraph' },
    { kind: 'title', text: '丁' },
  ]);
});

test('table columns share the width as the dashes do', () => {
  expect(blocksOf('| 甲 | 乙 |\n| -- | ------ |\n| 一 | 二 |')).toEqual([
    {
      kind: 'table',
      columns: [
        { title: '甲', share: 2 },
        { title: '乙', share: 6 },
      ],
      rows: [['一', '二']],
    },
  ]);
});
