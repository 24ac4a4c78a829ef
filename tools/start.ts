import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build-if-needed.ts';
import { chooseHost, noRuntime, windowFailed } from './choose-host.ts';
import { downloadElectron, findElectron } from './electron-runtime.ts';

const root = join(import.meta.dirname, '..');

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Passes signals on to the host and waits until it ends. */
function untilEnd(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The terminal sends Ctrl+C to both: it is only kept from ending this process first.
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done({ code, signal }));
  });
}

async function startBrowser(reason: string | null): Promise<number> {
  if (reason !== null) say(reason);
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'yinqi.js'), 'serve', '--open'], {
    stdio: 'inherit',
  });
  const { code } = await untilEnd(child);
  return code ?? 0;
}

async function startDesktop(program: string): Promise<number> {
  const startedAt = performance.now();
  // Chromium's own sandbox refuses root, as it does in containers; the window's renderer stays without Node either way.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { code, signal } = await untilEnd(
    spawn(program, [...(isRoot ? ['--no-sandbox'] : []), root], { stdio: 'inherit' }),
  ).catch((error: unknown) => ({
    code: null,
    signal: error instanceof Error ? error.message : String(error),
  }));
  if (code === 0 || code === 130 || signal === 'SIGINT' || signal === 'SIGTERM') return 0;
  // A window that was used for a while and then fell over is not helped by opening another.
  if (performance.now() - startedAt > 20_000) return code ?? 1;
  return startBrowser(windowFailed(signal ?? `退出码 ${code}`));
}

const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } });
buildIfNeeded();
const installed = findElectron();
const choice = chooseHost({
  isBrowserWanted: values.browser,
  platform: process.platform,
  env: process.env,
  isRuntimeInstalled: installed !== undefined,
});
switch (choice.host) {
  case 'browser':
    process.exitCode = await startBrowser(choice.reason);
    break;
  case 'desktop':
  case 'download-then-desktop': {
    if (installed === undefined) say('正在下载桌面运行环境 Electron… (downloading Electron’s runtime)');
    const program = installed ?? downloadElectron();
    process.exitCode = program === undefined ? await startBrowser(noRuntime) : await startDesktop(program);
  }
}
