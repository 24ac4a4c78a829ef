import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { createClock } from '../../main/hosts/clock.ts';
import { isCurrentNode } from '../../main/hosts/cli/current-node.ts';
import { dataFolderFor } from '../../main/hosts/data-folder.ts';
import { browserCommand } from '../../main/hosts/http/open-browser.ts';
import { locateInstall } from '../../main/hosts/install.ts';
import { newId } from '../../main/hosts/new-id.ts';
import { createScratch } from '../../main/hosts/scratch.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yinqi-install-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('where data lives', () => {
  const at = (platform: string, env: Record<string, string>, homeFolder: string): string =>
    dataFolderFor({ platform, env, homeFolder });

  test.each([
    [
      'win32',
      { APPDATA: 'C:\\Users\\李\\AppData\\Roaming' },
      'C:\\Users\\李',
      'C:\\Users\\李\\AppData\\Roaming\\Yinqi',
    ],
    ['win32', {}, 'C:\\Users\\李', 'C:\\Users\\李\\AppData\\Roaming\\Yinqi'],
    ['darwin', {}, '/Users/li', '/Users/li/Library/Application Support/Yinqi'],
    ['linux', {}, '/home/li', '/home/li/.local/share/yinqi'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/li', '/data/yinqi'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/li', '/home/li/.local/share/yinqi'],
    ['linux', { YINQI_DATA: '/elsewhere/印齐', XDG_DATA_HOME: '/data' }, '/home/li', '/elsewhere/印齐'],
    ['linux', { YINQI_DATA: ' ' }, '/home/li', '/home/li/.local/share/yinqi'],
  ] as const)('on %s with %j', (platform, env, home, wanted) => {
    expect(at(platform, env, home)).toBe(wanted);
  });
});

test('a fixed day stands still at midnight UTC; the real one is local', () => {
  expect(createClock('2026-02-28').today()).toBe('2026-02-28');
  expect(createClock('2026-02-28').now()).toBe('2026-02-28T00:00:00.000Z');
  const clock = createClock();
  expect(clock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const now = clock.now();
  expect(new Date(now).toISOString()).toBe(now);
});

test('ids are 20 lower-case letters and digits and do not repeat', () => {
  const ids = Array.from({ length: 500 }, newId);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{20}$/);
  expect(new Set(ids).size).toBe(500);
  expect(new Set(ids.join('')).size).toBe(36);
});

test('a scratch folder is this user’s alone and goes away with what is in it', () => {
  const scratch = createScratch();
  expect(statSync(scratch.folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(scratch.folder, 'a'), 'a');
  scratch.remove();
  scratch.remove();
  expect(statSync(scratch.folder, { throwIfNoEntry: false })).toBeUndefined();
});

test('a scratch folder that a killed program left goes at the next start', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const left = createScratch();
  const orphan = left.folder.replace(`x${process.pid}-`, `x${pid}-`);
  expect(orphan).not.toBe(left.folder);
  renameSync(left.folder, orphan);
  writeFileSync(join(orphan, '身份证.jpg'), 'a paper');
  const living = createScratch();
  const next = createScratch();
  expect(existsSync(orphan)).toBe(false);
  expect(existsSync(living.folder)).toBe(true);
  living.remove();
  next.remove();
});

describe('where the program’s own files are', () => {
  const project = join(folder, 'node_modules', 'other', 'app');
  mkdirSync(join(project, 'out', 'main', 'chunks'), { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'yinqi', version: '3.2.1' }));
  writeFileSync(join(project, 'out', 'package.json'), JSON.stringify({ type: 'module' }));

  test('they are found from any built module, past other package.json files', () => {
    const install = locateInstall(join(project, 'out', 'main', 'chunks'));
    expect(install.root).toBe(project);
    expect(install.version).toBe('3.2.1');
    expect(install.resourcesFolder).toBe(join(project, 'resources'));
    expect(install.fontsFolder).toBe(join(project, 'out', 'fonts'));
  });

  test('a packaged app may carry resources beside its archive', () => {
    const packaged = join(folder, 'packaged');
    mkdirSync(join(packaged, 'resources'), { recursive: true });
    const install = locateInstall(join(project, 'out', 'main'), packaged);
    expect(install.resourcesFolder).toBe(join(packaged, 'resources'));
    expect(install.fontsFolder).toBe(join(project, 'out', 'fonts'));
  });

  test('a module that belongs to no install says so', () => {
    expect(() => locateInstall(tmpdir())).toThrow('No package.json of yinqi');
  });
});

describe('opening a browser', () => {
  const find =
    (...there: readonly string[]) =>
    (program: string) =>
      there.includes(program) ? `/usr/bin/${program}` : undefined;
  const address = 'http://127.0.0.1:1/?token=a&b';

  test.each([
    ['darwin', {}, [], 'open'],
    ['win32', {}, [], 'rundll32.exe'],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', 'chromium'], '/usr/bin/xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['chromium'], '/usr/bin/chromium'],
    ['linux', { DISPLAY: ':0' }, [], undefined],
    ['linux', {}, ['xdg-open', 'chromium'], undefined],
    ['linux', { DISPLAY: '' }, ['xdg-open'], undefined],
  ] as const)('on %s with %j and %j: %s', (platform, env, there, program) => {
    const command = browserCommand(address, { platform, env, find: find(...there) });
    expect(command?.program).toBe(program);
    if (command !== null) expect(command.args.at(-1)).toBe(address);
  });
});

test.each([
  ['20.20.2', false],
  ['22.13.1', false],
  ['22.14.0', true],
  ['24.21.0', true],
])('Node %s can run the program: %s', (version, can) => {
  expect(isCurrentNode(version)).toBe(can);
});
