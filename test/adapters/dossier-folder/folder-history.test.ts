import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writerTag } from '../../../main/adapters/disk/writer-tag.ts';
import { readHistory } from '../../../main/core/history/history-lines.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const script = join(import.meta.dirname, 'history-loop.ts');

/** Adds entries in a process of its own; answers the ids that it said were kept, until it ended or was killed after some. */
function addEntries(
  folder: string,
  letter: string,
  count: number,
  killAfter = Infinity,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, folder, letter, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (said.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(complaints));
    });
  });
}

const idsIn = (folder: string): readonly string[] => {
  const content = readFileSync(join(folder, '.yinqi/history.jsonl'), 'utf8');
  return readHistory(content, 'history.jsonl').entries.map(({ id }) => id);
};

test('of two processes that add 150 entries each to one history at once none is lost, none torn, each in its order', async () => {
  const folder = temporaryFolder();
  const said = await Promise.all([addEntries(folder, 'a', 150), addEntries(folder, 'b', 150)]);
  expect(said.map((ids) => ids.length)).toEqual([150, 150]);
  const kept = idsIn(folder);
  expect(kept.toSorted()).toEqual(said.flat().toSorted());
  for (const ids of said) expect(kept.filter((id) => ids.includes(id))).toEqual(ids);
  expect(readdirSync(join(folder, '.yinqi'))).toEqual(['history.jsonl']);
}, 120_000);

test('a process that is killed keeps no other waiting, and loses nothing that it said was kept', async () => {
  const folder = temporaryFolder();
  const said: string[] = [];
  for (const [index, letter] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    const [killed, other] = await Promise.all([
      addEntries(folder, letter, 500, 3 + index * 4),
      addEntries(folder, String(index), 25),
    ]);
    expect(other).toHaveLength(25);
    said.push(...killed, ...other);
  }
  const kept = new Set(idsIn(folder));
  expect(said.filter((id) => !kept.has(id))).toEqual([]);
}, 120_000);

test('takes over from a holder that is gone, and waits for one that is not', async () => {
  const folder = temporaryFolder();
  await addEntries(folder, 'a', 1);
  const lock = join(folder, '.yinqi/.history.lock');
  const hold = (pid: number): string => {
    mkdirSync(lock, { recursive: true });
    const path = join(lock, `${writerTag().replace(/x.*/u, `x${pid}`)}-000000000000`);
    writeFileSync(path, '');
    return path;
  };
  const ended = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => ended.on('close', resolve));
  hold(ended.pid ?? 0);
  expect(await addEntries(folder, 'b', 1)).toHaveLength(1);
  expect(existsSync(lock)).toBe(false);
  const held = hold(process.pid);
  const waiting = addEntries(folder, 'c', 1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(idsIn(folder)).toHaveLength(2);
  expect(existsSync(held)).toBe(true);
  unlinkSync(held);
  expect(await waiting).toHaveLength(1);
}, 60_000);
