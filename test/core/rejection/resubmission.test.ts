import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { rejectionId } from '../../../main/contract/rejections.ts';
import type { Comparison } from '../../../main/core/history/compare-history.ts';
import { judgeRejections } from '../../../main/core/rejection/judge-rejections.ts';
import { resubmissionText, resubmissionTree } from '../../../main/core/rejection/resubmission-note.ts';
import { makeResubmission, unansweredRejections } from '../../../main/core/rejection/resubmission.ts';
import { reviewerPoints } from '../../../main/core/rejection/reviewer-points.ts';
import { searchWords, spansOf } from '../../../main/core/rejection/search-words.ts';

const mark = { id: 'p', version: '1', sha256: '0'.repeat(64) };
const same = (text: string) => ({ zh: text, en: text });
const words = '1、简介太简单\n2、图标文件过大';
const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: [],
  company: { name: '样例公司' },
  app: { name: '样例' },
  rejections: [
    {
      id: '2026-01-31-1',
      on: '2026-01-31',
      words,
      tasks: [{ clause: 'listing/1', words: '简介太简单', note: '已改写', done: '2026-02-01' }],
    },
  ],
};
const rulebook = {
  rules: [],
  sources: [{ id: 'listing', title: same('上线审核规范') }],
  clauses: new Map([['listing/1', { id: 'listing/1', kind: 'row' as const, gist: '写核心功能' }]]),
};
const comparison: Comparison = {
  files: [{ change: 'replaced', path: 'a.png', uses: [same('应用 LOGO')] }],
  fields: [
    { field: 'app.intro', title: same('应用简介'), from: same('旧'), to: same('新') },
    { field: 'company.agent.idNumber', title: same('证件号码'), from: same('4403'), to: same('4404') },
  ],
  rules: { from: mark, to: mark, added: [], removed: [], changed: [], others: [] },
  letters: [],
};
const made = makeResubmission({
  document,
  rulebook,
  rejections: document.rejections ?? [],
  since: { fileName: 'a.zip', on: '2026-01-20' },
  comparison,
  date: '2026-02-02',
  isDraft: false,
});

describe('the note', () => {
  test('answers every point, the open ones as open, by the name of the platform’s document', () => {
    const text = resubmissionText(made);
    expect(text).toContain(
      '1. 意见：简介太简单\r\n   依据：《上线审核规范》1（写核心功能）\r\n   处理：已处理。已改写',
    );
    expect(text).toContain('2. 意见：图标文件过大\r\n   处理：尚未处理。');
  });

  test('lists what changed, and never the numbers of identity documents', () => {
    const text = resubmissionText(made);
    expect(text).toContain('- 更换：应用 LOGO');
    expect(text).toContain('- 应用简介：原为「旧」，现为「新」');
    expect(text).toContain('- 证件号码：已更改');
    expect(text).not.toMatch(/440[34]/);
  });

  test('says what it does not know, and promises nothing', () => {
    const alone = makeResubmission({
      ...made,
      document,
      rulebook,
      rejections: [],
      since: null,
      comparison: null,
    });
    expect(resubmissionText(alone)).toContain('没有上一次导出的记录');
    expect(resubmissionText(alone)).toContain('不表示申请会获通过');
  });

  test('prints what the fonts lack as a box', () => {
    const tree = resubmissionTree(made, (character) => character !== '简');
    expect(JSON.stringify(tree)).toContain('□介太□单');
  });
});

test('an export answers the rejections that the one before did not know', () => {
  expect(unansweredRejections(document, document)).toEqual([]);
  expect(unansweredRejections(document, { rejections: [] })).toHaveLength(1);
  expect(unansweredRejections(document, null)).toHaveLength(1);
});

test('open tasks of a rejection are one warning, and none once all are done', () => {
  const [rejection] = document.rejections ?? [];
  if (rejection === undefined) throw new Error('one rejection');
  expect(judgeRejections(document)).toEqual([]);
  const open = { ...rejection, tasks: [{ clause: 'listing/1', words: '简介太简单' }] };
  expect(judgeRejections({ rejections: [open] })).toMatchObject([
    { level: 'warning', outcome: 'fail', at: 'rejections.0', cites: ['listing/1'] },
  ]);
});

test('the id of a rejection is its day and a number that is free', () => {
  expect(rejectionId([], '2026-01-31')).toBe('2026-01-31-1');
  expect(rejectionId([{ id: '2026-01-31-1' }], '2026-01-31')).toBe('2026-01-31-2');
});

describe('a reviewer’s words', () => {
  test.each([
    ['1、甲乙丙丁\n2. 戊己庚辛', ['甲乙丙丁', '戊己庚辛']],
    [
      '尊敬的开发者，您好：\n未通过，原因如下：\n（1）图标不清晰；（2）简介过长。',
      ['图标不清晰', '简介过长'],
    ],
    ['①名称过长 ②图标模糊不清', ['名称过长', '图标模糊不清']],
    ['图标不清晰，版本号 1.0.0 不对', ['图标不清晰，版本号 1.0.0 不对']],
    ['', []],
    ['  \n\n', []],
  ])('%j are %j', (text, points) => {
    expect(reviewerPoints(text)).toEqual(points);
  });

  test('are searched by pairs of characters and by words, phrases that say nothing left out', () => {
    expect(searchWords('请您改 LOGO', ['请您']).map(({ word }) => word)).toEqual(['改', 'logo']);
    expect(searchWords('营业执照').map(({ word }) => word)).toEqual(['营业', '业执', '执照']);
  });

  test('are found again where they stand', () => {
    expect(spansOf('请盖公章并写日期', new Set(['公章', '日期']))).toEqual([
      { start: 2, end: 4 },
      { start: 6, end: 8 },
    ]);
  });
});
