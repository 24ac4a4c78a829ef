import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedDossiers } from '../../bench/desk/seed-dossiers.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { newFolder, sampleFolder } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

const seeded = 120;

let browser: Browser;
let served: ServedYinqi;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const dataFolder = newFolder();
  const scratch = mkdtempSync(join(tmpdir(), 'yinqi-home-'));
  await seedDossiers(dataFolder, scratch, seeded);
  rmSync(scratch, { recursive: true, force: true });
  browser = await launchChromium();
  served = await serveYinqi(dataFolder);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});
beforeEach(async () => {
  context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(served.address);
  await cards().first().waitFor();
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

const shown = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const cards = () => page.getByRole('list', { name: '全部案卷' }).getByRole('listitem');
const found = () => page.getByText(/^显示 [\d,]+ 份$/).innerText();
const search = (words: string) => page.getByRole('searchbox', { name: '搜索案卷' }).fill(words);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const axe = async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))]);
};

test('a dossier is found by the words of its app and company, and the way back is offered when none is', async () => {
  await shown(found).toBe(`显示 ${seeded} 份`);
  await search('签到助手 0042');
  await shown(found).toBe('显示 1 份');
  await shown(() => cards().first().innerText()).toContain('0042');
  await search('没有这样的');
  await shown(() => page.getByText('没有找到与「没有这样的」相符的案卷。').count()).toBe(1);
  await button('清除搜索条件').click();
  await shown(found).toBe(`显示 ${seeded} 份`);
  await page.getByRole('combobox', { name: '平台' }).selectOption({ label: '腾讯开放平台' });
  await shown(found).toBe(`显示 ${Math.floor(seeded / 9)} 份`);
});

test('only what is in sight is drawn, a screen reader hears how many there are, and keys lead through all of them', async () => {
  expect(await cards().count()).toBeLessThan(60);
  expect(await cards().first().getAttribute('aria-setsize')).toBe(String(seeded));
  await cards().first().getByRole('link').focus();
  await page.keyboard.press('ArrowRight');
  await shown(() => page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe('2');
  await page.keyboard.press('End');
  await shown(() => page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe(
    String(seeded),
  );
  // Scrolled away, the card with the focus is still there.
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await shown(() => cards().first().getAttribute('aria-posinset')).toBe('1');
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe(String(seeded));
  await page.keyboard.press('Home');
  await shown(() => page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet)).toBe('1');
});

test('archiving and removing put a dossier away, are undone, and leave the focus on a card', async () => {
  const all = await found();
  await search('会议纪要');
  // Until the list is of what was found: a card of the old list is on its way out.
  await shown(found).not.toBe(all);
  await shown(() => cards().count()).toBeGreaterThan(3);
  const title = (await cards().nth(1).getByRole('heading').innerText()).trim();
  const before = await found();
  await button(`归档案卷：${title}`).click();
  await shown(() => page.getByText(/^已归档案卷/).count()).toBe(1);
  await shown(found).not.toBe(before);
  await shown(focused).toMatch(/^打开案卷：/);
  await search('');
  await button(/^已归档 1/).click();
  await shown(() => cards().allInnerTexts()).toEqual([expect.stringContaining(title)]);
  await button(`取消归档案卷：${title}`).click();
  await shown(() => page.getByText('还没有归档的案卷。').count()).toBe(1);
  await button('看进行中的案卷').click();
  await search(title);
  await button(`移除案卷：${title}`).click();
  await shown(found).toBe('显示 0 份');
  await button('撤销').click();
  await shown(found).toBe('显示 1 份');
});

test('a folder dragged onto the page is imported, its copy leaves behind what was signed, and the list says how far it is', async () => {
  const session = await context.newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', file: string) =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 640,
      y: 500,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  await drag('dragEnter', sampleFolder);
  await drag('dragOver', sampleFolder);
  await shown(() => page.getByText('松开，导入案卷文件夹').count()).toBe(1);
  await drag('drop', sampleFolder);
  await page.waitForURL(/#\/dossier\//, { timeout: 60_000 });
  await shown(() => page.getByText('样例纪要').count()).toBeGreaterThan(0);
  // The first look at a dossier is kept for the list.
  const dossier = /#\/dossier\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await served.call('review.check', { dossier });
  await page.getByRole('link', { name: '全部案卷', exact: true }).click();
  await search('样例纪要');
  await shown(found).toBe('显示 1 份');
  await shown(() => cards().first().innerText()).toMatch(/已备齐 \d+\/\d+ 项/);
  await button('复制案卷：样例纪要').click();
  await shown(() => page.getByText(/没有复制 \d+ 条本人确认和 \d+ 份签章函件/).count()).toBe(1);
  await shown(found).toBe('显示 2 份');
  await shown(() => cards().allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('还没检查过')]),
  );
  const { dossiers } = await served.call('dossiers.list', {});
  const copy = dossiers.find((one) => one.title === '样例纪要' && one.dossier !== dossier);
  const { document } = await served.call('dossiers.open', { dossier: copy?.dossier ?? '' });
  expect(document).not.toHaveProperty('attestations');
  expect(document.documents).toHaveProperty('business-licence');
  expect(document.documents).not.toHaveProperty('publishing-commitment');
  await button('撤销').click();
  await shown(found).toBe('显示 1 份');
});

test('a file that is no folder is told so and nothing is imported', async () => {
  const session = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 640,
      y: 500,
      data: { items: [], files: [join(sampleFolder, 'dossier.yaml')], dragOperationsMask: 1 },
    });
  }
  await shown(() => page.getByText(/这里只能拖入案卷文件夹/).count()).toBe(1);
});

test('a company is kept from one dossier, used in another, and a change of it goes where it is ticked only', async () => {
  const { dossier } = await served.call('dossiers.createSample', {});
  const at = (path: string) => page.goto(new URL(`/#${path}`, page.url()).href);
  await at(`/dossier/${dossier}/company`);
  await button('把这家公司存入公司库').click();
  await shown(() => page.getByText(/「深圳市样例科技有限公司」已存入公司库/).count()).toBe(1);
  await button('法定代表人：存入人员库').click();
  await shown(() => page.getByText(/已存入人员库/).count()).toBe(1);

  await at('/companies');
  await shown(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('公司与人员');
  expect(await page.getByRole('list', { name: '存下的人员' }).innerText()).toMatch(/\d{4}\*+\d{4}/);
  await button('用它新建案卷：深圳市样例科技有限公司').click();
  await page.waitForURL(/#\/dossier\/.*\/category/);
  const other = /#\/dossier\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const sample = await served.call('dossiers.open', { dossier });
  const made = await served.call('dossiers.open', { dossier: other });
  const { logo, ...company } = made.document.company ?? {};
  expect({ ...company, logo: sample.document.company?.logo }).toEqual(sample.document.company);
  expect(made.files.map(({ usedBy }) => usedBy)).toEqual([['company.logo']]);
  expect(logo).toBeDefined();

  await at('/companies');
  await page.getByRole('link', { name: '深圳市样例科技有限公司' }).click();
  await page.getByLabel('客服电话', { exact: true }).fill('0755-99990000');
  const unnamed = page.getByRole('listitem').filter({ hasText: '未命名的应用' });
  await unnamed.getByRole('checkbox', { name: '选中 客服电话' }).check();
  await unnamed.getByRole('button', { name: '把选中的 1 项写进案卷' }).click();
  await shown(() => unnamed.getByText('与公司库一致').count()).toBe(1);
  const phoneOf = async (one: string) =>
    (await served.call('dossiers.open', { dossier: one })).document.company?.phone;
  expect(await phoneOf(other)).toBe('0755-99990000');
  expect(await phoneOf(dossier)).toBe('0755-88880000');
  await shown(axe).toEqual([]);

  // In the dossier that differs the kept words are taken field by field, and given back by undo.
  await at(`/dossier/${dossier}/company`);
  await page.getByRole('checkbox', { name: '选中 客服电话' }).check();
  await button('用公司库的内容（1 项）').click();
  await shown(() => page.getByLabel('客服电话', { exact: true }).inputValue()).toBe('0755-99990000');
  const told = page.getByRole('status').filter({ hasText: '已用公司库的内容更新 1 项' });
  await told.getByRole('button', { name: '撤销' }).click();
  await shown(() => page.getByLabel('客服电话', { exact: true }).inputValue()).toBe('0755-88880000');
});

test.each(['中文', 'English'])('axe finds nothing on the list and on companies in %s', async (language) => {
  if (language === 'English') await page.getByText('English', { exact: true }).click();
  await shown(axe).toEqual([]);
  await page.goto(new URL('/#/companies', page.url()).href);
  await page.waitForLoadState('networkidle');
  await shown(axe).toEqual([]);
});

test('what is loaded for the list stays light: at most 350 KB compressed', async () => {
  const { gzipSync } = await import('node:zlib');
  const loaded = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) loaded.add(pathname);
  });
  await page.reload();
  await cards().first().waitFor();
  await page.waitForLoadState('networkidle');
  const assets = [...loaded].map((path) => readFileSync(join(sampleFolder, '../../out/renderer', path)));
  expect(assets.length).toBeGreaterThan(0);
  expect(assets.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(350_000);
});
