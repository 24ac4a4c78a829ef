import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright';
import type { MethodOutput } from '../main/contract/api.ts';
import type { OpenDossierData } from '../main/contract/open-dossier.ts';
import { launchChromium } from '../tools/launch-chromium.ts';
import { serveBuilt } from '../tools/serve-built.ts';
import { enlargingEdits } from './desk/largest-dossier.ts';
import { callFrom, keysToPaint, middle, scrollBy } from './desk/measured-page.ts';
import { seedDossiers } from './desk/seed-dossiers.ts';

// The desk in the hand: the built app in Chromium on a warm server with thousands of dossiers. Run `npm run build` first.
const root = join(import.meta.dirname, '..');
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const count = Number(process.env['BENCH_DOSSIERS'] ?? 5000);
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
const dataFolder = join(scratch, 'data');
const viewport = { width: 1280, height: 800 };

const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** One line of the table: against its target, and how often its floor it takes. */
function line(title: string, ms: number, targetMs: number | null, floorMs: number | null): void {
  const target = targetMs === null ? '' : `${ms <= targetMs ? 'within' : 'OVER'} ${targetMs} ms`;
  const ratio = floorMs === null || floorMs <= 0 ? '' : `${(ms / floorMs).toFixed(1)} × the floor`;
  say(`${title.padEnd(58)}${ms.toFixed(1).padStart(9)} ms  ${target.padEnd(16)}${ratio}`);
}

/** From the address to the first of `selector` drawn, in a browser that has nothing cached. */
async function firstPaint(
  browser: Browser,
  sign: string,
  address: string,
  selector: string,
): Promise<number> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The token becomes a cookie before the clock runs.
  await page.goto(sign, { waitUntil: 'commit' });
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector(selector);
  const ms = performance.now() - start;
  await context.close();
  return ms;
}

async function repeat(run: () => Promise<number>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await run());
  return middle(times);
}

async function paintAndList(browser: Browser, sign: string): Promise<void> {
  const { origin } = new URL(sign);
  const asset = readdirSync(join(root, 'out/renderer/assets')).find((name) => name.endsWith('.svg'));
  if (asset === undefined) throw new Error('the build holds no picture to serve as an empty page');
  const floor = await repeat(() => firstPaint(browser, sign, `${origin}/assets/${asset}`, 'svg'));
  line('floor: an empty page of the same server', floor, null, null);
  line(
    'first useful paint: the heading and its actions',
    await repeat(() => firstPaint(browser, sign, `${origin}/`, 'h1')),
    1000,
    floor,
  );
  line(
    `first useful paint: cards of ${count} dossiers`,
    await repeat(() => firstPaint(browser, sign, `${origin}/`, '.dossier-card')),
    1000,
    floor,
  );
}

async function scrollAndSearch(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(
    '<input autofocus><div style="height: 400000px; background: linear-gradient(red, blue)"></div>',
  );
  await page.locator('input').focus();
  const keyFloor = middle(await keysToPaint(page, [...'abcdefghij']));
  const bare = await scrollBy(page, 120, 300);
  await page.goto(address);
  await page.waitForSelector('.dossier-card');
  await page.waitForTimeout(500);
  for (const [title, px] of [
    ['scroll the list, 120 px a frame', 120],
    ['fling through the list, 1,500 px a frame', 1500],
  ] as const) {
    const seen = await scrollBy(page, px, 300);
    const verdict = seen.slowFrames <= bare.slowFrames ? 'within' : 'OVER';
    say(
      `${title.padEnd(58)}${String(seen.slowFrames).padStart(9)} of 300 frames over 50 ms (${verdict}; an empty page ${bare.slowFrames}); ` +
        `longest ${seen.longestFrameMs.toFixed(0)} ms; ${seen.longTasks} long tasks, longest ${seen.longestTaskMs.toFixed(0)} ms (empty: ${bare.longTasks})`,
    );
    await page.evaluate(() => window.scrollTo(0, 0));
  }
  await page.getByRole('searchbox').focus();
  const keys = await keysToPaint(page, [
    ...'4999',
    'Backspace',
    'Backspace',
    'Backspace',
    'Backspace',
    '1',
    '2',
  ]);
  line('floor: a keystroke on an empty page to its paint', keyFloor, null, null);
  line(`a keystroke of the search in ${count} dossiers to its paint`, middle(keys), 50, keyFloor);
  line('the slowest of ten such keystrokes', Math.max(...keys), 50, keyFloor);
}

async function largestDossier(page: Page): Promise<void> {
  const made = await callFrom<OpenDossierData>(page, 'dossiers.createSample', {});
  const { platforms } = (await callFrom<MethodOutput<'rulebook.platforms'>>(page, 'rulebook.platforms', {}))
    .result;
  const platform = platforms.find((one) => one.id === made.result.document.platform);
  const categories = (platform?.categories ?? []).map(({ id }) => id);
  const { dossier } = made.result;
  let { revision } = (
    await callFrom<OpenDossierData>(page, 'dossiers.edit', {
      dossier,
      baseRevision: made.result.revision,
      edits: enlargingEdits(categories),
    })
  ).result;
  const edit = async (path: readonly string[], value: string): Promise<number> => {
    const saved = await callFrom<OpenDossierData>(page, 'dossiers.edit', {
      dossier,
      baseRevision: revision,
      edits: [{ path, value }],
    });
    ({ revision } = saved.result);
    return saved.ms;
  };
  // Files are looked at once; then the server is warm.
  await callFrom(page, 'review.check', { dossier });
  const echo = await repeat(async () => (await callFrom(page, 'app.about', {})).ms);
  line('floor: a method that only answers', echo, null, null);
  let round = 0;
  const saves: number[] = [];
  const judged = await repeat(async () => {
    round += 1;
    saves.push(await edit(['app', 'version'], `1.0.${round}`));
    return (await callFrom(page, 'review.check', { dossier })).ms;
  });
  line('largest dossier: an edit saved', middle(saves), null, echo);
  line('largest dossier: judged anew', judged, null, echo);
  line('largest dossier: a keystroke to its validation', middle(saves) + judged, 50, echo);
  await page.goto(new URL(`/#/dossier/${dossier}/app`, page.url()).href);
  const field = page.getByLabel('版本号', { exact: true });
  await field.click();
  await page.waitForTimeout(1500);
  line(
    'largest dossier: a keystroke to its letter on the screen',
    middle(await keysToPaint(page, [...'2345678'])),
    50,
    null,
  );
  const seen: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    await field.fill('1.0.0');
    await field.blur();
    await page.locator('[id="field-app.version"][aria-invalid]').waitFor({ state: 'detached' });
    await page.waitForTimeout(1500);
    await field.fill('最新版');
    const start = performance.now();
    await field.blur();
    await page
      .getByText(/最新版/)
      .first()
      .waitFor();
    seen.push(performance.now() - start);
  }
  line('… from leaving the field to its finding, pauses included', middle(seen), null, null);
  const preview = await repeat(async () => {
    round += 1;
    await edit(['company', 'address'], `广东省深圳市样例区样例路 ${round} 号`);
    return (
      await callFrom(page, 'letters.preview', { dossier, letter: 'authorisation-letter', page: 0, dpi: 110 })
    ).ms;
  });
  line('the preview of a changed letter', preview, 300, echo);
}

say(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; ${count} dossiers; medians of ${rounds}`);
await seedDossiers(dataFolder, scratch, count);
const server = await serveBuilt(dataFolder);
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  await page.goto(server.address);
  await page.waitForSelector('.dossier-card');
  await paintAndList(browser, server.address);
  const listed = await repeat(async () => (await callFrom(page, 'dossiers.list', {})).ms);
  const about = await repeat(async () => (await callFrom(page, 'app.about', {})).ms);
  line(`the list of ${count} dossiers, called and parsed`, listed, null, about);
  await scrollAndSearch(page, new URL('/', server.address).href);
  await largestDossier(page);
} finally {
  await browser.close();
  server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
