import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const document = { schema: 'yinqi/dossier@1' as const, platform: 'tencent-meeting', categories: [] };

const openStore = (dataFolder: string) => {
  let count = 0;
  return createSqliteStore({
    dataFolder,
    newId: () => `new-${(count += 1)}`,
    now: () => '2026-01-31T00:00:00Z',
  });
};

/** Runs a script until it has said `lines` lines, kills it there and then, and answers what it said. */
function runAndKill(script: string, values: readonly string[], lines: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...values], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(`It ended by itself: ${complaints}`));
    });
  });
}

function integrityOf(dataFolder: string): unknown {
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'));
  try {
    return [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check')];
  } finally {
    database.close();
  }
}

test('after each of 15 kills in the middle of edits the database is whole and has the last edit that was acknowledged', async () => {
  const dataFolder = temporaryFolder();
  const first = openStore(dataFolder);
  const { ref } = await first.create(document);
  first.close();
  let next = 1;
  for (let kill = 1; kill <= 15; kill += 1) {
    const said = await runAndKill('edit-loop.ts', [dataFolder, ref, String(next)], 1 + ((kill * 7) % 12));
    const last = Number(said.at(-1));
    expect(integrityOf(dataFolder)).toEqual(['ok', []]);
    const store = openStore(dataFolder);
    const saved = Number((await store.open(ref)).document.app?.version);
    store.close();
    // The kill may come after the edit was saved and before it was said.
    expect(saved === last || saved === last + 1, `said ${last}, saved ${saved}`).toBe(true);
    next = saved + 1;
  }
}, 120_000);

test('an import that is killed leaves a whole dossier or none', async () => {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dossier.yaml'), 'schema: yinqi/dossier@1\nplatform: p\ncategories: []\n');
  mkdirSync(join(folder, 'scans'));
  for (let index = 0; index < 12; index += 1) {
    writeFileSync(join(folder, 'scans', `${index}.bin`), Buffer.alloc(40_000, index));
  }
  let known = 0;
  for (let kill = 1; kill <= 6; kill += 1) {
    const said = await runAndKill(
      'import-loop.ts',
      [dataFolder, folder, String(kill * 1000)],
      1 + (kill % 3),
    );
    expect(integrityOf(dataFolder)).toEqual(['ok', []]);
    const store = openStore(dataFolder);
    const all = await store.list();
    for (const { ref } of all) {
      const dossier = await store.open(ref);
      expect(dossier.files).toHaveLength(12);
      for (const file of dossier.files) await store.locate(dossier.ref, file.path);
    }
    store.close();
    expect(all.length).toBeGreaterThanOrEqual(known + said.length - 1);
    known = all.length;
  }
}, 120_000);
