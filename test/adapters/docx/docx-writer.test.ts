import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDocxWriter } from '../../../main/adapters/docx/docx-writer.ts';
import type { Block } from '../../../main/contract/letters.ts';
import { draftLetter, fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';
import { wordOfLetter } from '../../../main/core/letters/word-of-letter.ts';
import { wordingBlocks } from '../../../main/core/letters/wording-blocks.ts';
import { sampleOf, templateOf } from '../../core/letters/shipped-letters.ts';
import { readOneDocx } from './read-docx.ts';

const writer = createDocxWriter();

const template = templateOf('publishing-commitment');
function filled() {
  const made = fillLetter({ template, document: sampleOf('publishing-commitment') });
  if (made.kind !== 'filled') throw new Error('the sample lacks something');
  return made;
}

const blocksOf = (wording: string): readonly Block[] =>
  wordingBlocks(wording, { fileName: 'template.md', values: [], date: null, seal: null });

const wordOf = (blocks: readonly Block[]) =>
  wordOfLetter(
    {
      title: '函',
      author: '',
      language: 'zh-CN',
      subject: '函',
      blocks,
      code: null,
      isDraft: false,
      style: 'letter',
    },
    { id: 'a', version: '1.0.0', origin: 'app' },
  );

const textsOf = async (wording: string): Promise<readonly string[]> =>
  readOneDocx(await writer.write(wordOf(blocksOf(wording)))).paragraphs.map(({ text }) => text);

describe('the bytes of a Word file', () => {
  afterEach(() => vi.useRealTimers());

  test('are the same on another day, whatever the clock and the dice say', async () => {
    const document = wordOfLetter(filled().tree, template);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z') });
    const one = await writer.write(document);
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.123);
    const other = await writer.write(document);
    random.mockRestore();
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true);
    expect(readOneDocx(one).times).toEqual(['(2020, 1, 1, 12, 0, 0)']);
  });
});

describe('a letter as a Word file', async () => {
  const { tree, revision } = filled();
  const seen = readOneDocx(await writer.write(wordOfLetter(tree, template)));

  test('is well-formed, and every style and numbering that it names is defined', () => {
    expect(seen.problems).toEqual([]);
    const used = new Set(seen.paragraphs.map(({ style }) => seen.styles[style]));
    expect([...used]).toEqual(
      expect.arrayContaining(['Title', 'Salutation', 'Body Text', 'heading 1', 'List Number 2', 'Signature']),
    );
    for (const name of ['heading 2', 'heading 3', 'heading 4', 'List Number 3', 'List Number 4']) {
      expect(Object.values(seen.styles)).toContain(name);
    }
  });

  test('has the page and the margins of the PDF', () => {
    const mm = (name: string): number => Math.round((Number(seen.page[name]) * 25.4) / 144) / 10;
    expect([mm('w'), mm('h'), mm('top'), mm('left'), mm('right'), mm('bottom')]).toEqual([
      210, 297, 37, 28, 26, 35,
    ]);
    expect(seen.footer).toBe('第 PAGE 页 共 NUMPAGES 页');
  });

  test('names Chinese faces with what stands in for them, and indents by two characters', () => {
    expect(seen.eastAsia).toMatchObject({
      Normal: '宋体',
      Title: '宋体',
      Heading1: '黑体',
      YinqiNote: '仿宋',
    });
    expect(seen.fonts['宋体']).toMatch(/^SimSun,/);
    expect(seen.fonts['仿宋']).toMatch(/^FangSong,/);
    expect(seen.fonts['黑体']).toMatch(/^SimHei,/);
    expect(seen.firstLineChars).toMatchObject({ BodyText: '200', Heading1: '200', ListNumber2: '200' });
  });

  test('numbers by one real multi-level list for headings and one for items', () => {
    const levels = [
      ['chineseCountingThousand', '%1、'],
      ['chineseCountingThousand', '（%2）'],
      ['decimal', '%3.'],
      ['decimal', '（%4）'],
    ];
    const own = seen.numbering.filter(({ levels: [first] }) => first?.[0] !== 'bullet');
    expect(own.map(({ type }) => type)).toEqual(['multilevel', 'multilevel']);
    for (const one of own) {
      expect(one.levels.slice(0, 4).map(([format, text]) => [format, text])).toEqual(levels);
      expect(one.levels.map(([, , , tentative]) => tentative)).toEqual(one.levels.map(() => null));
    }
    expect(own[0]?.levels.map(([, , style]) => style)).toEqual([
      'Heading1',
      'Heading2',
      'Heading3',
      'Heading4',
    ]);
    const numbers = seen.paragraphs.map(({ number }) => number).filter((number) => number !== '');
    expect(numbers.slice(0, 5)).toEqual(['一、', '（一）', '（二）', '（三）', '二、']);
  });

  test('says in its properties what it is', () => {
    expect(seen.core).toMatchObject({
      title: '腾讯会议开放平台应用发布承诺函',
      creator: '深圳市样例科技有限公司',
      subject: '应用发布承诺函：样例纪要',
      language: 'zh-CN',
      description: expect.stringContaining('不能自动归档'),
    });
    expect(seen.custom).toMatchObject({
      'yinqi-kind': 'letter',
      'yinqi-letter': 'publishing-commitment',
      'yinqi-version': template.version,
      'yinqi-revision': revision,
    });
  });

  test('keeps what is signed on one page, with the paragraph before it', () => {
    const from = seen.paragraphs.findIndex(({ style }) => style === 'YinqiSigningLine');
    expect(from).toBeGreaterThan(0);
    const kept = seen.paragraphs.slice(from - 1).map(({ keepNext }) => keepNext);
    expect(kept).toEqual([...kept.slice(1).map(() => true), false]);
    expect(seen.paragraphs.at(-1)?.text).toBe('　　　　年　　月　　日');
  });
});

test('a draft says so at the head of each page and names what is missing', async () => {
  const { company: _, ...document } = sampleOf('publishing-commitment');
  const seen = readOneDocx(await writer.write(wordOfLetter(draftLetter({ template, document }), template)));
  expect(seen.header).toBe('草稿');
  expect(seen.custom['yinqi-revision']).toBe('draft');
  expect(seen.paragraphs.map(({ text }) => text).join('')).toContain('【待填写：公司名称】');
});

describe('numbering', () => {
  test('begins anew for each list, goes on after a nested one, and skips nothing', async () => {
    expect(
      await textsOf(
        '## 甲\n\n1. a\n2. b\n   1. b1\n   2. b2\n3. c\n   1. c1\n\n平常的一段。\n\n1. d\n\n## 乙\n\n### 丙\n\n1. e\n   1. f\n',
      ),
    ).toEqual([
      '一、甲', '（一）a', '（二）b', '1.b1', '2.b2', '（三）c', '1.c1', '平常的一段。', '（一）d',
      '二、乙', '（一）丙', '1.e', '（1）f',
    ]); // prettier-ignore
  });

  test('writes the same figures as the PDF’s text, however deep and long', async () => {
    const items = Array.from({ length: 23 }, (_, index) => `${index + 1}. 第${index + 1}项`).join('\n');
    const wording = `## 甲\n\n${items}\n\n### 乙\n\n#### 丙\n\n##### 丁\n\n1. 戊\n2. 己\n\n## 庚`;
    const printed = blocksOf(wording).map((block) =>
      'runs' in block ? block.runs.map(({ text }) => text).join('') : '',
    );
    expect(await textsOf(wording)).toEqual(printed);
    expect(printed).toContain('（二十三）第23项');
    expect(printed).toContain('②己');
  });

  test('leaves a heading that has no number without one', async () => {
    const block: Block = { kind: 'heading', level: 1, runs: [{ text: '营业执照' }] };
    const { paragraphs } = readOneDocx(await writer.write(wordOf([block])));
    expect(paragraphs[0]).toMatchObject({ text: '营业执照', style: 'Heading1', number: '' });
  });
});

test('bold, underlined, ruled blanks, tables, notes and lines to copy by hand keep their looks', async () => {
  const blocks = blocksOf(
    '**粗**字和*线*，留空　　　　。\n\n| 名称 | 说明 |\n|---|------|\n| 甲 | 乙 |\n\n::: note\n小字\n:::\n\n::: handwritten\ncopy: 用于注册腾讯开发者账号\ndate: blank\n:::\n',
  );
  const seen = readOneDocx(await writer.write(wordOf(blocks)));
  expect(seen.problems).toEqual([]);
  const [first] = seen.paragraphs;
  expect(first?.bold).toEqual(['粗']);
  expect(first?.ruled).toEqual(['线', '　　　　']);
  expect(seen.paragraphs.filter(({ inTable }) => inTable).map(({ text, style }) => [style, text])).toEqual([
    ['YinqiTableHeading', '名称'],
    ['YinqiTableHeading', '说明'],
    ['YinqiTableText', '甲'],
    ['YinqiTableText', '乙'],
  ]);
  const texts = seen.paragraphs.map(({ text }) => text);
  expect(texts).toContain('请手写：用于注册腾讯开发者账号');
  expect(texts).toContain('小字');
});

test('text that XML cannot hold does not break the file', async () => {
  const source = `---\nid: a\ntitle: { zh: 甲, en: A }\nrequirement: a\nversion: 1.0.0\ncites: [x/1]\nneeds: []\nasks: []\nseal: null\n---\n\n# 甲 <乙> & "丙"\n\n段落\u0007 & <b> ]]>。\n`;
  const made = fillLetter({
    template: parseTemplate(source, 'a.md'),
    document: { schema: 'yinqi/dossier@1', platform: 'x', categories: [] },
  });
  if (made.kind !== 'filled') throw new Error('nothing was needed');
  const seen = readOneDocx(await writer.write(wordOfLetter(made.tree, parseTemplate(source, 'a.md'))));
  expect(seen.core['title']).toBe('甲 <乙> & "丙"');
  expect(seen.paragraphs[0]?.text).toBe('甲 <乙> & "丙"');
  expect(seen.paragraphs[1]?.text).toContain('& <b> ]]>。');
});
