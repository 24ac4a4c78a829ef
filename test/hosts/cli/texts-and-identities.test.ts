import { expect, test } from 'vitest';
import { runWith } from './run-with-fake-app.ts';

const point = (id: string, state: string, more: object = {}) => ({
  id, title: `标题-${id}`, state, passages: [], rules: [], cites: ['compliance/5.2-review-6'], advice: false, ...more,
}); // prettier-ignore

const review = {
  schema: 'yinqi/text-review@1',
  rulebook: { id: 'p', version: '1' },
  texts: [
    {
      id: 'privacy-policy', title: '隐私政策', field: 'app.privacyPolicy', path: 'texts/p.md', isRead: true, text: '甲\u202e乙', links: [],
      items: [
        {
          id: 'rules', title: '处理规则', state: 'missing', findings: [{ rule: 'links', message: '链接名称不明' }],
          points: [
            point('place', 'found', { passages: [{ start: 0, end: 3, quote: '存在\u202e境内', heading: '存储' }] }),
            point('period', 'missing', { add: '写明期限' }),
            point('minors', 'open', { facts: ['serves-minors'] }),
          ],
          statement: { rule: 'complete', by: '王五', on: '2026-01-01' },
        },
      ],
    },
    { id: 'user-agreement', title: '用户协议', field: 'app.terms', path: null, isRead: false, why: '还没有这份文本', text: '', links: [], items: [] },
  ],
}; // prettier-ignore

test('policy: each point with its passage or what to add; nothing found is no promise', async () => {
  const { code, out } = await runWith(['policy', 'd'], { 'texts.review': () => review });
  expect(code).toBe(0);
  expect(out).toContain('✓ 标题-place：找到了段落，请人核对');
  expect(out).toContain('[存储] 「存在\ufffd境内」');
  expect(out).toContain('✗ 标题-period：没有找到');
  expect(out).toContain('怎样补：写明期限');
  expect(out).toContain('先回答：serves-minors');
  expect(out).toContain('链接名称不明');
  expect(out).toContain('王五 于 2026-01-01');
  expect(out).toContain('还没有这份文本');
  expect(out).toContain('不等于写得对');
  const json = await runWith(['policy', 'd', '--format', 'json'], { 'texts.review': () => review });
  expect(JSON.parse(json.out)).toEqual(review);
});

test('identities: one row a thing, differences marked, machine readings said to be such', async () => {
  const cell = (source: string, state: string, value: string | null, more: object = {}) => ({
    source,
    state,
    value,
    spellings: [],
    ...more,
  });
  const matrix = {
    schema: 'yinqi/identities@1',
    sources: [
      { id: 'form', title: '案卷', kind: 'form', read: 'typed' },
      { id: 'licence', title: '营业执照', kind: 'paper', read: 'recognised' },
      { id: 'policy', title: '隐私政策', kind: 'text', read: 'words' },
    ],
    rows: [
      {
        id: 'company', title: '公司名称', reference: '样例公司',
        cells: [cell('form', 'reference', '样例公司'), cell('licence', 'different', '样列公司', { confidence: 0.7, page: 0 }), cell('policy', 'spelling', '样例 公司', { spellings: ['spaces'], passage: { start: 0, end: 1, quote: '由样例 公司制定', heading: null } })],
      },
      { id: 'version', title: '版本', reference: null, cells: [cell('form', 'not-said', null), cell('licence', 'none', null), cell('policy', 'none', null)] },
    ],
    counts: { different: 0, machineDifferent: 1, spelling: 1, notRead: 0 },
  }; // prettier-ignore
  const { code, out, seen } = await runWith(['identities', 'd', '--read'], {
    'review.identities': () => matrix,
  });
  expect(code).toBe(0);
  expect(JSON.stringify(seen)).toContain('"readPapers":true');
  expect(out).toContain('✗ 营业执照　不同：样列公司');
  expect(out).toContain('机器识别，第 1 页，把握 70%');
  expect(out).toContain('~ 隐私政策　写法不同（空格）：样例 公司');
  expect(out).not.toContain('版本');
  const english = await runWith(['identities', 'd', '--lang', 'en'], { 'review.identities': () => matrix });
  expect(english.out).toContain('written otherwise (spaces)');
});
