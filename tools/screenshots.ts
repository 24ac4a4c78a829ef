import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright';
import { buildIfNeeded } from './build-if-needed.ts';
import { launchChromium } from './launch-chromium.ts';

/** Step pages of the sample dossier, by their place in the address. */
const steps = ['category', 'requirements', 'company', 'app', 'letters', 'files', 'review', 'bundle'] as const;

const root = join(import.meta.dirname, '..');
const folder = join(root, process.argv[2] ?? join('out', 'screenshots'));

/** Starts the browser host over an empty data folder and answers its address. */
function serve(dataFolder: string): Promise<{ readonly address: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/yinqi.js'), 'serve', '--port', '0', '--today', '2026-11-22'],
    {
      env: { ...process.env, YINQI_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((found, failed) => {
    child.stdout.on('data', (piece: Buffer) => {
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(piece.toString('utf8'));
      if (match !== null) found({ address: match[0], stop: () => child.kill() });
    });
    child.once('exit', (code) => failed(new Error(`yinqi serve ended with ${code}`)));
  });
}

/** Waits until nothing moves: no word of work under way, no request, thumbnails and fonts there. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.waitForFunction(
    () => !/正在(检查|对照|识别|打开|核对|准备|查看|计算|生成)/.test(document.body.innerText),
  );
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button.file-thumbnail')].every(
      (button) => button.querySelector('img')?.complete === true,
    ),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
}

async function shoot(page: Page, name: string): Promise<void> {
  await settle(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}

buildIfNeeded();
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'yinqi-screenshots-'));
const served = await serve(data);
const browser = await launchChromium();
for (const [size, width, height] of [
  ['', 1280, 800],
  ['-narrow', 1024, 700],
] as const) {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  await page.goto(served.address);
  await shoot(page, `home${size === '' ? '-empty' : size}`);
  await page.getByRole('button', { name: '打开示例案卷' }).first().click();
  await page.waitForURL(/#\/dossier\//);
  await settle(page);
  const dossier = /#\/dossier\/([^/]+)/.exec(page.url())?.[1] ?? '';
  for (const step of steps) {
    await page.goto(new URL(`#/dossier/${dossier}/${step}`, page.url()).href);
    await shoot(page, `${step}${size}`);
  }
  await page.close();
}
await browser.close();
served.stop();
rmSync(data, { recursive: true, force: true });
