import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageItem } from '../../../main/contract/laid-out-document.ts';
import { copyPage, type CopyMarks, type CopyPage } from '../../../main/core/letters/pack-copy-page.ts';
import type { PackPicture } from '../../../main/core/letters/pack-geometry.ts';
import { loadFonts } from './load-fonts.ts';
import { boxOf, isInside, overlap, type TextItem } from './page-lines.ts';

const fonts = await loadFonts();
const seal = { widthMm: 40, heightMm: 40, label: '盖公章处' };
const own: CopyMarks = {
  seal,
  fingerprint: null,
  isMarked: true,
  handwritten: ['用于注册腾讯开发者账号'],
  isDated: true,
  isSigned: false,
  purposeLine: false,
  remark: null,
  footer: '打印包第 7 页　营业执照',
};
const licensor: CopyMarks = {
  ...own,
  handwritten: ['用于授权申请腾讯会议开放平台上线', '用于注册腾讯会议开放平台开发者账号'],
  remark: `来源不一致：${'两处写法不同，由人核对，审核员认定。'.repeat(6)}`,
};
const holder: CopyMarks = {
  ...own,
  seal: null,
  fingerprint: { widthMm: 22, heightMm: 28, label: '按红手印处' },
  handwritten: [],
  isDated: false,
  isSigned: true,
};

const picture = (width: number, height: number): PackPicture => ({
  source: 'a/0',
  page: 0,
  kind: 'picture',
  width,
  height,
});
const textsOf = ({ page }: CopyPage, role?: TextItem['role']): string =>
  page.items
    .filter((item): item is TextItem => item.kind === 'text' && (role === undefined || item.role === role))
    .map(({ text }) => text)
    .join('');
const isKind =
  <K extends PageItem['kind']>(kind: K) =>
  (item: PageItem): item is Extract<PageItem, { kind: K }> =>
    item.kind === kind;

describe.each([
  ['one’s own licence', own],
  ['a licensor’s licence', licensor],
  ['a signed copy', holder],
  ['a copy that is only sealed', { ...own, handwritten: [], isDated: false }],
  ['a copy without guides, words printed light', { ...own, seal: null, purposeLine: true }],
  ['an oval seal', { ...own, seal: { ...seal, widthMm: 50, heightMm: 30 } }],
])('%s', (_, marks) => {
  test('nothing stands on a picture, no text on another, and everything on the paper', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 50, max: 6000 }), fc.integer({ min: 50, max: 6000 })), {
          minLength: 1,
          maxLength: 2,
        }),
        (sizes) => {
          const { page, placed } = copyPage(
            sizes.map(([w, h]) => picture(w, h)),
            marks,
            fonts,
          );
          expect([210, 297]).toContain(page.widthMm);
          const paper = { left: 5, top: 5, right: page.widthMm - 5, bottom: page.heightMm - 5 };
          for (const item of page.items) {
            expect(isInside(boxOf(item), paper), JSON.stringify(item)).toBe(true);
            for (const { xMm, yMm, widthMm, heightMm } of placed) {
              const box = { left: xMm, top: yMm, right: xMm + widthMm, bottom: yMm + heightMm };
              expect(overlap(boxOf(item), box), JSON.stringify(item)).toBe(false);
            }
          }
          const texts = page.items.filter(isKind('text'));
          for (const [index, item] of texts.entries()) {
            for (const other of texts.slice(index + 1)) {
              expect(overlap(boxOf(item), boxOf(other)), `${item.text} | ${other.text}`).toBe(false);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('the exact words stand in the margin beside a ruled line, and the date has room of its own', () => {
  const page = copyPage([picture(3000, 2000)], own, fonts);
  expect(textsOf(page, 'margin')).toContain('“用于注册腾讯开发者账号”');
  expect(textsOf(page, 'body')).toBe('　　　　年　　月　　日');
  const rules = page.page.items.filter(isKind('line'));
  expect(rules).toHaveLength(2);
  // Room for eleven characters of 9 mm.
  expect((rules[0]?.x2Mm ?? 0) - (rules[0]?.x1Mm ?? 0)).toBeGreaterThan(11 * 9);
  expect(page.page.items.filter(isKind('ellipse'))).toMatchObject([{ widthMm: 40, heightMm: 40 }]);
});

test('of two wordings one line is written, and that the sources differ stands on the page in small print', () => {
  const page = copyPage([picture(3000, 2000)], licensor, fonts);
  const margin = textsOf(page, 'margin');
  expect(margin).toContain('文字之一');
  for (const words of licensor.handwritten) expect(margin).toContain(`“${words}”`);
  expect(page.page.items.filter(isKind('line'))).toHaveLength(2);
  expect(textsOf(page, 'footer')).toContain('来源不一致');
  const small = page.page.items.filter(isKind('text')).filter(({ text }) => text.includes('来源'));
  expect(small.every(({ sizePt }) => sizePt < 8)).toBe(true);
});

test('the words are printed light only where it is asked for, where they are not ours to choose never', () => {
  const light = (marks: CopyMarks): readonly PageItem[] =>
    copyPage([picture(3000, 2000)], marks, fonts)
      .page.items.filter(isKind('text'))
      .filter(({ sizePt }) => sizePt > 14);
  expect(light(own)).toEqual([]);
  expect(light({ ...licensor, purposeLine: true })).toEqual([]);
  expect(light({ ...own, purposeLine: true })).toMatchObject([
    { text: '用于注册腾讯开发者账号', role: 'guide', grey: 0.8 },
  ]);
});

test('a page is turned for pictures that come out larger on it', () => {
  expect(copyPage([picture(3000, 1000)], own, fonts).page.widthMm).toBe(297);
  expect(copyPage([picture(2970, 2100)], own, fonts).page.widthMm).toBe(210);
  expect(copyPage([picture(2100, 2970)], own, fonts).page.widthMm).toBe(210);
});
