import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../../main/app.ts';
import { allCommands } from '../../../main/hosts/cli/commands/all-commands.ts';
import { runCommandLine } from '../../../main/hosts/cli/run-command-line.ts';
import { composeWorld } from '../../../main/hosts/compose-world.ts';
import { temporaryFolder } from '../../adapters/disk/temporary-folder.ts';
import { openComputer, type Computer } from '../../methods/library-world.ts';

const yaml = `schema: yinqi/dossier@1
id: chenguang
platform: tencent-meeting
categories: [general/other]
app: { name: 晨光 }
documents: { agent-id-copy: 李四.png }
acceptance: { on: 2026-11-01 }
retention: { days: 7, what: [id-copies] }
`;

function writeDossier(): string {
  const folder = join(temporaryFolder(), '案卷');
  mkdirSync(folder);
  writeFileSync(join(folder, 'dossier.yaml'), yaml);
  writeFileSync(join(folder, '李四.png'), '证件');
  return folder;
}

/** Runs a command line over a computer's database, or over folders without one. */
async function run(argv: readonly string[], workingFolder: string, computer?: Computer) {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => void (texts[name] += text),
    isTerminal: false,
    columns: undefined,
  });
  const code = await runCommandLine(argv, allCommands, {
    out: stream('out'),
    err: stream('err'),
    env: {},
    workingFolder,
    version: '0.1.0',
    signal: new AbortController().signal,
    async open(kind) {
      const world =
        kind === 'database' && computer !== undefined
          ? computer.world
          : composeWorld({
              kind: 'folder',
              host: 'command-line',
              version: '0.1.0',
              dataFolder: temporaryFolder(),
              scratchFolder: temporaryFolder(),
              resourcesFolder: join(import.meta.dirname, '..', '..', '..', 'resources'),
              fontsFolder: '',
              today: '2026-11-22',
            });
      const { grants, artifacts } = world;
      return {
        app: createApp(world),
        grants,
        artifacts,
        scratchFolder: '',
        rendererFolder: '',
        close: () => undefined,
      };
    },
  });
  return { code, ...texts };
}

test('library export, plan and merge carry dossiers over, name each conflict and take the picked side', async () => {
  const [here, there] = [openComputer(), openComputer()];
  const folder = temporaryFolder();
  await here.app.call('dossiers.importFolder', { folder: here.grant(writeDossier()) });
  writeFileSync(join(folder, '口令.txt'), 'correct horse battery\n别的\n');
  const secret = ['--passphrase-file', '口令.txt'];

  expect((await run(['library', 'export', '--out', 'a.yinqi'], folder, here)).err).toContain('没有口令');
  const exported = await run(
    ['library', 'export', '--out', 'a.yinqi', '--by', '小王', ...secret],
    folder,
    here,
  );
  expect([exported.code, exported.err]).toEqual([0, '']);
  expect(exported.out).toContain('1 份案卷，1 个文件');
  expect((await run(['library', 'plan', 'a.yinqi'], folder, there)).code).toBe(2);
  const plan = await run(['library', 'plan', 'a.yinqi', ...secret], folder, there);
  expect(plan.code).toBe(0);
  expect(plan.out).toContain('小王 于 2026-11-22 交接');
  expect(plan.out).toContain('晨光');
  expect((await run(['library', 'merge', 'a.yinqi', ...secret], folder, there)).out).toContain(
    '新增 1 份案卷',
  );

  for (const [computer, name] of [
    [here, '甲'],
    [there, '乙'],
  ] as const) {
    const { revision } = await computer.app.call('dossiers.open', { dossier: 'chenguang' });
    const edits = [{ path: ['app', 'name'], value: name }];
    await computer.app.call('dossiers.edit', { dossier: 'chenguang', baseRevision: revision, edits });
  }
  await run(['library', 'export', '--out', 'b.yinqi', '--plain'], folder, there);
  const open = await run(['library', 'merge', 'b.yinqi'], folder, here);
  expect(open.code).toBe(1);
  const [, pick] = /--pick '(.*)=mine'/.exec(open.out) ?? [];
  expect(open.out).toMatch(/mine .*甲[\s\S]*theirs .*乙/);
  expect((await run(['library', 'merge', 'b.yinqi', '--pick', 'nothing=mine'], folder, here)).code).toBe(2);
  const merged = await run(
    ['library', 'merge', 'b.yinqi', '--pick', `${pick}=theirs`, '--format', 'json'],
    folder,
    here,
  );
  expect(JSON.parse(merged.out)).toMatchObject({ schema: 'yinqi/library-merge@1', merged: true, changed: 1 });
  expect((await here.app.call('dossiers.open', { dossier: 'chenguang' })).document.app?.name).toBe('乙');
});

test('retention lists what is due in a folder, and erases it only with --erase', async () => {
  const folder = writeDossier();
  const listed = await run(['retention', folder], folder);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain('即 2026-11-08 起');
  expect(listed.out).toContain('李四.png');
  expect(readFileSync(join(folder, '李四.png'), 'utf8')).toBe('证件');
  const erased = await run(['retention', folder, '--erase', '--format', 'json'], folder);
  expect(JSON.parse(erased.out)).toMatchObject({
    schema: 'yinqi/erasure@1',
    erased: [{ path: '李四.png', on: '2026-11-22' }],
  });
  expect(() => readFileSync(join(folder, '李四.png'))).toThrow();
  expect(readFileSync(join(folder, 'dossier.yaml'), 'utf8')).toContain('erased:');
  expect((await run(['retention', folder], folder)).out).toContain('已于 2026-11-22 删除 李四.png');
});
