import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import type { FakeMethod } from '../fake-app.ts';
import { finding, report, runWith } from './run-with-fake-app.ts';

describe('exit codes', () => {
  test('check: 0 without errors, 1 with one', async () => {
    const warned = await runWith(['check', 'd'], { 'review.check': () => report([finding('warning')]) });
    expect(warned.code).toBe(0);
    const failed = await runWith(['check', 'd'], { 'review.check': () => report([finding('error')]) });
    expect(failed.code).toBe(1);
  });

  test('letters: 1 when one is held back', async () => {
    const methods = (held: unknown[]): Record<string, FakeMethod> => ({
      'letters.write': () => ({ written: [], held, left: [], listed: held }),
    });
    expect((await runWith(['letters', 'd', '--out', 'o'], methods([]))).code).toBe(0);
    const letter = { title: '承诺函', stale: [], templateFaults: [], missingFields: [{ field: 'company.name', title: '公司名称' }], unprintable: [], notice: '自拟文本' }; // prettier-ignore
    const held = await runWith(['letters', 'd', '--out', 'o'], methods([letter]));
    expect(held.code).toBe(1);
    expect(held.out).toContain('公司名称');
    expect(held.out).toContain('自拟文本');
    // What may be left out is told with the way to make it, and holds nothing up.
    const left = await runWith(['letters', 'd', '--out', 'o'], {
      'letters.write': () => ({
        listed: [letter],
        written: [],
        held: [],
        left: [{ letter: 'inspection', title: '检查授权书', need: 'optional', because: '没有写谁要交。' }],
      }),
    });
    expect(left.code).toBe(0);
    expect(left.out).toContain('检查授权书（可以不交）没有生成：没有写谁要交。');
    expect(left.out).toContain('--letter inspection');
  });

  test('file: 1 when a page could not be filed, 0 for an outdated one', async () => {
    const filing = (unfiled: unknown[], state: string): Record<string, FakeMethod> => ({
      'letters.list': () => ({ letters: [{ letter: 'l', title: '授权委托书' }] }),
      'letters.file': () => ({
        schema: 'yinqi/filing@1',
        pages: [
          { source: 'a.pdf', index: 0, letter: 'l', revision: 'abcd', page: 1, pages: 1, state, rotated: 90 },
        ],
        unfiled,
        letters: [{ id: 'l', complete: false, missing: [2] }],
      }),
    });
    const outdated = await runWith(['file', 'd', 'a.pdf'], filing([], 'outdated'));
    expect(outdated.code).toBe(0);
    expect(outdated.out).toContain('已过期');
    expect(outdated.out).toContain('授权委托书 还缺第 2 页');
    const unread = await runWith(
      ['file', 'd', 'a.pdf'],
      filing([{ source: 'b.jpg', index: 0, why: '没有页码标记' }], 'current'),
    );
    expect(unread.code).toBe(1);
    expect(unread.out).toContain('没有页码标记');
  });

  test('bundle: errors without --draft give 1 and nothing is exported', async () => {
    const methods: Record<string, FakeMethod> = {
      'bundle.plan': () => ({ fileName: 'x.zip', entries: [], blockers: [finding('error')] }),
      'bundle.export': () => ({
        fileName: 'x.zip',
        draft: true,
        sizeBytes: 5,
        fingerprint: 'f'.repeat(64),
        files: 1,
      }),
    };
    const refused = await runWith(['bundle', 'd', '--out', 'x.zip', '--format', 'json'], methods);
    expect(refused.code).toBe(1);
    expect(refused.seen.map((call) => call.name)).toEqual(['bundle.plan']);
    expect(JSON.parse(refused.out)).toMatchObject({ schema: 'yinqi/bundle@1', written: false });
    const draft = await runWith(['bundle', 'd', '--out', 'x.zip', '--draft'], methods);
    expect(draft.code).toBe(0);
    expect(draft.seen.map((call) => call.input)).toMatchObject([
      { dossier: 'd', target: 'grant:/home/x.zip', draft: true },
    ]);
    expect(draft.out).toContain('草稿');
  });

  test('verify: 1 for a bundle that is not whole', async () => {
    const methods = (verdict: string): Record<string, FakeMethod> => ({
      'bundle.verify': () => ({
        schema: 'yinqi/verification@1',
        verdict,
        draft: false,
        files: 3,
        differences:
          verdict === 'whole' ? [] : [{ code: 'changed', path: 'data/a', message: 'data/a 被改动' }],
      }),
    });
    expect((await runWith(['verify', 'x.zip'], methods('whole'))).code).toBe(0);
    const broken = await runWith(['verify', 'x.zip'], methods('not-whole'));
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('data/a 被改动');
  });

  test('a failure is 2, told on the error stream in the language asked for, with nothing on the other', async () => {
    const fail = (): never => {
      throw new Failure(
        'no-dossier',
        { zh: '找不到案卷', en: 'No dossier' },
        { zh: '先运行 yinqi init', en: 'Run yinqi init' },
      );
    };
    const zh = await runWith(['check', 'd', '--format', 'json'], { 'review.check': fail });
    expect([zh.code, zh.out]).toEqual([2, '']);
    expect(zh.err).toBe('错误：找不到案卷\n建议：先运行 yinqi init\n');
    const en = await runWith(['check', 'd', '--lang=en'], { 'review.check': fail });
    expect(en.err).toBe('Error: No dossier\nHint:  Run yinqi init\n');
    expect(en.closed).toBe(1);
  });

  test('several failures are all told', async () => {
    const one = (zh: string): Failure => new Failure('x', { zh, en: zh }, { zh: '改正', en: 'mend' });
    const { err } = await runWith(['check', 'd'], {
      'review.check': () => {
        throw new Failures([one('第 1 行'), one('第 2 行')]);
      },
    });
    expect(err).toMatch(/^错误：第 1 行\n +第 2 行\n建议：改正\n$/);
  });

  test('wrong use is 2 before anything is opened', async () => {
    const { code, err, opened } = await runWith(['chek']);
    expect([code, opened.length]).toEqual([2, 0]);
    expect(err).toContain('yinqi check');
    expect((await runWith(['bundle', 'd'])).code).toBe(2);
    expect((await runWith(['letters', 'd', '--out', 'o', '--date', '2026-13-01'])).code).toBe(2);
    expect((await runWith(['serve', '--port', '70000'])).code).toBe(2);
  });

  test('an interruption is 130, a bug 70 with an id', async () => {
    const abort = new AbortController();
    const stopped = await runWith(
      ['check', 'd'],
      {
        'review.check': () => {
          abort.abort();
          throw abort.signal.reason;
        },
      },
      { signal: abort.signal },
    );
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('已取消');
    const bug = await runWith(['check', 'd'], {});
    expect(bug.code).toBe(70);
    expect(bug.err).toMatch(/\[bug ([0-9a-f]{8})\][\s\S]*编号 \1/);
  });
});
