import { describe, expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

describe('requirements', () => {
  const facts: Record<string, FakeMethod> = {
    'rulebook.facts': () => ({
      facts: [
        { id: 'networked', question: '', help: '', kind: 'yes-no', options: [], changes: [], cites: [] },
        { id: 'icp-holder', question: '', help: '', kind: 'one-of', options: [], changes: [], cites: [] },
        { id: 'uses', question: '', help: '', kind: 'some-of', options: [], changes: [], cites: [] },
      ],
    }),
    'requirements.list': () => ({ schema: 'yinqi/requirements@1', requirements: [] }),
  };

  test('what-if answers are read by the kind of their question', async () => {
    const { seen } = await runWith(
      ['requirements', 'd', '--fact', 'networked=否', '--fact', 'icp-holder=1', '--fact', 'uses=a, b'],
      facts,
    );
    expect(seen.at(-1)?.input).toEqual({
      dossier: 'd',
      assume: { networked: false, 'icp-holder': '1', uses: ['a', 'b'] },
    });
  });

  test('a what-if without an answer is wrong use', async () => {
    for (const text of ['networked', '=true', 'networked=']) {
      expect((await runWith(['requirements', 'd', '--fact', text], facts)).code).toBe(2);
    }
  });

  test('groups show their tree and their parts beneath them', async () => {
    const base = { kind: 'document', status: 'missing', optional: false, because: '因为', cites: ['compliance/4.1-4'], fields: [], files: [] }; // prettier-ignore
    const { out } = await runWith(['requirements', 'd'], {
      'requirements.list': () => ({
        schema: 'yinqi/requirements@1',
        requirements: [
          {
            ...base,
            id: 'icp',
            title: 'ICP 证明',
            needs: { allOf: [{ anyOf: ['icp-licence', 'icp-filing'] }, 'icp-proof'] },
          },
          { ...base, id: 'icp-licence', title: '许可证', partOf: 'icp' },
          {
            ...base,
            id: 'icp-filing',
            title: '备案',
            partOf: 'icp',
            status: 'ok',
            files: ['papers/备案.png'],
          },
          { ...base, id: 'icp-proof', title: '截图', partOf: 'icp', status: 'open', facts: ['networked'] },
        ],
      }),
    });
    expect(out).toContain('全部需要：（任选其一：许可证；备案）；截图');
    expect(out).toMatch(/\n {6}✓ 备案/);
    expect(out).toContain('? 截图  待定 · icp-proof · 待答 networked');
    expect(out).toContain('共 1 项：已齐 0，缺少 1');
  });
});

test('init splits categories and needs no other choices', async () => {
  const { seen } = await runWith(['init', 'new', '--category', 'a/b,c/d', '--category', 'e/f'], {
    'dossiers.init': () => ({ files: ['dossier.yaml'] }),
  });
  expect(seen[0]?.input).toEqual({
    folder: 'grant:/home/new',
    platform: 'tencent-meeting',
    track: 'listing',
    categories: ['a/b', 'c/d', 'e/f'],
  });
});

test('fix lists without --write and mends with it', async () => {
  const repair = {
    id: 'r1',
    rule: 'app-logo',
    at: 'app.logo',
    summary: '缩小图标',
    before: '300×300',
    after: '128×128',
  };
  const methods: Record<string, FakeMethod> = {
    'files.repairs': () => ({ repairs: [repair] }),
    'files.repair': () => ({ repaired: [repair] }),
  };
  const listed = await runWith(['fix', 'd'], methods);
  expect(listed.seen.map((call) => call.name)).toEqual(['files.repairs']);
  expect(listed.out).toContain('--write');
  const mended = await runWith(['fix', 'd', '--write', '--format', 'json'], methods);
  expect(mended.seen.at(-1)).toMatchObject({
    name: 'files.repair',
    input: { dossier: 'd', repairs: ['r1'] },
  });
  expect(JSON.parse(mended.out)).toEqual({ schema: 'yinqi/repairs@1', written: true, repairs: [repair] });
});
