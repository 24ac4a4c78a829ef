import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

let browser: Browser;
let served: ServedYinqi;
let context: BrowserContext;
let page: Page;
let sample: string;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  served = await serveYinqi();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});
beforeEach(async () => {
  sample = (await served.call('dossiers.createSample', {})).dossier;
  context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  // A first look at a dossier decodes all its scans.
  page.setDefaultTimeout(100_000);
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(served.address);
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

const shown = <T>(look: () => T) => expect.poll(look, { timeout: 100_000 });
const goTo = async (step: string): Promise<void> => {
  await page.goto(new URL(`/#/dossier/${sample}/${step}`, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
};
const field = (label: string) => page.getByLabel(label, { exact: true });
const paste = async (text: string): Promise<void> => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
};

describe('the rules on what has the focus', () => {
  test('stand beside the step, with their clauses and the day of each source', async () => {
    await goTo('app');
    await page.getByRole('button', { name: '规定说明' }).click();
    await field('应用简介').focus();
    const guide = page.getByRole('complementary', { name: '这一项的规定' });
    await guide.getByRole('heading', { name: '应用简介' }).waitFor();
    await guide.getByRole('button', { name: 'listing/function-8' }).waitFor();
    await guide.getByText('2023-06-28 版').first().waitFor();
    await field('版本号').focus();
    await guide.getByRole('heading', { name: '版本号' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('.dossier-guide').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('open in a drawer by F1 where the window is small, and give the focus back', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await goTo('app');
    await field('应用名称').focus();
    await page.keyboard.press('F1');
    const drawer = page.getByRole('dialog', { name: '这一项的规定' });
    await drawer.getByRole('heading', { name: '应用名称' }).waitFor();
    await page.keyboard.press('Escape');
    await shown(() => page.evaluate(() => document.activeElement?.id)).toBe('field-app.name');
  });
});

describe('a field', () => {
  test('counts as the rule does, against its limit', async () => {
    await goTo('app');
    const head = page.locator('.field', { has: field('应用简介') }).locator('.field-count');
    await field('应用简介').fill('会议AI纪要');
    await shown(() => head.innerText()).toMatch(/^5\/15 字/);
    await field('应用简介').fill('会议纪要'.repeat(5));
    await shown(() => head.innerText()).toMatch(/^20\/15 .*超出 5$/);
  });

  test('is not judged while it is typed in', async () => {
    await goTo('app');
    const findings = page.locator('[id="findings-app.name"]');
    await field('应用名称').fill('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    await page.getByText('已保存', { exact: true }).waitFor();
    expect(await findings.innerText()).toBe('');
    await page.keyboard.press('Tab');
    await shown(() => findings.innerText()).toContain('最多 20');
  });

  test('cleans what is pasted, says so, and can have it as it was', async () => {
    await goTo('company');
    const code = field('统一社会信用代码');
    await code.fill('');
    await paste('９１４４０３００ＭＡ５ＹＡＮＧＬ１Ｗ\u00a0');
    await shown(() => code.inputValue()).toBe('91440300MA5YANGL1W');
    await page.getByText('全角数字和字母换成半角').waitFor();
    await page.getByRole('button', { name: '按原样粘贴' }).click();
    await shown(() => code.inputValue()).toBe('９１４４０３００ＭＡ５ＹＡＮＧＬ１Ｗ\u00a0');
  });

  test('takes a cleaned paste back by its own undo', async () => {
    await goTo('company');
    const address = field('公司住所');
    const before = await address.inputValue();
    await address.focus();
    await page.keyboard.press('Control+a');
    await paste('广东省\n深圳市');
    await shown(() => address.inputValue()).toBe('广东省深圳市');
    await page.keyboard.press('Control+z');
    await shown(() => address.inputValue()).toBe(before);
  });
});

describe('the review', () => {
  test('shows 300 findings a part at a time, and finds among them by words and step', async () => {
    const { revision } = await served.call('dossiers.open', { dossier: sample });
    const parties = Array.from({ length: 300 }, (_, place) => ({
      role: 'licensor',
      kind: 'company',
      name: `${'很长的公司名称'.repeat(6)}${place}有限公司`,
      identifier: '91440300MA5YANGL1X',
    }));
    await served.call('dossiers.edit', {
      dossier: sample,
      baseRevision: revision,
      edits: [
        { path: ['parties'], value: parties },
        { path: ['facts', 'software-copyright-holder'], value: 'company' },
      ],
    });
    await goTo('review');
    const lines = page.locator('.findings-step .finding-line');
    const more = page.getByRole('button', { name: /^再列出/ });
    await more.waitFor();
    expect(await lines.count()).toBeLessThan(40);
    await more.click();
    await shown(() => lines.count()).toBeGreaterThan(50);
    expect(await lines.count()).toBeLessThan(100);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('没有这样的话');
    await page.getByText('没有符合条件的问题。').waitFor();
    await page.getByLabel('查找问题').fill('校验位');
    await shown(() => page.locator('.findings-count').allInnerTexts()).toEqual(['300 项']);
    await page.locator('.findings-place select').selectOption({ label: '文件' });
    await page.getByText('没有符合条件的问题。').waitFor();
  });

  test('is saved as a PDF that any reader opens', async () => {
    await goTo('review');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存报告 PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^检查报告-样例纪要-\d{8}\.pdf$/);
    const text = execFileSync('pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' });
    expect(text).toContain('申请公司：深圳市样例科技有限公司');
    expect(text).toContain('不保证通过');
  });
});
