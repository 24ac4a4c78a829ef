import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { createSqliteStore } from '../main/adapters/sqlite/sqlite-store.ts';
import { launchChromium } from '../tools/launch-chromium.ts';
import { serveBuilt } from '../tools/serve-built.ts';
import { callFrom, middle } from './desk/measured-page.ts';

// A folder of 500 mixed files in the app: how soon progress shows, whether the window or the server is held up, how soon a check that is
// stopped has ended, and what it takes of both cores and of memory. Run `npm run build` first.
const root = join(import.meta.dirname, '..');
const counts = { previews: 130, scans: 200, pdfs: 90, texts: 80 };
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
const dataFolder = join(scratch, 'data');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const sample = join(root, 'resources', 'sample');
const asset = (name: string): Buffer => readFileSync(join(sample, name));

/** A picture like another one, a little of its edge cut off: `index` says how much on which side. */
async function variantOf(bytes: Buffer, index: number, type: 'png' | 'jpeg'): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const [left, top] = [index % 16, Math.floor(index / 16) % 16];
  const cut = sharp(bytes)
    .extract({ left, top, width: width - 16, height: height - 16 })
    .resize(width, height);
  return type === 'png' ? cut.png({ compressionLevel: 4 }).toBuffer() : cut.jpeg({ quality: 85 }).toBuffer();
}

async function scannedPdf(jpeg: Buffer): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

/** The sample with hundreds of files more, most of them in its fields. */
async function makeFolder(): Promise<string> {
  const folder = join(scratch, '案卷');
  cpSync(sample, folder, { recursive: true });
  const lists: Record<'desktop' | 'scans' | 'pdfs', string[]> = { desktop: [], scans: [], pdfs: [] };
  const put = (path: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, path), bytes);
    return path;
  };
  const screen = asset('assets/desktop-1.png');
  for (let index = 0; index < counts.previews; index += 1) {
    const type = index % 2 === 0 ? 'png' : 'jpeg';
    lists.desktop.push(
      put(`assets/截图 ${index}.${type === 'png' ? 'png' : 'jpg'}`, await variantOf(screen, index, type)),
    );
  }
  const scans = ['business-licence', 'icp-filing', 'software-copyright-certificate'].map((name) =>
    asset(`papers/${name}.jpg`),
  );
  for (let index = 0; index < counts.scans + counts.pdfs; index += 1) {
    const jpeg = await variantOf(scans[index % scans.length] ?? screen, index, 'jpeg');
    if (index < counts.scans) lists.scans.push(put(`papers/扫描 ${index}.jpg`, jpeg));
    else lists.pdfs.push(put(`papers/扫描 ${index}.pdf`, await scannedPdf(jpeg)));
  }
  for (let index = 0; index < counts.texts; index += 1) {
    put(
      `texts/旁注 ${index}.${index % 2 === 0 ? 'txt' : 'html'}`,
      `第 ${index} 份：会议里记下的事。\n`.repeat(200),
    );
  }
  const file = join(folder, 'dossier.yaml');
  const yaml = readFileSync(file, 'utf8');
  const more = (paths: readonly string[]): string => paths.map((path) => `, ${path}`).join('');
  const named = yaml
    .replace('assets/desktop-2.png]', `assets/desktop-2.png${more(lists.desktop)}]`)
    .replace('papers/business-licence.jpg', `[papers/business-licence.jpg${more(lists.scans)}]`)
    .replace('papers/icp-filing-proof.png', `[papers/icp-filing-proof.png${more(lists.pdfs)}]`);
  if (named.length < yaml.length + 3000)
    throw new Error('the sample no longer has the fields that are filled here');
  writeFileSync(file, named);
  return folder;
}

/** Seconds of processor time that a process has used. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const peakMb = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;

/** Notes the page's long tasks and the time between its frames from now on. */
const watchPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { longestTaskMs: 0, longestFrameMs: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const frame = (now: number): void => {
      seen.longestFrameMs = Math.max(seen.longestFrameMs, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
const seenBy = (page: Page): Promise<{ longestTaskMs: number; longestFrameMs: number }> =>
  // Safe: the script above put it there.
  page.evaluate(
    () => (window as unknown as { seen: { longestTaskMs: number; longestFrameMs: number } }).seen,
  );

const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
say(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; making ${all} files`);
const folder = await makeFolder();
const store = createSqliteStore({ dataFolder, newId: () => 'mixed', now: () => '2026-11-22T00:00:00Z' });
const { ref } = await store.importFolder({ absolutePath: folder, name: '案卷' });
store.close();
const server = await serveBuilt(dataFolder);
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await page.goto(server.address);
  const about = await browser.newPage();
  await about.goto(server.address);
  await watchPage(page);
  const answers: number[] = [];
  const asking = setInterval(() => {
    void callFrom(about, 'app.about', {}).then(
      ({ ms }) => answers.push(ms),
      () => undefined,
    );
  }, 100);

  const opened = performance.now();
  await page.evaluate((hash) => (location.hash = hash), `#/dossier/${ref}/files`);
  const bar = page.getByRole('progressbar').first();
  await bar.waitFor();
  say(`progress shows after ${(performance.now() - opened).toFixed(0)} ms`);
  await page.waitForTimeout(3000);
  const stopped = performance.now();
  await page.getByRole('button', { name: '取消' }).first().click();
  await page.getByText('检查已停止').waitFor();
  say(`stopped ${(performance.now() - stopped).toFixed(0)} ms after it was asked`);
  await page.waitForTimeout(500);
  const before = cpuSeconds(server.pid);
  await page.waitForTimeout(2000);
  say(`processor time of the server in the 2 s after it: ${(cpuSeconds(server.pid) - before).toFixed(2)} s`);

  const [cpuAtStart, start] = [cpuSeconds(server.pid), performance.now()];
  await page.getByRole('button', { name: '继续检查' }).click();
  await bar.waitFor();
  await bar.waitFor({ state: 'detached', timeout: 600_000 });
  await callFrom(about, 'review.check', { dossier: ref });
  const seconds = (performance.now() - start) / 1000;
  const used = cpuSeconds(server.pid) - cpuAtStart;
  say(
    `the rest was looked at and judged in ${seconds.toFixed(1)} s, ${used.toFixed(1)} s of processor time: ${(used / seconds).toFixed(2)} cores`,
  );
  const again: number[] = [];
  for (let round = 0; round < 9; round += 1)
    again.push((await callFrom(about, 'review.check', { dossier: ref })).ms);
  say(
    `judged again, nothing changed: ${middle(again).toFixed(0)} ms, at first ${(again[0] ?? Number.NaN).toFixed(0)}`,
  );
  clearInterval(asking);
  const { longestTaskMs, longestFrameMs } = await seenBy(page);
  say(
    `window: longest task ${longestTaskMs.toFixed(0)} ms, longest time between two frames ${longestFrameMs.toFixed(0)} ms`,
  );
  say(
    `server: ${answers.length} calls that only answer, middle ${middle(answers).toFixed(0)} ms, slowest ${Math.max(...answers).toFixed(0)} ms`,
  );
  say(`memory of the server at its most: ${peakMb(server.pid).toFixed(0)} MB (target 400)`);
} finally {
  await browser.close();
  server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
