import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright';
import { buildIfNeeded } from './build-if-needed.ts';
import { launchChromium } from './launch-chromium.ts';
import { serveBuilt } from './serve-built.ts';

/** Step pages of a dossier, by their place in the address. */
const steps = ['category', 'requirements', 'company', 'app', 'letters', 'files', 'review', 'bundle'] as const;
/** Pages beside them. */
const others = [
  ['home', '#/'],
  ['companies', '#/companies'],
  ['templates', '#/templates'],
  ['clause', '#/clauses/authorisation-period'],
  ['data', '#/data'],
] as const;

/** A way to look at every page: the dossier that is open, and how the window is. */
interface Scene {
  readonly name: string;
  readonly dossier: 'sample' | 'empty' | 'faulty' | 'long';
  readonly language?: 'en';
  readonly appearance?: 'dark' | 'contrast';
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly forcedColors?: true;
}

const scenes: readonly Scene[] = [
  { name: 'zh', dossier: 'sample' },
  { name: 'en', dossier: 'sample', language: 'en' },
  { name: 'dark', dossier: 'sample', appearance: 'dark' },
  { name: 'contrast', dossier: 'sample', appearance: 'contrast' },
  { name: 'forced', dossier: 'sample', forcedColors: true },
  { name: 'narrow', dossier: 'sample', widthPx: 1024, heightPx: 700 },
  { name: 'zoomed', dossier: 'sample', widthPx: 640, heightPx: 400 },
  { name: 'empty', dossier: 'empty' },
  { name: 'error', dossier: 'faulty' },
  { name: 'long', dossier: 'long' },
];

const root = join(import.meta.dirname, '..');
/** `npm run screenshots -- [FOLDER] [SCENE…]`: every page in every scene, or in those that are named. */
const [folderName = join('out', 'screenshots'), ...wanted] = process.argv.slice(2);
const folder = resolve(root, folderName);

/** Waits until nothing moves: no word of work under way, no request, thumbnails and fonts there. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.waitForFunction(
    () =>
      !/正在(检查|对照|识别|打开|核对|准备|查看|计算|生成|读取|查找)|(Checking|Opening|Reading)…/.test(
        document.body.innerText,
      ),
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

/** Calls the served app as a script would. */
async function call(address: URL, name: string, input: object): Promise<Opened> {
  const response = await fetch(new URL('/api/call', address), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${address.searchParams.get('token')}`,
      Origin: address.origin,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ name, input, language: 'zh' }),
  });
  const last = (await response.text()).trim().split('\n').at(-1) ?? '';
  // Safe: every method whose answer is looked at here answers with the dossier.
  const reply = JSON.parse(last) as { readonly result?: Opened };
  if (reply.result === undefined) throw new Error(`${name}: ${last}`);
  return reply.result;
}

interface Opened {
  readonly dossier: string;
  readonly revision: number;
}

type Edit = readonly [path: readonly string[], value: unknown];

const longName = '很长很长的名称'.repeat(12);
/** Three hundred parties whose codes do not verify. */
const manyParties = Array.from({ length: 300 }, (_, place) => ({
  role: 'licensor',
  kind: 'company',
  name: `${longName}${place}有限公司`,
  identifier: '91440300MA5YANGL1X',
}));

/** Makes the dossiers of all scenes; answers their ids. */
async function makeDossiers(address: URL): Promise<Readonly<Record<Scene['dossier'], string>>> {
  const sampleWith = async (edits: readonly Edit[]): Promise<string> => {
    const { dossier, revision } = await call(address, 'dossiers.createSample', {});
    if (edits.length === 0) return dossier;
    await call(address, 'dossiers.edit', {
      dossier,
      baseRevision: revision,
      edits: edits.map(([path, value]) => ({ path, value })),
    });
    return dossier;
  };
  const { dossier: empty } = await call(address, 'dossiers.create', {
    platform: 'tencent-meeting',
    track: 'listing',
    categories: [],
  });
  const dossiers = {
    empty,
    long: await sampleWith([
      [['app', 'name'], longName],
      [['company', 'name'], `${longName}有限公司`],
      [['parties'], manyParties],
      [['facts', 'software-copyright-holder'], 'company'],
    ]),
    faulty: await sampleWith([
      [['app', 'name'], '微信第一会议软件旗舰版免费下载'],
      [['app', 'intro'], '把会中要点整理成纪要与待办事项并且自动发送给每一个人'],
      [['company', 'uscc'], '91440300MA5YANGL1X'],
      [['documents', 'business-licence'], null],
      [['attestations'], null],
      [['facts', 'networked'], null],
    ]),
    sample: await sampleWith([]),
  };
  // The cards of the home page say what was found last.
  for (const dossier of Object.values(dossiers)) await call(address, 'review.check', { dossier });
  return dossiers;
}

/** Opens the page of a scene, in its language and appearance. */
async function openScene(browser: Browser, scene: Scene, address: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: scene.widthPx ?? 1280, height: scene.heightPx ?? 800 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...(scene.forcedColors === true ? { forcedColors: 'active' as const } : {}),
  });
  // A first look at a dossier decodes all its scans.
  page.setDefaultTimeout(180_000);
  await page.goto(address);
  if (scene.language === 'en') await page.getByRole('button', { name: 'English' }).click();
  if (scene.appearance !== undefined)
    await page.getByRole('combobox', { name: /^(外观|Appearance)/ }).selectOption(scene.appearance);
  return page;
}

buildIfNeeded();
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'yinqi-screenshots-'));
const served = await serveBuilt(data);
const browser = await launchChromium();
try {
  const first = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await first.goto(served.address);
  await shoot(first, 'empty-first-time');
  await first.close();
  const dossiers = await makeDossiers(new URL(served.address));
  for (const scene of scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const page = await openScene(browser, scene, served.address);
    const places = [
      ...others,
      ...steps.map((step) => [step, `#/dossier/${dossiers[scene.dossier]}/${step}`] as const),
    ];
    for (const [name, hash] of places) {
      await page.goto(new URL(hash, served.address).href);
      await shoot(page, `${scene.name}-${name}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  served.stop();
  rmSync(data, { recursive: true, force: true });
}
