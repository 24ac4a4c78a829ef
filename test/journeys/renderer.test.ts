import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyPage } from './page-addresses.ts';
import { newFolder, sampleFolder } from './run-yinqi.ts';
import { shown, steps, useDesk } from './use-desk.ts';

const desk = useDesk();
const { goTo, fill, drop } = desk;
const sample = (path: string): string => join(sampleFolder, path);

describe('the sample dossier', () => {
  beforeEach(async () => {
    await desk.openSample();
  });

  test.each(['中文', 'English'])('axe finds no violation on any page in %s', async (language) => {
    if (language === 'English') await desk.page.getByText('English', { exact: true }).click();
    const [, dossier = ''] = /#\/dossier\/([^/]+)/.exec(desk.page.url()) ?? [];
    const pages = await everyPage(desk.served, decodeURIComponent(dossier));
    expect(pages.size).toBe(steps.length + 10);
    for (const address of pages.values()) {
      await desk.page.goto(new URL(address, desk.page.url()).href);
      await desk.page.getByRole('heading', { level: 1 }).waitFor();
      await desk.page.waitForLoadState('networkidle');
      await desk.expectUsable();
    }
  });

  test('what is typed is there after the page is torn away in mid-word', async () => {
    await goTo('应用信息');
    await fill('应用简介', '刚刚改过的简介');
    await desk.tearAway();
    await shown(() => desk.valueOf('应用简介')).toBe('刚刚改过的简介');
  });

  test('a wrong file is told at its place, measured against what was wanted', async () => {
    await goTo('文件');
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const fake = join(folder, '看起来像图标.png');
    writeFileSync(fake, '这不是图片');
    await drop('换一个文件：应用 LOGO', fake);
    await shown(() => desk.page.getByText(/看起来像图标/).count()).toBeGreaterThan(0);
    await drop('换一个文件：应用 LOGO', sample('assets/desktop-1.png'));
    await shown(() => desk.page.getByText(/1920×1080.*128×128|128×128.*1920×1080/).count()).toBeGreaterThan(
      0,
    );
    const empty = join(folder, '空.png');
    writeFileSync(empty, '');
    await drop('换一个文件：应用 LOGO', empty);
    await shown(() => desk.page.getByText(/没有导入/).count()).toBeGreaterThan(0);
  });

  test('the page speaks to nobody but its own host', async () => {
    const elsewhere: string[] = [];
    desk.page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:')
        elsewhere.push(request.url());
    });
    for (const step of steps) await goTo(step);
    expect(elsewhere).toEqual([]);
  });
});

test('a page opened by its address stands there at once, with no waiting text before it', async () => {
  const page = await desk.page.context().newPage();
  // Every text that was ever drawn in the page, before its own program runs.
  await page.addInitScript(() => {
    const drawn: string[] = [];
    Object.assign(window, { drawn });
    new MutationObserver(() => drawn.push(document.body?.innerText ?? '')).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  for (const address of ['/', '/#/data', '/#/templates']) {
    await page.goto('about:blank');
    await page.goto(new URL(address, desk.page.url()).href);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // Safe: the script above put it there.
    const drawn = await page.evaluate(() => (window as unknown as { readonly drawn: string[] }).drawn);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((text) => text.includes('正在打开…'))).toEqual([]);
  }
  await page.close();
});

test('every Chinese character is shown, also where the computer has no Chinese face', async () => {
  await shown(() => desk.page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await desk.page.evaluate(() => document.fonts.ready.then(() => undefined));
  // A character stands in a square; the box that stands for a missing one is narrower.
  const narrow = () =>
    desk.page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const text = node.textContent ?? '';
        const range = document.createRange();
        range.selectNodeContents(node);
        const widthPx = [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0);
        const sizePx = Number.parseFloat(getComputedStyle(node.parentElement ?? document.body).fontSize);
        const isShown = widthPx > 0 && /^[\u4E00-\u9FFF]{2,}$/u.test(text);
        if (isShown && widthPx < 0.95 * sizePx * text.length) found.push(text);
      }
      return found;
    });
  await shown(narrow, 5000).toEqual([]);
  await desk.openSample();
  for (const step of steps) {
    await goTo(step);
    await shown(narrow, 5000).toEqual([]);
  }
});

test('the built start page is light: at most 350 KB compressed', async () => {
  const { gzipSync } = await import('node:zlib');
  const loaded = new Set<string>();
  desk.page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.add(new URL(response.url()).pathname);
  });
  await desk.page.reload();
  await desk.page.waitForLoadState('networkidle');
  const assets = [...loaded].map((path) => readFileSync(join(sampleFolder, '../../out/renderer', path)));
  expect(assets.length).toBeGreaterThan(0);
  expect(assets.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(350_000);
});
