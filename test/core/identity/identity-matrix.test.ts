import { describe, expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { IdentityRowId } from '../../../main/contract/identity.ts';
import type { ReadPaper } from '../../../main/contract/read-paper.ts';
import { compareValues } from '../../../main/core/identity/compare-values.ts';
import { identityMatrix } from '../../../main/core/identity/identity-matrix.ts';
import { searchable, valueInText } from '../../../main/core/identity/values-in-text.ts';
import type { LetterState } from '../../../main/core/letters/letter-state.ts';
import { cleanDossier } from '../../rulebook/clean-dossier.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

describe('two values', () => {
  test.each<[IdentityRowId, string, string, string, readonly string[]]>([
    ['company', '样例（深圳）科技有限公司', '样例(深圳)科技有限公司', 'spelling', ['brackets']],
    ['company', '样例科技有限公司', '样例 科技有限公司', 'spelling', ['spaces']],
    ['company', 'ABC科技有限公司', 'ＡＢＣ科技有限公司', 'spelling', ['width']],
    ['company', 'Abc科技', 'ABC科技', 'spelling', ['case']],
    ['company', '样例（深圳）科技', '样例(深圳) 科技', 'spelling', ['brackets', 'spaces']],
    ['company', '深圳市样例科技有限公司', '深圳样例科技有限公司', 'different', []],
    ['company', '样例科技有限公司', '样例科枝有限公司', 'different', []],
    ['credit-code', '91440300MA5YANGL1W', '91440300ma5yangl1w', 'spelling', ['case']],
    ['credit-code', '91440300MA5YANGL1W', '91440300MA5YANGLIW', 'different', []],
    ['version', '1.0.0', 'V1.0', 'spelling', ['zeros']],
    ['version', '1.0.0', 'V1.0.1', 'different', []],
    ['version', '10.0', '1.0', 'different', []],
    ['domain', 'www.example.com', 'example.com', 'same', []],
    ['domain', 'www.example.com', 'meeting.example.com', 'same', []],
    ['domain', 'www.example.com.cn', 'other.com.cn', 'different', []],
    ['domain', 'a.example.cn', 'a.sample.cn', 'different', []],
    ['icp-number', '粤ICP备2026000001号-1', '粤ICP备2026000001号', 'different', []],
    ['app-name', '样例纪要', '样例纪要', 'same', []],
  ])('%s: %s and %s are %s %j', (row, one, other, state, spellings) => {
    expect(compareValues(row, one, other)).toEqual({ state, spellings });
    expect(compareValues(row, other, one).state).toBe(state);
  });
});

describe('a value in a text', () => {
  const find = (row: IdentityRowId, reference: string | null, text: string) =>
    valueInText(row, reference, searchable(text));

  test('is the reference where it stands, however it is written, at its place', () => {
    const text = '前言\n本政策由样例（深圳） 科技有限公司制定。';
    const found = find('company', '样例(深圳)科技有限公司', text);
    expect(found?.value).toBe('样例（深圳） 科技有限公司');
    expect(text.slice(found!.passage.start, found!.passage.end)).toBe(found?.passage.quote);
    expect(found?.passage.quote).toBe('本政策由样例（深圳） 科技有限公司制定。');
  });

  test('is the operator that stands in its place', () => {
    expect(find('company', '深圳市样例科技有限公司', '本政策由上海示例网络有限公司制定。')?.value).toBe(
      '上海示例网络有限公司',
    );
    expect(find('company', '深圳市样例科技有限公司', '短信由上海示例网络有限公司发送。')).toBeNull();
  });

  test('another code counts only where it is the only one', () => {
    const one = '统一社会信用代码：91440300MA5YANGL1W。';
    expect(find('credit-code', '91440300MA50020X10', one)?.value).toBe('91440300MA5YANGL1W');
    expect(find('credit-code', '91440300MA50020X10', `${one}\n91310000MA1K000000`)).toBeNull();
  });

  test('a title names the app, and other sites say nothing', () => {
    expect(find('app-name', '样例纪要', '《另例纪要》隐私政策\n我们重视您的隐私。')?.value).toBe('另例纪要');
    expect(find('app-name', '样例纪要', '隐私政策\n我们重视您的隐私。')).toBeNull();
    expect(find('domain', 'www.example.com', '见 https://www.other.com/sdk')).toBeNull();
    expect(find('domain', 'www.example.com', '邮箱 a@mail.example.com。')?.value).toBe('mail.example.com');
    expect(find('legal-representative', '张三', '法定代表人：李四，电话 0755。')?.value).toBe('李四');
  });
});

const rulebook = await loadRulebook();

/** The matrix of the clean dossier with some things changed. */
function matrixOf(parts: {
  readonly policy?: string;
  readonly papers?: readonly ReadPaper[];
  readonly letters?: readonly LetterState[];
  readonly pages?: FileInspection['pages'];
  readonly made?: Record<string, string>;
  readonly app?: Record<string, unknown>;
}) {
  const clean = cleanDossier();
  const document = {
    ...clean,
    app: {
      ...clean.app,
      ...(parts.policy === undefined ? {} : { privacyPolicy: 'texts/p.md' }),
      ...parts.app,
    },
    ...(parts.made === undefined
      ? {}
      : {
          letters: {
            'authorisation-letter': {
              made: {
                old1: {
                  on: '2026-01-01',
                  template: { version: '1', origin: 'app' as const, text: 'x' },
                  data: parts.made,
                },
              },
            },
          },
        }),
  };
  const inspections = new Map<string, FileInspection>([
    ['texts/p.md', { path: 'texts/p.md', sizeBytes: 1, type: 'text', text: parts.policy ?? '' }],
    [
      'papers/authorisation.jpg',
      {
        path: 'papers/authorisation.jpg',
        sizeBytes: 1,
        type: 'jpeg',
        ...(parts.pages === undefined ? {} : { pages: parts.pages }),
      },
    ],
  ]);
  return identityMatrix({
    rulebook,
    document,
    inspections,
    letters: parts.letters ?? [],
    papers: parts.papers ?? [],
  });
}

const cell = (matrix: ReturnType<typeof matrixOf>, row: IdentityRowId, source: string) =>
  matrix.rows.find((one) => one.id === row)?.cells.find((one) => one.source === source);

const box = { leftPx: 1, topPx: 2, widthPx: 3, heightPx: 4 };
const licence = (name: string): ReadPaper => ({
  path: 'papers/licence.jpg', sha256: 'a', kind: 'business-licence', pages: [], pageCount: 1, codes: [],
  particulars: [{ particular: 'company-name', value: name, confidence: 0.8, isVerified: false, page: 0, box }],
}); // prettier-ignore

describe('the matrix', () => {
  test('papers that nothing has read are not read, and say nothing of rows that they never have', () => {
    const matrix = matrixOf({});
    expect(cell(matrix, 'company', 'business-licence')).toMatchObject({ state: 'not-read', value: null });
    expect(cell(matrix, 'version', 'business-licence')).toMatchObject({ state: 'none' });
    expect(matrix.counts.different).toBe(0);
  });

  test('what a machine read is marked so, with its place, and counted apart', () => {
    const matrix = matrixOf({ papers: [licence('深圳市样列科技有限公司')] });
    expect(cell(matrix, 'company', 'business-licence')).toMatchObject({
      state: 'different',
      confidence: 0.8,
      page: 0,
      box,
    });
    expect(matrix.counts).toMatchObject({ different: 0, machineDifferent: 1 });
    expect(cell(matrix, 'credit-code', 'business-licence')).toMatchObject({ state: 'not-said' });
  });

  test('a policy of another company differs, and the passage is shown', () => {
    const matrix = matrixOf({ policy: '# 样例纪要隐私政策\n本政策由上海示例网络有限公司制定。' });
    expect(cell(matrix, 'company', 'app.privacyPolicy')).toMatchObject({
      state: 'different',
      value: '上海示例网络有限公司',
      passage: { quote: '本政策由上海示例网络有限公司制定。' },
    });
    expect(cell(matrix, 'app-name', 'app.privacyPolicy')).toMatchObject({ state: 'same' });
    expect(matrix.counts.different).toBe(1);
  });

  test('the first that is known is the reference where the form is empty', () => {
    const clean = matrixOf({
      app: { name: undefined },
      policy: '《另例纪要》隐私政策\n本政策由深圳市样例科技有限公司制定。',
    });
    expect(clean.rows.find(({ id }) => id === 'app-name')?.reference).toBe('另例纪要');
    expect(cell(clean, 'app-name', 'app.privacyPolicy')).toMatchObject({ state: 'reference' });
  });

  const state: LetterState = {
    letter: 'authorisation-letter', requirement: 'authorisation-letter', revision: 'r1r1', pages: 1, dossier: 'abc',
    ingredients: { template: { version: '1', origin: 'app', text: 'x' }, data: { 'company.name': 'now00000', 'company.uscc': 'same0000' } },
  }; // prettier-ignore
  const page = (revision: string, dossier = 'abc'): NonNullable<FileInspection['pages']>[number] => ({
    index: 0,
    hasText: false,
    measure: {
      widthPx: 1,
      heightPx: 1,
      frames: 1,
      hasAlpha: false,
      pixelSha256: 'p',
      colouredShare: 0,
      redShare: 0,
      contrast: 1,
    },
    code: { dossier, letter: 'authorisation-letter', revision, page: 1, pages: 1 },
  });

  test('a letter of today’s revision says what the form says', () => {
    const matrix = matrixOf({ letters: [state], pages: [page('r1r1')] });
    expect(cell(matrix, 'company', 'authorisation-letter')).toMatchObject({
      state: 'same',
      value: '深圳市样例科技有限公司',
    });
    expect(cell(matrix, 'version', 'authorisation-letter')).toMatchObject({ state: 'none' });
  });

  test('an older print differs where a hash of its data does', () => {
    const matrix = matrixOf({
      letters: [state],
      pages: [page('old1')],
      made: { 'company.name': 'was00000', 'company.uscc': 'same0000' },
    });
    expect(cell(matrix, 'company', 'authorisation-letter')).toMatchObject({
      state: 'different',
      value: null,
    });
    expect(cell(matrix, 'credit-code', 'authorisation-letter')).toMatchObject({ state: 'same' });
  });

  test('a letter without a code, of another dossier or of an unknown print is not read', () => {
    const states = [
      matrixOf({ letters: [state] }),
      matrixOf({ letters: [state], pages: [page('r1r1', 'other')] }),
      matrixOf({ letters: [state], pages: [page('old9')] }),
    ].map((matrix) => cell(matrix, 'company', 'authorisation-letter')?.state);
    expect(states).toEqual(['not-read', 'not-read', 'not-read']);
  });
});
