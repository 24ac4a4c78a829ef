import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { mouse, type Hands } from './hands.ts';
import { newFolder } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

/** The steps of a dossier, by the words on their links. */
export const steps = [
  '类目与问题',
  '所需材料',
  '公司信息',
  '应用信息',
  '函件',
  '文件',
  '检查与确认',
  '导出材料包',
] as const;

/** The built app in Chromium, and what a person does with it: everything by the words that are seen. */
export interface Desk {
  /** The page of the test that runs. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly served: ServedYinqi;
  /** Errors of the page and its console; a test fails that leaves one. */
  readonly faults: string[];
  button(name: string | RegExp): Locator;
  goTo(step: (typeof steps)[number], hands?: Hands): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  valueOf(label: string): Promise<string>;
  saved(): Promise<void>;
  /** Hands files to the drop zone of this name. */
  drop(label: string, ...files: readonly string[]): Promise<void>;
  /** Clicks what downloads a file; answers where it is kept. */
  downloadBy(control: Locator, hands?: Hands): Promise<string>;
  /** Axe on the page as it is, and nothing that makes the window scroll sideways. */
  expectUsable(): Promise<void>;
  /** Takes back what the notice at the foot of the window tells of. */
  undo(): Promise<void>;
  openSample(): Promise<void>;
  /** Closes the page as a torn plug does and opens its address anew. */
  tearAway(): Promise<void>;
}

/** Waits, as a person would, until what is shown is what is expected. */
export const shown = <T>(look: () => T, timeout = 60_000) => expect.poll(look, { timeout });

interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  /** A served app of its own for each test, where what a team keeps must not reach the next. */
  readonly anew?: boolean;
}

/** Serves the built app for the tests of a file, a new page for each. */
export function useDesk({ width = 1280, height = 800, anew = false }: DeskOptions = {}): Desk {
  let browser: Browser;
  let served: ServedYinqi;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  const listen = (to: Page): void => {
    // Keeps Chromium's own file dialog away at all times, not only while a test waits for it.
    to.on('filechooser', () => undefined);
    to.on('pageerror', (error) => faults.push(error.message));
    to.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  };
  beforeAll(async () => {
    browser = await launchChromium();
    if (!anew) served = await serveYinqi();
  });
  afterAll(async () => {
    await browser.close();
    if (!anew) await served.stop();
  });
  beforeEach(async () => {
    if (anew) served = await serveYinqi();
    context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    // Other journeys and their servers take their share of the processor.
    page.setDefaultTimeout(90_000);
    faults.length = 0;
    listen(page);
    await page.goto(served.address);
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await context.close();
    if (anew) await served.stop();
  });

  const desk: Desk = {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    get served() {
      return served;
    },
    faults,
    button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
    async goTo(step, hands = mouse) {
      await hands.press(
        page.getByRole('navigation', { name: '案卷的步骤' }).getByRole('link', { name: step }),
      );
      // The first look at signed scans reads every page of them.
      await shown(() => page.getByRole('heading', { level: 1 }).allInnerTexts(), 90_000).toContain(step);
    },
    fill: (label, value) => page.getByLabel(label, { exact: true }).fill(value),
    valueOf: (label) => page.getByLabel(label, { exact: true }).inputValue(),
    saved: () => shown(() => page.getByText('已保存', { exact: true }).count()).toBeGreaterThan(0),
    drop: (label, ...files) => page.getByLabel(label, { exact: true }).setInputFiles([...files]),
    async downloadBy(control, hands = mouse) {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        hands.press(control),
      ]);
      const path = join(newFolder(), download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    async expectUsable() {
      // Transitions that reduced motion does not end at once.
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual(
        [],
      );
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    },
    undo: () => page.getByRole('status').getByRole('button', { name: '撤销', exact: true }).click(),
    async openSample() {
      await desk.button('打开示例案卷').first().click();
      await page.waitForURL(/#\/dossier\//);
    },
    async tearAway() {
      const address = page.url();
      await page.close({ runBeforeUnload: false });
      page = await context.newPage();
      listen(page);
      await page.goto(address);
    },
  };
  return desk;
}
