import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { everyPage } from './page-addresses.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

let browser: Browser;
let served: ServedYinqi;
let context: BrowserContext;
let page: Page;
let sample: string;
let empty: string;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  served = await serveYinqi();
  sample = (await served.call('dossiers.createSample', {})).dossier;
  empty = (
    await served.call('dossiers.create', { platform: 'tencent-meeting', track: 'listing', categories: [] })
  ).dossier;
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
const goTo = async (dossier: string, step: string): Promise<void> => {
  await page.goto(new URL(`/#/dossier/${dossier}/${step}`, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled();
};
const settled = async (): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => !/正在(检查|对照|识别|打开|核对|准备|查看|计算|生成|读取)/.test(document.body.innerText),
  );
};
const field = (label: string) => page.getByLabel(label, { exact: true });

describe('the appearance', () => {
  test.each(
    (['light', 'dark', 'contrast'] as const).flatMap((appearance) =>
      (['full', 'empty'] as const).map((kind) => [appearance, kind] as const),
    ),
  )('every text of every page reads well in %s, in a dossier that is %s', async (appearance, kind) => {
    await page.getByLabel('外观').selectOption(appearance);
    const pages = await everyPage(served, kind === 'full' ? sample : empty);
    for (const [name, address] of pages) {
      // An empty dossier changes its own pages only.
      if (kind === 'empty' && !address.includes('/dossier/')) continue;
      await page.goto(new URL(address, page.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled();
      // The other rules of axe do not hang on colours: the journeys run them all.
      const { violations } = await new AxeBuilder({ page })
        .withRules(['color-contrast', 'link-in-text-block'])
        .analyze();
      expect.soft(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  test('is kept for the next time, and follows the system until someone chooses', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shown(ground).toBe('rgb(25, 26, 28)');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await shown(ground).toBe('rgb(255, 255, 255)');
    await page.getByLabel('外观').selectOption({ label: '深色' });
    await page.reload();
    await shown(ground).toBe('rgb(25, 26, 28)');
    expect(await page.getByLabel('外观').inputValue()).toBe('dark');
  });

  test('leaves the pictures of pages on white paper by dark', async () => {
    await page.getByLabel('外观').selectOption('dark');
    await goTo(sample, 'letters');
    await page.getByRole('button', { name: /^预览/ }).first().click();
    await page.getByRole('img', { name: /打印出来的样子/ }).waitFor();
    const paper = await page
      .locator('.page-sheet')
      .evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
  });
});

describe('the keys', () => {
  test('Ctrl+S saves at once and says so', async () => {
    await goTo(empty, 'app');
    await field('应用名称').fill('键盘应用');
    await page.keyboard.press('Control+s');
    await page.getByText('已全部保存在本机').waitFor();
    const { document } = await served.call('dossiers.open', { dossier: empty });
    expect(document.app?.name).toBe('键盘应用');
  });

  test('Ctrl+Z takes back what was typed in a field that was left, and Ctrl+Shift+Z does it again', async () => {
    await goTo(sample, 'app');
    await field('应用名称').fill('新的名称');
    await field('版本号').focus();
    await page.keyboard.press('Control+z');
    await shown(() => field('应用名称').inputValue()).toBe('样例纪要');
    await shown(() => page.evaluate(() => document.activeElement?.id)).toBe('field-app.name');
    await page.keyboard.press('Control+Shift+z');
    await shown(() => field('应用名称').inputValue()).toBe('新的名称');
    await page.keyboard.press('Control+z');
    await shown(() => field('应用名称').inputValue()).toBe('样例纪要');
  });

  test('while something is being typed Ctrl+Z is the field’s own', async () => {
    await goTo(sample, 'app');
    await field('版本号').fill('2.0.0');
    await field('应用简介').focus();
    await page.keyboard.press('End');
    await page.keyboard.type('甲');
    await page.keyboard.press('Control+z');
    await shown(() => field('应用简介').inputValue()).toBe('把会中要点整理成纪要与待办');
    expect(await field('版本号').inputValue()).toBe('2.0.0');
    await page.keyboard.press('Control+z');
    await shown(() => field('版本号').inputValue()).toBe('1.0.0');
  });

  test('an undo shows the field on the step where it stands', async () => {
    await goTo(sample, 'company');
    await field('公司住所').fill('别的住所');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { level: 1, name: '所需材料' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: '公司信息' }).waitFor();
    await shown(() => page.evaluate(() => document.activeElement?.id)).toBe('field-company.address');
    expect(await field('公司住所').inputValue()).not.toBe('别的住所');
  });

  test('none of them answers while an input method composes', async () => {
    await goTo(sample, 'app');
    await field('应用名称').focus();
    for (const key of ['s', 'z', 'f']) {
      const isHeld = await page.evaluate(
        (pressed) =>
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: pressed,
              ctrlKey: true,
              isComposing: true,
              bubbles: true,
              cancelable: true,
            }),
          ),
        key,
      );
      // True: nobody held the key back.
      expect(isHeld).toBe(true);
    }
    expect(await page.getByText('已全部保存在本机').count()).toBe(0);
  });

  test('Alt with a digit leads from step to step, and the heading has the focus', async () => {
    await goTo(sample, 'category');
    for (const [digit, title] of [
      [3, '公司信息'],
      [7, '检查与确认'],
      [1, '类目与问题'],
    ] as const) {
      await page.keyboard.press(`Alt+${digit}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await shown(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    }
  });

  test('Ctrl+F leads to the search of the page, and is left to the browser where there is none', async () => {
    await goTo(sample, 'requirements');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('营业执照');
    await shown(() => page.getByRole('heading', { level: 3 }).allInnerTexts()).toContain('营业执照');
    expect(await page.getByLabel('查找材料').inputValue()).toBe('营业执照');
    await goTo(sample, 'company');
    const isLeft = await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }),
      ),
    );
    expect(isLeft).toBe(true);
  });

  test('a question mark opens the list of keys, Escape closes it, and the focus goes back', async () => {
    await goTo(sample, 'category');
    const opener = page.getByRole('button', { name: /键盘快捷键/ });
    await opener.focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await shown(() => page.getByRole('dialog').count()).toBe(0);
    await shown(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('the focus stays in the list when a row is deleted by key', async () => {
    await goTo(sample, 'app');
    const remove = page.getByRole('button', { name: /^删除：/ });
    const before = await remove.count();
    expect(before).toBeGreaterThan(1);
    await remove.first().focus();
    await page.keyboard.press('Enter');
    await shown(() => remove.count()).toBe(before - 1);
    await shown(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    expect(await page.evaluate(() => document.activeElement?.closest('#content') !== null)).toBe(true);
    await page.keyboard.press('Control+z');
    await shown(() => remove.count()).toBe(before);
  });
});
