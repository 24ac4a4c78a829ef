import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isBuildNeeded, newestChange } from '../../tools/build-if-needed.ts';
import { chooseHost, hasDisplay } from '../../tools/choose-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('which host is started', () => {
  const facts = {
    isBrowserWanted: false,
    platform: 'linux',
    env: { DISPLAY: ':0' },
    isRuntimeInstalled: true,
  };

  test('the desktop window where runtime and display are there', () => {
    expect(chooseHost(facts)).toEqual({ host: 'desktop' });
    expect(chooseHost({ ...facts, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ host: 'desktop' });
    expect(chooseHost({ ...facts, platform: 'win32', env: {} })).toEqual({ host: 'desktop' });
    expect(chooseHost({ ...facts, platform: 'darwin', env: {} })).toEqual({ host: 'desktop' });
  });

  test('without the runtime it is fetched first', () => {
    expect(chooseHost({ ...facts, isRuntimeInstalled: false })).toEqual({ host: 'download-then-desktop' });
  });

  test('without a display the browser, saying why in one line, and nothing is fetched', () => {
    for (const isRuntimeInstalled of [true, false]) {
      const choice = chooseHost({ ...facts, env: { DISPLAY: '' }, isRuntimeInstalled });
      expect(choice.host).toBe('browser');
      expect('reason' in choice && choice.reason).toMatch(/^没有图形界面[^\n]+$/);
    }
  });

  test('the browser when it is asked for, without a reason to give', () => {
    expect(chooseHost({ ...facts, isBrowserWanted: true })).toEqual({ host: 'browser', reason: null });
  });

  test('a display is a display server on Linux, and always there elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('freebsd', { DISPLAY: ':1' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });
});

describe('whether to build first', () => {
  test('when something is missing or a source is newer than the oldest product', () => {
    expect(isBuildNeeded([10, 20], [21, 30])).toBe(false);
    expect(isBuildNeeded([10, 22], [21, 30])).toBe(true);
    expect(isBuildNeeded([10], [Number.NaN, 30])).toBe(true);
    expect(isBuildNeeded([10, Number.NaN], [21])).toBe(false);
  });

  test('a change anywhere in a folder counts, and so does a file that was taken away', () => {
    const deep = join(folder, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'c.ts'), '');
    utimesSync(join(deep, 'c.ts'), 1000, 2000);
    for (const path of [deep, join(folder, 'a')]) utimesSync(path, 1000, 1500);
    expect(newestChange(join(folder, 'a'))).toBe(2_000_000);
    rmSync(join(deep, 'c.ts'));
    expect(newestChange(join(folder, 'a'))).toBeGreaterThan(2_000_000);
    expect(newestChange(join(folder, 'none'))).toBeNaN();
  });
});
