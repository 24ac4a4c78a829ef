import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { replaceFiles, writeAtomically, writeBytes } from '../../../main/adapters/disk/atomic-write.ts';
import { createFolderStore } from '../../../main/adapters/dossier-folder/folder-store.ts';
import { collectPartials, partialName } from '../../../main/adapters/disk/partial-files.ts';
import { isWriterGone, writerTag } from '../../../main/adapters/disk/writer-tag.ts';
import { createWrittenFolders } from '../../../main/adapters/disk/written-folders.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The id of a process that has ended. */
function endedProcess(): number {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return pid;
}

/** The name that a process which is no more gave its partial file. */
const partialOf = (pid: number | string, target: string): string =>
  partialName(target).replace(writerTag(), `${writerTag().split('x')[0]}x${pid}`);

const dayAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);

test('what an ended process left half written goes, what a living one writes stays', async () => {
  const folder = temporaryFolder();
  const mine = partialName('包.zip');
  const theirs = partialOf(1, '包.zip');
  const dead = partialOf(endedProcess(), '包.zip');
  for (const name of [mine, theirs, dead]) writeFileSync(join(folder, name), 'half');
  await collectPartials(folder);
  expect(readdirSync(folder).toSorted()).toEqual([mine, theirs].toSorted());
});

test('of another computer’s process only a day without a change tells that it ended', async () => {
  const folder = temporaryFolder();
  const foreign = partialName('包.zip').replace(writerTag(), `ffffffx${endedProcess()}`);
  writeFileSync(join(folder, foreign), 'half');
  await collectPartials(folder);
  expect(readdirSync(folder)).toEqual([foreign]);
  utimesSync(join(folder, foreign), dayAgo, dayAgo);
  await collectPartials(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test('our own process id on what is older than we are was another’s', () => {
  expect(isWriterGone(writerTag(), Date.now())).toBe(false);
  expect(isWriterGone(writerTag(), Date.now() - process.uptime() * 1000 - 60_000)).toBe(true);
});

test('only names of that exact form go: files of the user that look alike stay, and no link is followed', async () => {
  const folder = temporaryFolder();
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'keep.txt'), 'kept');
  const names = ['.hidden.part', 'movie.part', '.a.0123456789ab.part', '.x.part', '.DS_Store', '包.zip'];
  for (const name of names) writeFileSync(join(folder, name), 'the user’s');
  symlinkSync(outside, join(folder, partialOf(endedProcess(), 'link')));
  await collectPartials(folder);
  expect(readdirSync(folder).toSorted()).toEqual([...names].toSorted());
  expect(readdirSync(outside)).toEqual(['keep.txt']);
});

test('writing into a folder collects what was left there', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, partialOf(endedProcess(), '包.zip')), 'half');
  await writeAtomically(join(folder, '包.zip'), Buffer.from('new'));
  expect(readdirSync(folder)).toEqual(['包.zip']);
});

test('writing several files at once collects what was left in each of their folders', async () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  for (const folder of folders) writeFileSync(join(folder, partialOf(endedProcess(), '包.zip')), 'half');
  await replaceFiles(
    folders.map((folder) => ({
      target: join(folder, '包.zip'),
      write: (partial) => writeBytes(partial, Buffer.from('new')),
    })),
  );
  for (const folder of folders) expect(readdirSync(folder)).toEqual(['包.zip']);
});

test('a save of a dossier folder collects what was left anywhere in it, though it writes only at its top', async () => {
  const folder = temporaryFolder();
  const start = 'schema: yinqi/dossier@1\nplatform: tencent-meeting\ncategories: [general/other]\n';
  writeFileSync(join(folder, 'dossier.yaml'), start);
  mkdirSync(join(folder, 'assets', 'logos'), { recursive: true });
  for (const below of ['', 'assets', 'assets/logos']) {
    writeFileSync(join(folder, below, partialOf(endedProcess(), 'logo.png')), 'half');
  }
  const mine = join('assets', partialName('logo.png'));
  writeFileSync(join(folder, mine), 'half');
  const store = createFolderStore({ now: () => '2026-01-31T00:00:00.000Z' });
  const { revision } = await store.open(folder);
  await store.edit(folder, revision, [{ path: ['app', 'name'], value: '示例' }]);
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => path.endsWith('.part'))).toEqual([mine]);
});

test('the next start collects in folders that were written into, and in the data folder down to its templates', async () => {
  const dataFolder = temporaryFolder();
  const out = temporaryFolder();
  const dead = endedProcess();
  await createWrittenFolders(dataFolder).note(out);
  writeFileSync(join(out, partialOf(dead, '包.zip')), 'half');
  const half = join(dataFolder, 'templates', 'letter', partialOf(dead, '1.0.0'));
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'template.md'), 'half');
  await createWrittenFolders(dataFolder).collect();
  expect(readdirSync(out)).toEqual([]);
  expect(readdirSync(join(dataFolder, 'templates', 'letter'))).toEqual([]);
  expect(readdirSync(join(dataFolder, 'written-folders'))).toEqual([]);
});

test('a folder that is away keeps its place on the list for a month', async () => {
  const dataFolder = temporaryFolder();
  const away = join(dataFolder, '没有插上的优盘');
  await createWrittenFolders(dataFolder).note(away);
  await createWrittenFolders(dataFolder).collect();
  const [record = ''] = readdirSync(join(dataFolder, 'written-folders'));
  expect(record).toMatch(/^[0-9a-f]{32}$/);
  const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  utimesSync(join(dataFolder, 'written-folders', record), monthAgo, monthAgo);
  await createWrittenFolders(dataFolder).collect();
  expect(readdirSync(join(dataFolder, 'written-folders'))).toEqual([]);
});
