import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { expect, test } from 'vitest';
import { hasDisplay } from '../../tools/choose-host.ts';
import { findElectron } from '../../tools/electron-runtime.ts';

const root = join(import.meta.dirname, '..', '..');
const electron = findElectron();
const whyNot =
  electron === undefined
    ? 'Electron’s runtime is not installed'
    : hasDisplay(process.platform, process.env)
      ? null
      : 'there is no display';

if (whyNot !== null) process.stdout.write(`Not run here: the Electron journey (${whyNot})\n`);

test.skipIf(whyNot !== null)('the desktop window opens, is locked down, and keeps a dossier', async () => {
  const data = mkdtempSync(join(tmpdir(), 'yinqi-electron-'));
  // Chromium's own sandbox refuses root, as it does in containers.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    ...(electron === undefined ? {} : { executablePath: electron }),
    args: [...(isRoot ? ['--no-sandbox'] : []), root],
    env: { ...process.env, YINQI_DATA: data } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    expect(page.url()).toMatch(/^yinqi:\/\/app\//);
    expect(await page.title()).toContain('印齐');

    // The page has the bridge and nothing of Node or Electron; the network is not there.
    const world = await page.evaluate(async () => ({
      bridge: (globalThis as { yinqi?: { kind?: string } }).yinqi?.kind,
      node: typeof (globalThis as { process?: unknown }).process,
      require: typeof (globalThis as { require?: unknown }).require,
      network: await fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    }));
    expect(world).toEqual({
      bridge: 'electron',
      node: 'undefined',
      require: 'undefined',
      network: 'refused',
    });

    const created = await page.evaluate(async () => {
      interface Bridge {
        call(
          name: string,
          input: unknown,
          language: string,
          onProgress: () => void,
        ): { result: Promise<unknown> };
      }
      // Safe: what the preload exposes, checked above.
      const { yinqi } = globalThis as unknown as { yinqi: Bridge };
      const ask = (name: string, input: unknown) => yinqi.call(name, input, 'zh', () => undefined).result;
      return {
        sample: await ask('dossiers.createSample', {}),
        list: await ask('dossiers.list', {}),
        nothing: await ask('dossiers.open', { dossier: 'none' }),
      };
    });
    expect(created.sample).toMatchObject({ ok: true, value: { document: { app: { name: '样例纪要' } } } });
    expect(created.list).toMatchObject({ ok: true, value: { dossiers: [{ title: '样例纪要' }] } });
    expect(created.nothing).toMatchObject({ ok: false, failure: { hint: expect.any(String) as string } });
    expect(existsSync(join(data, 'yinqi.sqlite'))).toBe(true);
    expect(readFileSync(join(data, 'yinqi.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
  } finally {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  }
});
