import { describe, expect, test } from 'vitest';
import type { Block } from '../../../main/contract/letters.ts';
import { deadlinesOf } from '../../../main/core/review/deadlines.ts';
import { reportDocument } from '../../../main/core/review/report-document.ts';
import type { JudgedReport } from '../../../main/core/review/judged-report.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const document = dossierWith({
  app: { name: '样例纪要' },
  attestations: { 'oauth-sign-in': { by: '王五', on: '2026-11-20' } },
});
const report: JudgedReport = {
  schema: 'yinqi/report@1',
  rulebook: { id: 'tencent-meeting', version: '0.2.0' },
  verdict: 'fail',
  counts: { error: 1, warning: 1, notice: 0 },
  findings: [
    {
      rule: 'app-name-within-limit',
      level: 'error',
      outcome: 'fail',
      message: { zh: '现长 26 个字符，最多 20。', en: 'It is 26 wide; the app’s limit is 20.' },
      at: 'app.name',
      cites: ['compliance/1(1)'],
    },
    {
      rule: 'oauth-sign-in',
      level: 'warning',
      outcome: 'needs-person',
      message: { zh: '等人确认', en: 'Waits' },
      at: 'attestations.oauth-sign-in',
      cites: [],
    },
  ],
  requirements: [
    {
      id: 'oauth-sign-in',
      title: { zh: '登录', en: 'Sign-in' },
      kind: 'attestation',
      status: 'ok',
      optional: false,
      because: { zh: '', en: '' },
      cites: [],
      fields: ['attestations.oauth-sign-in'],
      files: [],
    },
  ],
};
const make = (language: 'zh' | 'en', canPrint: (character: string) => boolean = () => true) =>
  reportDocument({
    document,
    report,
    rulebook,
    deadlines: deadlinesOf(rulebook, document, '2026-11-22'),
    language,
    date: '2026-11-22',
    software: { name: 'Yinqi', version: '1' },
    canPrint,
  });
const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((one) => (one.kind === 'table' ? [one.rows] : []));

describe('the report to print', () => {
  test('names the place of a finding as people call it, with its rule and its clauses', () => {
    expect(tables(make('zh').blocks)[0]).toEqual([
      ['应用名称', '应用名称不超过上限', '现长 26 个字符，最多 20。', 'compliance/1(1)'],
    ]);
  });

  test('lists statements with who made them, and not as findings', () => {
    const [findings, statements] = tables(make('zh').blocks);
    expect(findings).toHaveLength(1);
    expect(statements?.[0]?.slice(1)).toEqual(['王五', '2026-11-20', '']);
  });

  test('gives every source with the day it carries, and promises nothing', () => {
    const { blocks } = make('zh');
    expect(tables(blocks).at(-1)).toHaveLength(rulebook.sources.length);
    expect(JSON.stringify(blocks)).toContain('不保证通过');
  });

  test('is the same in English, with quotes that fit Latin letters', () => {
    const text = JSON.stringify(make('en'));
    expect(text).toContain("the app's limit is 20");
    expect(text).not.toMatch(/[‘’“”]/);
    expect(text).toContain('App name within the limit');
  });

  test('prints a box for what the fonts lack', () => {
    expect(JSON.stringify(make('zh', (one) => one !== '样').blocks)).toContain('□例纪要');
  });
});
