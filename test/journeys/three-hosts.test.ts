import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import type { Report } from '../../main/contract/report.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { locateInstall } from '../../main/hosts/install.ts';
import { changeYaml, copySample, newFolder, projectFolder, run, today, yinqi } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

let served: ServedYinqi;
let world: ReturnType<typeof composeWorld>;
let app: App;

beforeAll(async () => {
  served = await serveYinqi();
  const install = locateInstall(projectFolder);
  world = composeWorld({
    kind: 'database',
    host: 'electron',
    version: install.version,
    dataFolder: newFolder(),
    scratchFolder: newFolder(),
    resourcesFolder: install.resourcesFolder,
    fontsFolder: install.fontsFolder,
    today,
  });
  app = createApp(world);
});
afterAll(async () => {
  world.close();
  expect(await served.stop()).toBe(0);
});

test('one dossier is judged, bundled and verified alike in the app, over HTTP and on the command line', async () => {
  const folder = copySample();
  changeYaml(folder, 'name: 样例纪要', 'name: 样例纪要助手会后');
  const inFolder = JSON.parse(yinqi('check', folder, '--format', 'json').stdout) as Report;
  expect(inFolder.verdict).toBe('pass');
  expect(inFolder.counts.warning).toBeGreaterThan(0);

  const imported = await app.call('dossiers.importFolder', { folder: world.grants.offer(folder) });
  expect(await app.call('review.check', { dossier: imported.dossier })).toEqual(inFolder);
  const uploaded = await served.call('dossiers.importFolder', { folder: await served.uploadFolder(folder) });
  expect(await served.call('review.check', { dossier: uploaded.dossier })).toEqual(inFolder);

  const target = join(newFolder(), 'command-line.zip');
  expect(yinqi('bundle', folder, '--out', target).status).toBe(0);
  const fromApp = join(newFolder(), 'app.zip');
  await app.call('bundle.export', {
    dossier: imported.dossier,
    draft: false,
    target: world.grants.offer(fromApp),
  });
  const exported = await served.call('bundle.export', { dossier: uploaded.dossier, draft: false });
  const downloaded = await served.download(exported.artifact ?? '');
  expect(readFileSync(fromApp).equals(readFileSync(target))).toBe(true);
  expect(downloaded.equals(readFileSync(target))).toBe(true);

  const kept = join(newFolder(), 'downloaded.zip');
  writeFileSync(kept, downloaded);
  expect(yinqi('verify', kept).status).toBe(0);
  expect((await served.call('bundle.verify', { file: await served.upload(kept) })).verdict).toBe('whole');
});

test('a dossier that goes into the store and out again is the same to the byte', async () => {
  const folder = copySample();
  const imported = await app.call('dossiers.importFolder', { folder: world.grants.offer(folder) });
  const out = join(newFolder(), 'out');
  await app.call('dossiers.exportFolder', { dossier: imported.dossier, folder: world.grants.offer(out) });
  expect(run('diff', ['-r', folder, out]).stdout).toBe('');
  expect(run('diff', ['-r', folder, out]).status).toBe(0);
});

test('what one window saved is there after the process was killed, and another window is told of a conflict', async () => {
  const first = await serveYinqi();
  const made = await first.call('dossiers.create', {
    platform: 'tencent-meeting',
    track: 'listing',
    categories: ['general/other'],
  });
  const second = await serveYinqi(first.dataFolder);
  const edit = (value: string) => ({
    dossier: made.dossier,
    baseRevision: made.revision,
    edits: [{ path: ['app', 'name'], value }],
  });
  await first.call('dossiers.edit', edit('甲窗口'));
  await expect(second.call('dossiers.edit', edit('乙窗口'))).rejects.toThrow('edit-conflict');
  const other = await second.call('dossiers.edit', {
    ...edit(''),
    edits: [{ path: ['company', 'name'], value: '另一处' }],
  });
  expect(other.document).toMatchObject({ app: { name: '甲窗口' }, company: { name: '另一处' } });
  await first.stop('SIGKILL');
  await second.stop('SIGKILL');

  const third = await serveYinqi(first.dataFolder);
  const opened = await third.call('dossiers.open', { dossier: made.dossier });
  expect(opened.document).toMatchObject({ app: { name: '甲窗口' }, company: { name: '另一处' } });
  expect(await third.stop()).toBe(0);
});

test('a database from a newer version is refused and left alone', async () => {
  const older = await serveYinqi();
  await older.stop();
  const file = join(older.dataFolder, 'yinqi.sqlite');
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('user_version = 9999');
  database.pragma('journal_mode = DELETE');
  database.close();
  const before = readFileSync(file);
  const result = run(process.execPath, [join(projectFolder, 'out/main/yinqi.js'), 'serve', '--port', '0'], {
    YINQI_DATA: older.dataFolder,
  });
  expect(result.status).toBe(2);
  expect(result.stderr).toMatch(/错误：.*版本/);
  expect(result.stderr).toMatch(/建议：/);
  expect(readFileSync(file).equals(before)).toBe(true);
});
