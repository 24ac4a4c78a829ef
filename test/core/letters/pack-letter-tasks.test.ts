import { describe, expect, test } from 'vitest';
import type { DocumentTree, PrintGuides } from '../../../main/contract/letters.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { letterTasks, partyOf } from '../../../main/core/letters/pack-letter-tasks.ts';
import { loadFonts } from './load-fonts.ts';
import { dossierFor, shippedLetters, templateOf } from './shipped-letters.ts';

const fonts = await loadFonts();
const encode = async (): Promise<readonly string[]> => ['1'];

describe.each(shippedLetters)('%s', (letter) => {
  test.each(['sample', 'longest', 'shortest'] as const)(
    'with the %s data each seal and fingerprint is told for the page on which its guide is',
    async (data) => {
      const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, data) });
      if (filled.kind !== 'filled') throw new Error('data is missing');
      const document = await layOut(filled.tree, fonts, encode, { crossPageSeal: false });
      const tasks = letterTasks(templateOf(letter).title, filled.tree, document);
      expect(tasks).toHaveLength(document.pages.length);
      for (const [index, { items }] of document.pages.entries()) {
        const guides = items.filter((item) => item.kind === 'ellipse').length;
        const task = tasks[index];
        const told = [task?.seal, ...(task?.signs?.zh.split('；') ?? [])].filter(
          (one) => one !== null && one !== undefined && (typeof one !== 'string' || one.includes('手印')),
        );
        expect(told, `page ${index + 1}`).toHaveLength(guides);
      }
      // An announcement to users is neither signed nor sealed.
      const isSealed = filled.tree.blocks.some((block) => block.kind === 'signature' && block.seal !== null);
      expect(tasks.some(({ seal }) => seal !== null) || !isSealed).toBe(true);
    },
  );
});

const blocksOf = (blocks: DocumentTree['blocks']): DocumentTree => ({
  title: '题',
  author: '甲公司',
  language: 'zh-CN',
  subject: '事',
  blocks,
  code: null,
  isDraft: false,
  style: 'letter',
});
const paragraph = (text: string): DocumentTree['blocks'][number] => ({
  kind: 'paragraph',
  runs: [{ text }],
  indent: true,
});

test('who signs, what is sealed and what is written is told in the words of the letter', async () => {
  const tree = blocksOf([
    { kind: 'title', text: '函' },
    {
      kind: 'paragraph',
      indent: true,
      runs: [{ text: '登记号：' }, { text: '　　　　　　', underline: true }, { text: '。' }],
    },
    { kind: 'handwritten', copies: ['本人已阅读并同意'], isDated: true },
    paragraph('一'),
    paragraph('二'),
    {
      kind: 'signature',
      party: '甲公司',
      lines: ['法定代表人（签字）：'],
      suggested: ['经办人：'],
      date: null,
      seal: { widthMm: 40, heightMm: 40, label: '盖章处' },
      fingerprint: { widthMm: 22, heightMm: 28, label: '按指印处' },
    },
  ]);
  const document = await layOut(tree, fonts, encode);
  expect(partyOf(tree)).toBe('甲公司');
  expect(letterTasks({ zh: '函', en: 'Letter' }, tree, document)).toMatchObject([
    {
      title: { zh: '《函》第 1 页，共 1 页' },
      signs: { zh: '法定代表人（签字）；经办人（我们的建议）；按红色手印' },
      seal: { zh: '盖“甲公司”公章，压住落款的名称和日期' },
      handwriting: { zh: expect.stringContaining('照抄“本人已阅读并同意”') },
    },
  ]);
});

test('a typed date is not written by hand', async () => {
  const tree = blocksOf([
    paragraph('一'),
    paragraph('二'),
    { kind: 'signature', party: '甲公司', lines: [], date: '2026年11月22日', seal: null },
  ]);
  const [task] = letterTasks({ zh: '函', en: 'Letter' }, tree, await layOut(tree, fonts, encode));
  expect(task).toMatchObject({ signs: null, seal: null, handwriting: null });
});

describe('a party and a date that stand on several pages', () => {
  const date = '2026年11月22日';
  const filler = (count: number) =>
    Array.from({ length: count }, () => paragraph('本段用来占满这一页的版面。'.repeat(9)));
  const signature = (party: string, label: string): DocumentTree['blocks'][number] => ({
    kind: 'signature',
    party,
    lines: [label],
    date,
    seal: { widthMm: 40, heightMm: 40, label: '盖章处' },
  });
  const tasksOf = async (blocks: DocumentTree['blocks']) => {
    const tree = blocksOf(blocks);
    const document = await layOut(tree, fonts, encode);
    return letterTasks({ zh: '函', en: 'Letter' }, tree, document);
  };

  test('are signed and sealed where the block to sign is, not where the wording names both', async () => {
    const named = paragraph(`双方确认：甲公司${date}签署本函。`);
    const before = await tasksOf([named, ...filler(12), signature('甲公司', '签字：')]);
    expect(before.map(({ seal }) => seal !== null)).toEqual([false, true]);
    const after = await tasksOf([...filler(2), signature('甲公司', '签字：'), ...filler(6), named]);
    expect(after.map(({ seal }) => seal !== null)).toEqual([true, false]);
    expect(after.map(({ signs }) => signs?.zh ?? '')).toEqual(['签字', '']);
  });

  test('are signed on each page where the same party signs on the same day', async () => {
    const blocks = [
      ...filler(2),
      signature('甲公司', '第一次签字：'),
      ...filler(6),
      signature('甲公司', '第二次签字：'),
    ];
    const tasks = await tasksOf(blocks);
    expect(tasks.map(({ signs }) => signs?.zh)).toEqual(['第一次签字', '第二次签字']);
    expect(tasks.every(({ seal }) => seal !== null)).toBe(true);
  });
});

test('a seal that no source demands is told as our suggestion, one that is demanded is not', async () => {
  const sealed = async (letter: 'publishing-commitment' | 'icp-sharing-authorisation') => {
    const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, 'sample') });
    if (filled.kind !== 'filled') throw new Error('data is missing');
    const tasks = letterTasks(
      templateOf(letter).title,
      filled.tree,
      await layOut(filled.tree, fonts, encode),
    );
    return tasks.flatMap(({ seal }) => seal?.zh ?? []);
  };
  expect(await sealed('publishing-commitment')).toEqual([expect.not.stringContaining('我们的建议')]);
  expect(await sealed('icp-sharing-authorisation')).toEqual([
    '盖“福州样例控股有限公司”公章，压住落款的名称和日期（我们的建议）',
  ]);
});

test('pages without a code are filed by hand, and said to be', async () => {
  const tree: DocumentTree = {
    ...blocksOf([paragraph('一')]),
    code: { dossier: 'd', letter: 'l', revision: 'aaaa1111' },
  };
  const scanOf = async (one: DocumentTree, print: PrintGuides = {}) =>
    letterTasks({ zh: '函', en: 'Letter' }, one, await layOut(one, fonts, encode, print))[0]?.scan.zh;
  expect(await scanOf(tree)).toContain('方码入镜');
  expect(await scanOf({ ...tree, pageCode: 'off' })).toContain('手动');
  expect(await scanOf(tree, { pageCode: 'off' })).toContain('手动');
});
