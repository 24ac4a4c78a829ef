import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../main/contract/letters.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { countPages, layOut } from '../../../main/core/letters/lay-out.ts';
import { expectClean } from './expect-clean.ts';
import { boxOf, linesOf, type TextItem } from './page-lines.ts';
import { dossierFor, shippedLetters, templateOf } from './shipped-letters.ts';
import { fonts, encode, tree, paragraph, signature, guides } from './lay-out-blocks.ts';

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
