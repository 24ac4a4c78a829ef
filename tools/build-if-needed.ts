import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');

/** What the built program is made from; the rulebook is compiled, other resources are read where they are, fonts are copied by the build. */
const sources = [
  'main',
  'renderer',
  'resources/rulebook',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tools/build.ts',
];

/** What a whole build leaves. */
const products = ['out/main/yinqi.js', 'out/main/command-line.cjs', 'out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/rulebook/tencent-meeting.json', 'out/fonts/NotoSansSC_500Medium.ttf']; // prettier-ignore

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;

/** When something in a file or folder last changed, in milliseconds; 0 for an empty folder, NaN for none. */
export function newestChange(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return Number.NaN;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(facts.mtimeMs, ...inside);
}

/** Whether the built program is missing or older than what it is made from. Times in milliseconds, NaN for missing. */
export function isBuildNeeded(sourceTimes: readonly number[], productTimes: readonly number[]): boolean {
  if (productTimes.some(Number.isNaN)) return true;
  return Math.max(...sourceTimes.filter((time) => !Number.isNaN(time))) > Math.min(...productTimes);
}

/** Builds when the built program is missing or older than its sources; ends the program when the build fails. */
export function buildIfNeeded(): void {
  const sourceTimes = sources.map((path) => newestChange(join(root, path)));
  // The fonts are copied only once: their age says nothing.
  const built = products.map((path) => changedAt(join(root, path)));
  const times = built.map((time, index) =>
    products[index]?.startsWith('out/fonts') === true && time > 0 ? Infinity : time,
  );
  if (!isBuildNeeded(sourceTimes, times)) return;
  process.stderr.write('正在构建 Building…\n');
  const result = spawnSync(process.execPath, [join(root, 'tools', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
