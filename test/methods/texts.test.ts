import { expect, test } from 'vitest';
import { createLetterShelf } from '../../main/adapters/letters/letter-shelf.ts';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';
import { api } from '../../main/contract/api.ts';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { FileInspection } from '../../main/contract/files.ts';
import type { FontMetrics } from '../../main/contract/laid-out-document.ts';
import { identityMethods } from '../../main/methods/identities.ts';
import { textMethods } from '../../main/methods/texts.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { cleanDossier, soundFiles } from '../rulebook/clean-dossier.ts';
import { resourcesFolder } from '../rulebook/load-rulebook.ts';

const context: CallContext = {
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const face: FontMetrics = { has: () => true, advance: () => 1, ascent: 0.8, descent: 0.2 };

const policy = [
  '样例纪要隐私政策',
  '本政策由深圳市样例科技有限公司（下称“我们”）制定，电话 0755-88880000。',
  '一、收集',
  '登录时，经您授权读取昵称，用于显示作者。详情见《附件》。',
  '二、您的权利',
  '查阅：我的 › 信息',
  '您有权删除您的个人信息。',
].join('\n');

/** A world with the clean dossier and these texts; disk and fonts are played. */
function worldWith(
  texts: Readonly<Record<string, Partial<FileInspection>>>,
  app: Record<string, string>,
): World {
  const clean = cleanDossier();
  const document: DossierDocument = {
    ...clean,
    app: { ...clean.app, ...app },
    facts: { ...clean.facts, 'collects-personal-information': true },
  };
  const files = new Map<string, FileInspection>(soundFiles(document));
  for (const [path, found] of Object.entries(texts))
    files.set(path, { path, sizeBytes: 9, type: 'text', ...found });
  return {
    today: () => '2026-07-01',
    rulebooks: createRulebookShelf(resourcesFolder),
    letters: createLetterShelf(resourcesFolder),
    forms: { versions: async () => [] },
    fonts: async () => ({ serif: face, 'serif-bold': face, sans: face }),
    inspector: { inspect: async (_file: unknown, path: string) => files.get(path)! },
    dossiers: {
      open: async () => ({ ref: 'd', revision: 0, document, files: [] }),
      locate: async (_ref: string, path: string) => ({ absolutePath: `/${path}`, name: path }),
    },
  } as unknown as World;
}

const review = async (
  texts: Readonly<Record<string, Partial<FileInspection>>>,
  app: Record<string, string>,
  language: 'zh' | 'en' = 'zh',
) =>
  api['texts.review'].output.parse(
    await textMethods['texts.review'](worldWith(texts, app), { dossier: 'd' }, { ...context, language }),
  );

test('each item says what was found, where, what to add and which rule speaks of it', async () => {
  const { texts } = await review({ 'texts/p.txt': { text: policy } }, { privacyPolicy: 'texts/p.txt' });
  const [found] = texts;
  expect(found).toMatchObject({ id: 'privacy-policy', path: 'texts/p.txt', isRead: true, text: policy });
  const points = new Map(found!.items.flatMap((item) => item.points).map((point) => [point.id, point]));
  const access = points.get('access')!;
  expect(access).toMatchObject({ state: 'found', rules: ['privacy-policy-tells-rights'] });
  const [passage] = access.passages;
  expect(policy.slice(passage!.start, passage!.end)).toBe('查阅：我的 › 信息');
  expect(passage!.heading).toBe('二、您的权利');
  expect(points.get('deletion')).toMatchObject({
    state: 'unclear',
    passages: [{ quote: '您有权删除您的个人信息。' }],
  });
  expect(points.get('deletion')!.add).toContain('删除');
  expect(points.get('copy')).toMatchObject({
    state: 'missing',
    passages: [],
    cites: ['compliance/5.2-review-12'],
  });
  expect(points.get('minors')).toMatchObject({ state: 'not-applicable' });
  expect(points.get('dated')).toMatchObject({ state: 'missing', advice: true });
  expect(found!.items.find(({ id }) => id === 'links')!.findings.map(({ rule }) => rule)).toEqual([
    'privacy-policy-links-named',
  ]);
  expect(found!.items.find(({ id }) => id === 'layout')).toMatchObject({
    state: 'person',
    statement: { rule: 'privacy-policy-readable', by: '王五' },
  });
});

test('what could not be read says so, with what to do, and no point is passed over', async () => {
  const { texts } = await review(
    { 'texts/p.pdf': { type: 'pdf', text: '' } },
    { privacyPolicy: 'texts/p.pdf' },
    'en',
  );
  expect(texts[0]).toMatchObject({ isRead: false, text: '' });
  expect(texts[0]!.why).toContain('scan');
  expect(texts[0]!.items.flatMap((item) => item.points).every(({ state }) => state === 'not-checked')).toBe(
    true,
  );
  expect(texts[1]).toMatchObject({ id: 'user-agreement', path: null, isRead: false });
});

test('a statement that settles a check keeps its finding away and the point shown', async () => {
  const { texts } = await review(
    { 'texts/t.txt': { text: '样例纪要用户协议\n本协议由您与深圳市样例科技有限公司订立。' } },
    { terms: 'texts/t.txt' },
  );
  const meetings = texts[1]!.items.find(({ id }) => id === 'meetings')!;
  expect(meetings.points.map(({ state }) => state)).toEqual(['missing', 'missing']);
  expect(meetings.statement).toMatchObject({ rule: 'terms-name-tencent-meeting', by: '王五' });
});

test('the identity matrix comes in one language, without reading print unless asked', async () => {
  const world = worldWith({ 'texts/p.txt': { text: policy } }, { privacyPolicy: 'texts/p.txt' });
  const matrix = api['review.identities'].output.parse(
    await identityMethods['review.identities'](world, { dossier: 'd', readPapers: false }, context),
  );
  expect(matrix.sources.map(({ title }) => title)).toContain('隐私政策');
  expect(matrix.rows[0]).toMatchObject({ id: 'company', reference: '深圳市样例科技有限公司' });
  expect(matrix.rows[0]!.cells).toHaveLength(matrix.sources.length);
  expect(matrix.counts.different).toBe(0);
  expect(matrix.counts.notRead).toBeGreaterThan(0);
});
