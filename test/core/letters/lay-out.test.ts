import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { countPages, layOut } from '../../../main/core/letters/lay-out.ts';
import { expectClean } from './expect-clean.ts';
import { loadFonts } from './load-fonts.ts';
import { boxOf, isInside, linesOf, overlap, type TextItem } from './page-lines.ts';
import { dossierFor, shippedLetters, templateOf } from './shipped-letters.ts';

const fonts = await loadFonts();
const modules = Array.from({ length: 33 }, () => '10'.repeat(16) + '1');
const encode = async (): Promise<readonly string[]> => modules;

const tree = (blocks: readonly Block[], more: Partial<DocumentTree> = {}): DocumentTree => ({
  title: '题',
  author: '甲',
  language: 'zh-CN',
  subject: '事',
  blocks,
  code: { dossier: 'yangli-sam', letter: 'a-letter', revision: '0a1b2c3d' },
  isDraft: false,
  style: 'letter',
  ...more,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }], indent: true });
const seal = { widthMm: 40, heightMm: 40, label: '盖章处' };
const fingerprint = { widthMm: 22, heightMm: 28, label: '按指印处' };
const signature = (
  party: string,
  lines: readonly string[],
  date: string | null = null,
  guides: 'seal' | 'fingerprint' | 'both' = 'seal',
): Block => ({
  kind: 'signature',
  party,
  lines,
  date,
  seal: guides === 'fingerprint' ? null : seal,
  ...(guides === 'seal' ? {} : { fingerprint }),
});
const guides = fc.constantFrom('seal' as const, 'fingerprint' as const, 'both' as const);

describe.each(shippedLetters)('%s', (letter) => {
  test.each(['sample', 'longest', 'shortest'] as const)(
    'laid out with the %s data, nothing overlaps or leaves its area',
    async (data) => {
      const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, data) });
      if (filled.kind !== 'filled') throw new Error('data is missing');
      const document = await layOut(filled.tree, fonts, encode);
      expectClean(document);
      expect(document.pages).toHaveLength(countPages(filled.tree, fonts));
      expect(document.pages.length).toBeLessThanOrEqual(data === 'longest' ? 3 : 2);
    },
  );
});

test.each([
  'public-opinion-security-commitment',
  'information-security-commitment',
  'game-copyright-authorisation',
  'security-inspection-authorisation',
] as const)('%s of individuals is clean on one or two pages', async (letter) => {
  const kind = 'individual' as const;
  for (const data of ['sample', 'shortest'] as const) {
    const document = dossierFor(letter, data);
    const company = {
      name: '张三',
      address: '深圳',
      legalRepresentative: { idType: 'hk-macao' as const, idNumber: 'H00000000' },
    };
    const parties = document.parties?.map((party) => ({ ...party, kind }));
    const filled = fillLetter({
      template: templateOf(letter),
      document: { ...document, applicant: { kind }, company, parties },
    });
    if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
    const laidOut = await layOut(filled.tree, fonts, encode);
    expectClean(laidOut);
    expect(laidOut.pages.length).toBeLessThanOrEqual(2);
  }
});

const block = fc.oneof(
  fc
    .integer({ min: 1, max: 200 })
    .map((length) => paragraph('承诺内容真实准确，'.repeat(23).slice(0, length) + '。')),
  fc
    .constantFrom(1 as const, 2 as const)
    .map((level): Block => ({ kind: 'heading', level, runs: [{ text: '一、小标题' }] })),
  fc.integer({ min: 1, max: 60 }).map((length): Block => ({
    kind: 'particulars',
    rows: [
      { label: '名称', value: '某'.repeat(length) },
      { label: '统一社会信用代码', value: '91440300MA5YANGL1W' },
    ],
  })),
  fc.constant<Block>({ kind: 'note', runs: [{ text: '注：小字说明。' }] }),
);

describe('whatever a letter holds', () => {
  const letters = fc.tuple(
    fc.array(block, { minLength: 2, maxLength: 30 }),
    fc.integer({ min: 1, max: 45 }),
    fc.array(
      fc.constantFrom('法定代表人（签字）：', '经办人：', '很长的一栏签字人身份说明文字（签字并按手印）：'),
      { maxLength: 4 },
    ),
    guides,
  );

  test('nothing overlaps, nothing leaves the type area', async () => {
    await fc.assert(
      fc.asyncProperty(letters, async ([blocks, length, lines, which]) => {
        const all = [
          { kind: 'title' as const, text: '承诺函\n之二' },
          ...blocks,
          signature('署'.repeat(length), lines, null, which),
        ];
        expectClean(await layOut(tree(all), fonts, encode));
      }),
      { numRuns: 60 },
    );
  });

  test('the signature block is whole and has two lines of text before it on its page', async () => {
    await fc.assert(
      fc.asyncProperty(letters, async ([blocks, length, labels, which]) => {
        const body = [paragraph('承诺'.repeat(60)), ...blocks, paragraph('特此承诺。')];
        const last = signature('署'.repeat(length), labels, null, which);
        const document = await layOut(tree([...body, last]), fonts, encode);
        const lines = linesOf(document);
        const own = lines.filter(
          ({ text }) =>
            text.includes('署') || text.includes('年') || text.includes('签字') || text.includes('经办'),
        );
        const page = own[0]?.page ?? -1;
        expect(own.every((line) => line.page === page)).toBe(true);
        const top = Math.min(...own.map(({ baselineMm }) => baselineMm));
        const before = lines.filter((line) => line.page === page && line.baselineMm < top);
        expect(before.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  test('no page ends with a heading, and no paragraph leaves one line behind or sends one ahead', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 5, maxLength: 40 }), async (blocks) => {
        const named = blocks.map((one, index): Block => {
          if (one.kind !== 'paragraph') return one;
          const length = one.runs[0]?.text.length ?? 0;
          // Each paragraph of its own character, none that another block begins with.
          return paragraph(String.fromCodePoint(0x5000 + index).repeat(length));
        });
        const document = await layOut(tree([...named, paragraph('末')]), fonts, encode);
        const lines = linesOf(document);
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1];
          if (next === undefined || next.page === line.page) continue;
          expect(line.text).not.toBe('一、小标题');
          const same = (at: number): boolean => lines[at]?.text[0] === line.text[0];
          if (!same(index + 1) || line.text.startsWith('注')) continue;
          expect(same(index - 1)).toBe(true);
          expect(same(index + 2)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

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

test('a title breaks where its text does', async () => {
  const document = await layOut(tree([{ kind: 'title', text: '甲的\n乙丙丁书' }]), fonts, encode);
  const lines = linesOf(document);
  expect(lines.map(({ text }) => text)).toEqual(['甲的', '乙丙丁书']);
  for (const { leftMm, rightMm } of lines) expect((leftMm + rightMm) / 2).toBeCloseTo(28 + 78, 6);
});

test('a date left out leaves room to write it by hand', async () => {
  const document = await layOut(tree([paragraph('甲'), signature('乙', [])]), fonts, encode);
  const date = document.pages[0]?.items.find((item) => item.kind === 'text' && item.text.includes('年'));
  expect(date).toMatchObject({ text: '　　　　年　　月　　日' });
});

test('particulars stand in two columns, long values wrapped inside theirs', async () => {
  const rows = [
    { label: '名称', value: '深圳市样例科技有限公司' },
    { label: '统一社会信用代码', value: '甲'.repeat(60) },
  ];
  const document = await layOut(tree([{ kind: 'particulars', rows }]), fonts, encode);
  const body =
    document.pages[0]?.items.filter(
      (item): item is TextItem => item.kind === 'text' && item.role === 'body',
    ) ?? [];
  const values = body.filter(({ text }) => !text.includes('：'));
  expect(values).toHaveLength(4);
  expect(new Set(values.map(({ xMm }) => xMm.toFixed(3))).size).toBe(1);
});

test('tables keep their heading over a page break and cut a row that is higher than a page', async () => {
  const rows = [
    ...Array.from({ length: 60 }, (_, index) => [`第${index}项`, '说明']),
    ['长', '很长的说明'.repeat(400)],
  ];
  const columns = [
    { title: '项目', share: 1 },
    { title: '说明文字', share: 2 },
  ];
  const document = await layOut(
    tree([{ kind: 'table', columns, rows }], { style: 'checklist', code: null }),
    fonts,
    encode,
  );
  expect(document.pages.length).toBeGreaterThan(2);
  expectClean(document, { left: 18, top: 18, right: 192, bottom: 273 });
  for (const [page] of document.pages.entries()) {
    expect(linesOf(document).find((line) => line.page === page)?.text).toBe('项目说明文字');
  }
  const words = linesOf(document)
    .map(({ text }) => text)
    .join('')
    .replaceAll('项目说明文字', '');
  expect(words).toBe(rows.map((row) => row.join('')).join(''));
});

test('boxes to tick are drawn, for no face has them', async () => {
  const document = await layOut(tree([paragraph('☐甲 ☑乙')]), fonts, encode);
  const items = document.pages[0]?.items ?? [];
  expect(items.filter(({ kind }) => kind === 'box')).toHaveLength(2);
  expect(linesOf(document).map(({ text }) => text)).toEqual(['甲 乙']);
});

test('underlined runs have a rule of their own width', async () => {
  const runs = [{ text: '自' }, { text: '　　', underline: true }, { text: '年' }];
  const document = await layOut(tree([{ kind: 'paragraph', runs, indent: false }]), fonts, encode);
  const rule = document.pages[0]?.items.find((item) => item.kind === 'line');
  expect(rule && boxOf(rule).right - boxOf(rule).left).toBeCloseTo((2 * 12 * 25.4) / 72, 3);
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

test('a rare character that one face lacks is taken from another', async () => {
  const fewer = {
    ...fonts,
    serif: { ...fonts.serif, has: (codePoint: number) => codePoint !== 0x9555 && fonts.serif.has(codePoint) },
  };
  const document = await layOut(tree([paragraph('朱镕基')]), fewer, encode);
  const body =
    document.pages[0]?.items.filter(
      (item): item is TextItem => item.kind === 'text' && item.role === 'body',
    ) ?? [];
  expect(body.map(({ text, font }) => [text, font])).toEqual([
    ['朱', 'serif'],
    ['镕', 'serif-bold'],
    ['基', 'serif'],
  ]);
});

test('an empty document is one page', async () => {
  expect((await layOut(tree([]), fonts, encode)).pages).toHaveLength(1);
});

test('a table never starts on the page after the line that introduces it', async () => {
  const columns = [
    { title: '甲', share: 0.5 },
    { title: '乙', share: 0.5 },
  ];
  for (let lines = 30; lines < 50; lines += 1) {
    const before = Array.from({ length: lines }, (_, n) => paragraph(`第${n}行`));
    const document = await layOut(
      tree([...before, paragraph('引出下表'), { kind: 'table', columns, rows: [['丙', '丁']] }], {
        style: 'checklist',
        code: null,
      }),
      fonts,
      encode,
    );
    const shown = linesOf(document);
    const pageOf = (text: string): number | undefined => shown.find((line) => line.text.includes(text))?.page;
    expect([lines, pageOf('丙')]).toEqual([lines, pageOf('引出下表')]);
  }
});
