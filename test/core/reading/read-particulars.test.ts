import { describe, expect, test } from 'vitest';
import type { PaperKind, PrintedPiece } from '../../../main/contract/read-paper.ts';
import { matchLabel } from '../../../main/core/reading/match-label.ts';
import { paperKindOf } from '../../../main/core/reading/paper-kind.ts';
import { readDays } from '../../../main/core/reading/read-days.ts';
import { readParticulars } from '../../../main/core/reading/read-particulars.ts';
import { tidyPrint } from '../../../main/core/reading/tidy-print.ts';

/** Pieces 30 px high, one for each `[text, left, top]`. */
const page = (...pieces: readonly (readonly [string, number, number])[]): readonly PrintedPiece[] =>
  pieces.map(([text, leftPx, topPx]) => ({
    text,
    confidence: 0.9,
    box: { leftPx, topPx, widthPx: [...text].length * 30, heightPx: 30 },
  }));

const read = (pieces: readonly PrintedPiece[], kind: PaperKind): Record<string, string> =>
  Object.fromEntries(readParticulars(pieces, kind, 0).map(({ particular, value }) => [particular, value]));

describe('particulars of a licence in two columns', () => {
  const licence = page(
    ['统一社会信用代码', 100, 100],
    ['91440300MA5YANGL1W', 100, 150],
    ['名 称', 100, 300],
    ['深圳市样例 科技有限公司', 320, 301],
    ['注册资本', 960, 302],
    ['壹佰万元整', 1140, 303],
    ['法定代表人', 100, 360],
    ['张三', 320, 362],
    ['成立日期', 960, 363],
    ['2025年03月01日', 1140, 364],
    ['经营范围', 100, 420],
    ['软件开发;信息技术咨询', 320, 421],
    ['住 所', 960, 424],
    ['深圳市样例区样例路', 1140, 425],
    ['服务。', 320, 463],
    ['1号', 1140, 467],
    ['登记机关', 960, 700],
  );

  test('are found beside, below and over several lines, each in its column', () => {
    expect(read(licence, 'business-licence')).toEqual({
      'credit-code': '91440300MA5YANGL1W',
      'company-name': '深圳市样例科技有限公司',
      'registered-capital': '壹佰万元整',
      'legal-representative': '张三',
      'established-on': '2025-03-01',
      'business-scope': '软件开发；信息技术咨询服务。',
      address: '深圳市样例区样例路1号',
    });
  });

  test('are found on a page that lies a little askew', () => {
    const askew = licence.map((piece) => ({
      ...piece,
      box: { ...piece.box, topPx: Math.round(piece.box.topPx + piece.box.leftPx * 0.015) },
    }));
    expect(read(askew, 'business-licence')).toEqual(read(licence, 'business-licence'));
  });

  test('are told by the box of the value, not of its label', () => {
    const [name] = readParticulars(page(['名称 深圳市样例科技有限公司', 100, 100]), 'business-licence', 2);
    expect(name).toMatchObject({ page: 2, value: '深圳市样例科技有限公司' });
    expect(name?.box.leftPx).toBeGreaterThan(150);
  });
});

test('a label that stands in the middle of a line ends the value before it', () => {
  expect(read(page(['法定代表人 张三 成立日期 2025年3月1日', 100, 100]), 'business-licence')).toEqual({
    'legal-representative': '张三',
    'established-on': '2025-03-01',
  });
});

test('a value is found under its label where nothing stands beside it, but not far under it', () => {
  expect(read(page(['法定代表人', 100, 100], ['张三', 100, 150]), 'business-licence')).toEqual({
    'legal-representative': '张三',
  });
  expect(read(page(['法定代表人', 100, 100], ['张三', 100, 400]), 'business-licence')).toEqual({});
});

test('a label without a value gives nothing, and a paper without labels gives nothing', () => {
  expect(read(page(['法定代表人', 100, 100]), 'business-licence')).toEqual({});
  expect(read(page(['今天天气很好', 100, 100]), 'unknown')).toEqual({});
  expect(read([], 'business-licence')).toEqual({});
});

test.each([
  ['长期', { 'valid-until': '长期' }],
  ['2020年1月2日至2040年1月1日', { 'valid-from': '2020-01-02', 'valid-until': '2040-01-01' }],
  ['2020年1月2日至长期', { 'valid-from': '2020-01-02', 'valid-until': '长期' }],
  ['2031年04月09日', { 'valid-until': '2031-04-09' }],
])('the period %s is read', (text, wanted) => {
  expect(read(page(['有效期限', 100, 100], [text, 320, 100]), 'business-licence')).toEqual(wanted);
});

test('a certificate’s version is told from the name of the software', () => {
  const pieces = page(
    ['软 件 名 称:', 100, 100],
    ['样例纪要软件 V1.0', 500, 100],
    ['登 记 号:', 100, 200],
    ['2026SR0012345', 500, 200],
  );
  expect(read(pieces, 'software-copyright-certificate')).toEqual({
    'software-name': '样例纪要软件',
    'software-version': 'V1.0',
    'registration-number': '2026SR0012345',
  });
});

describe('what a paper is', () => {
  test('is told by its title, even when the title was read in parts', () => {
    expect(paperKindOf(page(['营 业', 100, 100], ['执照', 300, 110]))).toBe('business-licence');
    expect(paperKindOf(page(['中华人民共和国增值电信业务经营许可证', 100, 100]))).toBe('icp-licence');
    expect(paperKindOf(page(['公民身份号码 110105199001010045', 100, 100]))).toBe('identity-document');
  });

  test('is told by its labels where the title was not read, and is unknown without them', () => {
    expect(paperKindOf(page(['登记号', 1, 1], ['著作权人', 1, 50], ['软件名称', 1, 100]))).toBe(
      'software-copyright-certificate',
    );
    expect(paperKindOf(page(['名称', 1, 1]))).toBe('unknown');
  });
});

test('labels are matched spaced out, with specks, and with one character of a long one misread', () => {
  expect(matchLabel('名　　称 甲', '名称')).toEqual({ valueAt: 5, exact: true });
  expect(matchLabel('类 ， 型 甲', '类型')?.exact).toBe(true);
  expect(matchLabel('法定代表入 张三', '法定代表人')).toEqual({ valueAt: 6, exact: false });
  expect(matchLabel('名字', '名称')).toBeNull();
});

test('days are read as they are printed, and days that do not exist are left out', () => {
  expect(readDays('二〇二六年1月2日至2026.12.31，2026-02-30')).toEqual(['2026-01-02', '2026-12-31']);
});

test('print is tidied as a person would type it', () => {
  expect(tidyPrint('上海 示范 〈集团)信息服务 股份有限公司')).toBe('上海示范（集团）信息服务股份有限公司');
  expect(tidyPrint('有限 责任 公司 《自然 人投资或控股)')).toBe('有限责任公司（自然人投资或控股）');
  expect(tidyPrint('Sample Meeting Notes V2')).toBe('Sample Meeting Notes V2');
});
