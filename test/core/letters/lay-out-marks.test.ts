import { describe, expect, test } from 'vitest';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { expectClean } from './expect-clean.ts';
import { boxOf, isInside, overlap, type TextItem } from './page-lines.ts';
import { fonts, modules, encode, tree, paragraph, signature } from './lay-out-blocks.ts';

test('the company stands centred over the date, both over the middle of the seal guide', async () => {
  const document = await layOut(
    tree([paragraph('甲'.repeat(90)), signature('深圳市样例科技有限公司', ['签字：'], '2026年11月22日')]),
    fonts,
    encode,
  );
  const items = document.pages[0]?.items ?? [];
  const at = (text: string): TextItem => {
    const found = items.find((item): item is TextItem => item.kind === 'text' && item.text === text);
    if (found === undefined) throw new Error(`no ${text}`);
    return found;
  };
  const centre = (text: string): number => (boxOf(at(text)).left + boxOf(at(text)).right) / 2;
  const seal = items.find((item) => item.kind === 'ellipse');
  if (seal === undefined) throw new Error('no seal guide');
  const circle = boxOf(seal);
  expect(seal).toMatchObject({ widthMm: 40, heightMm: 40, dashed: true, role: 'guide' });
  expect(centre('深圳市样例科技有限公司')).toBeCloseTo((circle.left + circle.right) / 2, 6);
  expect(centre('2026年11月22日')).toBeCloseTo((circle.left + circle.right) / 2, 6);
  expect(at('2026年11月22日').baselineMm).toBeGreaterThan(at('深圳市样例科技有限公司').baselineMm);
  expect(at('深圳市样例科技有限公司').baselineMm).toBeGreaterThan(circle.top);
  expect(at('2026年11月22日').baselineMm).toBeLessThan(circle.bottom);
  expect(items.some((item) => item.kind === 'text' && item.text === '盖章处' && item.sizePt < 9)).toBe(true);
});

test('the seal guide covers no text but the party, the date and its own label', async () => {
  const full = '甲'.repeat(36 * 6);
  for (const length of [2, 11, 30, 60]) {
    const document = await layOut(
      tree([paragraph(full), signature('署'.repeat(length), ['法定代表人（签字）：'])]),
      fonts,
      encode,
    );
    for (const { items } of document.pages) {
      const seal = items.find((item) => item.kind === 'ellipse');
      if (seal === undefined) continue;
      for (const item of items) {
        if (item.kind !== 'text' || /^[署　年月日]+$|盖章处/.test(item.text)) continue;
        expect(overlap(boxOf(item), boxOf(seal)), item.text).toBe(false);
      }
    }
  }
});

describe('a place for a fingerprint', () => {
  const blocks = [paragraph('甲'.repeat(36 * 6))];
  const laid = async (party: string, which: 'fingerprint' | 'both', lines = ['本人签名：']) => {
    const document = await layOut(tree([...blocks, signature(party, lines, null, which)]), fonts, encode);
    expectClean(document);
    const items = document.pages.flatMap((page) => page.items);
    const ellipses = items.filter((item) => item.kind === 'ellipse');
    const print = ellipses.find(({ widthMm }) => widthMm === 22);
    if (print === undefined) throw new Error('no place for a fingerprint');
    return { items, print, ellipses };
  };

  test.each(['fingerprint', 'both'] as const)(
    'is dashed and labelled, and follows the signature (%s)',
    async (which) => {
      const { items, print } = await laid('张三', which);
      expect(print).toMatchObject({ heightMm: 28, dashed: true, role: 'guide' });
      const label = items.find((item) => item.kind === 'text' && item.text === '按指印处');
      if (label === undefined) throw new Error('no label');
      expect(label).toMatchObject({ role: 'guide' });
      expect(isInside(boxOf(label), boxOf(print))).toBe(true);
      const rule = items.find((item) => item.kind === 'line');
      if (rule === undefined) throw new Error('no rule to sign on');
      expect(boxOf(print).left - boxOf(rule).right).toBeCloseTo(2, 6);
      expect(boxOf(rule).top).toBeGreaterThan(boxOf(print).top);
      expect(boxOf(rule).bottom).toBeLessThan(boxOf(print).bottom);
      expect(boxOf(rule).right - boxOf(rule).left).toBeGreaterThanOrEqual(26);
    },
  );

  test('covers no text but its own label, and no seal, however long names are', async () => {
    for (const length of [1, 2, 11, 17, 30, 60]) {
      for (const lines of [
        [],
        ['本人签名：'],
        ['法定代表人（签字）：', '很长的一栏签字人身份说明文字（签字并按手印）：'],
      ]) {
        const { items, print, ellipses } = await laid('署'.repeat(length), 'both', lines);
        const covered = items.filter(
          (item) => item.kind === 'text' && item.text !== '按指印处' && overlap(boxOf(item), boxOf(print)),
        );
        expect(covered).toEqual([]);
        const others = ellipses.filter((item) => item !== print);
        expect(others).toHaveLength(1);
        expect(others.filter((item) => overlap(boxOf(item), boxOf(print)))).toEqual([]);
      }
    }
  });
});

test('every page says which of how many it is, by machine and readably', async () => {
  const asked: unknown[] = [];
  const document = await layOut(tree([paragraph('甲'.repeat(2000))]), fonts, async (code) => {
    asked.push(code);
    return modules;
  });
  expect(document.pages).toHaveLength(2);
  expect(asked).toEqual(
    [1, 2].map((page) => ({
      dossier: 'yangli-sam',
      letter: 'a-letter',
      revision: '0a1b2c3d',
      page,
      pages: 2,
    })),
  );
  for (const [index, { items }] of document.pages.entries()) {
    const footers = items.flatMap((item) =>
      item.kind === 'text' && item.role === 'footer' ? [item.text] : [],
    );
    expect(footers.join('\n')).toContain(`第 ${index + 1} 页 共 2 页`);
    expect(footers.join('\n')).toContain(`YQ yangli-sam · a-letter · 0a1b2c3d · ${index + 1}/2`);
    const code = items.find((item) => item.kind === 'matrix');
    expect(code).toMatchObject({ sizeMm: 14, modules });
  }
  expect(document.keywords).toEqual(['dossier:yangli-sam', 'letter:a-letter', 'revision:0a1b2c3d']);
});

test('without a code none is printed or asked for', async () => {
  const document = await layOut(tree([paragraph('甲')], { code: null }), fonts, () => {
    throw new Error('asked for a code');
  });
  expect(document.pages[0]?.items.some(({ kind }) => kind === 'matrix')).toBe(false);
  expect(document.keywords).toEqual([]);
});

test.each([
  ['the letter', { pageCode: 'off' as const }, {}],
  ['the print', {}, { pageCode: 'off' as const }],
])(
  'where %s has its page code off, none stands on a page and the properties keep it',
  async (_, more, print) => {
    const template = { version: '1.0.0', origin: 'app' as const };
    const never = () => {
      throw new Error('asked for a code');
    };
    const off = await layOut(tree([paragraph('甲')], { ...more, template }), fonts, never, print);
    const items = off.pages.flatMap((page) => page.items);
    expect(items.some(({ kind }) => kind === 'matrix')).toBe(false);
    expect(items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('')).not.toMatch(
      /YQ|模板/,
    );
    const on = await layOut(tree([paragraph('甲')], { template }), fonts, encode);
    expect(off.keywords).toEqual(on.keywords);
    expect(off.keywords).toContain('revision:0a1b2c3d');
  },
);

test('a draft is marked on every page, lightly and under everything else', async () => {
  const document = await layOut(tree([paragraph('甲'.repeat(2000))], { isDraft: true }), fonts, encode);
  for (const { items } of document.pages) {
    expect(items[0]).toMatchObject({ kind: 'text', text: '草稿', role: 'draft' });
    expect(items[0]?.kind === 'text' && items[0].grey).toBeGreaterThanOrEqual(0.85);
  }
});
