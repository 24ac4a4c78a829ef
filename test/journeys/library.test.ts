import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { newFolder } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

let browser: Browser;
let here: ServedYinqi;
let there: ServedYinqi;

beforeAll(async () => {
  browser = await launchChromium();
  [here, there] = [await serveYinqi(), await serveYinqi()];
});
afterAll(async () => {
  await browser.close();
  await here.stop();
  await there.stop();
});

const faults: string[] = [];
async function openPage({ address }: ServedYinqi): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1024, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
  return page;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
async function goToData(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '本机数据' }).click();
  await page.getByRole('heading', { level: 1, name: '本机数据' }).waitFor();
}
async function expectUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))])).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

/** Types a name into the app form of the only dossier, and waits until it is saved. */
async function nameApp(page: Page, { address }: ServedYinqi, name: string): Promise<void> {
  await page.goto(address.replace(/#.*$/, '') + '#/');
  await page
    .getByRole('link', { name: /打开案卷/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: '案卷的步骤' }).getByRole('link', { name: '应用' }).click();
  await page.getByLabel('应用名称', { exact: true }).fill(name);
  await page.getByLabel('应用名称', { exact: true }).blur();
  await expect.poll(() => page.locator('body').innerText(), { timeout: 30_000 }).toContain('已保存');
  await goToData(page);
}

async function handOver(page: Page, by: string): Promise<string> {
  await page.getByLabel(/您的名字/).fill(by);
  await page.getByLabel('口令', { exact: true }).fill('correct horse battery');
  await page.getByLabel('再输一次口令').fill('correct horse battery');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '写出交接文件').click()]);
  const path = join(newFolder(), 'hand-over.yinqi');
  await download.saveAs(path);
  return path;
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByLabel(/这个文件是加密的/).fill('correct horse battery');
  await button(page, '打开').click();
  await page.getByRole('dialog', { name: /合并/ }).waitFor();
}

test('two colleagues hand a dossier back and forth, see their conflict with both values, and settle it', async () => {
  const [mine, theirs] = [await openPage(here), await openPage(there)];
  await button(mine, '打开示例案卷').first().click();
  await mine.waitForURL(/#\/dossier\//);
  await goToData(mine);
  await expectUsable(mine);
  const first = await handOver(mine, '小王');

  await goToData(theirs);
  await openFile(theirs, first);
  await button(theirs, '合并').click();
  await theirs.getByText('已合并：新增 1 份案卷').waitFor();

  await nameApp(theirs, there, '他们的名字');
  const back = await handOver(theirs, '小李');
  await nameApp(mine, here, '我的名字');
  await openFile(mine, back);
  const dialog = mine.getByRole('dialog', { name: /合并/ });
  await expectUsable(mine);
  const words = await dialog.innerText();
  for (const part of ['小李', '应用名称', '我的名字', '他们的名字', '还有 1 处没有选'])
    expect(words).toContain(part);
  expect(await dialog.getByRole('button', { name: '合并', exact: true }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /对方/ }).focus();
  await mine.keyboard.press('Space');
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await mine.getByText('已合并：新增 0 份案卷，更新 1 份').waitFor();
  const record = mine.getByRole('group').filter({ hasText: '小李' });
  await record.locator('summary').click();
  expect(await record.innerText()).toContain('我的名字');
  expect(faults).toEqual([]);
});

test('papers are set to be erased, listed when they are due, and erased only when that is confirmed', async () => {
  const page = await openPage(there);
  await goToData(page);
  await button(page, /^设定删除/).click();
  await page.getByLabel('平台通过的日期').fill('2026-01-10');
  await expectUsable(page);
  await button(page, '保存').click();
  await button(page, /^删除到期的文件/).click();
  const dialog = page.getByRole('dialog', { name: '删除这些文件？' });
  expect(await dialog.getByRole('listitem').count()).toBe(2);
  await expectUsable(page);
  await dialog.getByRole('button', { name: '先不删' }).click();
  const row = page.getByRole('row', { name: /他们的名字/ });
  expect(await row.innerText()).toContain('2 个文件已到期');
  await button(page, /^删除到期的文件/).click();
  await button(page, '删除 2 个文件').click();
  await page.getByText('已删除 2 个文件。').waitFor();
  await expect.poll(() => row.innerText(), { timeout: 30_000 }).toContain('已删除 2 个');
  expect(faults).toEqual([]);
});
