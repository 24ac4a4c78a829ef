import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { batch, companies, newFolder, readCsv, setUp, textOf, type BatchSetting } from './batch-world.ts';

test('the table of results opens in a spreadsheet: UTF-8 with its mark, a line for every row', async () => {
  const setting = setUp();
  const { resultFile } = await batch(setting, companies);
  const path = join(setting.out, resultFile);
  expect(readFileSync(path).subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(readCsv(path)).toEqual([
    ['行号', '状态', '文件', '原因'],
    ['2', '已生成', '01-应用发布承诺函-杭州甲样例有限公司.pdf', ''],
    ['3', '未生成', '', expect.stringContaining('校验')],
    ['5', '未生成', '', expect.stringContaining('缺少公司住所')],
    ['6', '已生成', '04-应用发布承诺函-武汉丁样例有限公司.pdf', ''],
  ]);
});

test('what a reason quotes cannot become a formula in the table of results', async () => {
  const setting = setUp();
  const { resultFile, failed } = await batch(setting, '应用名称\n"=HYPERLINK(""x"")\u202e"\n');
  expect(failed).toHaveLength(1);
  for (const cell of readCsv(join(setting.out, resultFile)).flat()) expect(cell).not.toMatch(/^[=+@-]/);
});

test('progress is told row by row, and a batch that is cancelled leaves whole files and says which', async () => {
  const setting = setUp();
  const rows = Array.from({ length: 12 }, (_, index) => `样例${index}`).join('\n');
  const cancelling = new AbortController();
  const seen: number[] = [];
  const running = batch(
    setting,
    `应用名称\n${rows}\n`,
    {},
    {
      signal: cancelling.signal,
      onProgress({ done, total }) {
        seen.push(done);
        expect(total).toBe(12);
        if (done === 4) cancelling.abort();
      },
    },
  );
  await expect(running).rejects.toThrow();
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  const files = readdirSync(setting.out).toSorted();
  expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
  expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
  for (const name of files.filter((one) => one.endsWith('.pdf'))) {
    expect(spawnSync('qpdf', ['--check', join(setting.out, name)]).status).toBe(0);
  }
  const states = readCsv(join(setting.out, '00-应用发布承诺函-生成结果.csv')).map(([, state]) => state);
  expect(states.filter((state) => state === '已取消')).toHaveLength(7);
});

test('without a folder everything comes as one zip', async () => {
  const { app, world, dossier } = setUp();
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, '应用名称\n甲应用\n乙应用\n');
  const { artifact = '', fileName } = await app.call('letters.batch', {
    dossier,
    letter: 'publishing-commitment',
    table: world.grants.offer(path),
  });
  expect(fileName).toBe('应用发布承诺函.zip');
  const { stdout, status } = spawnSync('unzip', ['-Z1', world.artifacts.resolve(artifact).absolutePath], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout.trim().split('\n').toSorted()).toEqual([
    '00-应用发布承诺函-生成结果.csv',
    '01-应用发布承诺函-甲应用.pdf',
    '02-应用发布承诺函-乙应用.pdf',
  ]);
});

test('the same table gives the same bytes', async () => {
  const made = await Promise.all(
    [setUp(), setUp()].map(async (setting) => {
      await batch(setting, companies);
      return readdirSync(setting.out)
        .toSorted()
        .map((name) => readFileSync(join(setting.out, name)).toString('base64'));
    }),
  );
  expect(made[0]).toEqual(made[1]);
});

test('letters of a batch are sound to other readers, say nothing of each other and are no larger for what they share', async () => {
  const setting = setUp();
  const { made } = await batch(setting, '应用名称\n样例镕喆\n样例纪要\n样例堃㛃\n');
  expect(made).toHaveLength(3);
  for (const { fileName } of made) {
    const path = join(setting.out, fileName);
    expect(spawnSync('qpdf', ['--check', path]).status).toBe(0);
    const fonts = spawnSync('pdffonts', [path], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2);
    for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(readFileSync(path).length).toBeLessThan(100_000);
  }
  const [first = '', second = '', third = ''] = made.map(({ fileName }) => join(setting.out, fileName));
  expect(textOf(first)).toContain('样例镕喆');
  expect(textOf(third)).toContain('样例堃㛃');
  // Not even among the characters that its fonts could show.
  const maps = spawnSync('qpdf', ['--qdf', '--object-streams=disable', second, '-'], {
    encoding: 'latin1',
  }).stdout;
  expect(maps).toContain('<7EAA>');
  for (const character of '镕喆堃') {
    expect(maps).not.toContain(`<${character.charCodeAt(0).toString(16).toUpperCase()}>`);
  }
});

describe('the history of batches', () => {
  const historyOf = (setting: BatchSetting) => setting.app.call('history.list', { dossier: setting.dossier });

  test('keeps what was made of which table, by whom, each file with its hash', async () => {
    const setting = setUp();
    const { made } = await batch(setting, companies, { by: '小王' });
    const { entries } = await historyOf(setting);
    expect(entries).toMatchObject([
      {
        kind: 'letters',
        by: '小王',
        letters: [],
        batch: { title: '应用发布承诺函', table: 'rows.csv', made: 2, failed: 2 },
      },
    ]);
    const [entry] = await setting.world.history.list(setting.dossier);
    const text = await setting.world.history.text(setting.dossier, entry?.batch?.files ?? '');
    const files = made.map(({ row, fileName, revision }) => {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(setting.out, fileName)))
        .digest('hex');
      return { row, fileName, revision, sha256 };
    });
    expect(JSON.parse(text)).toEqual(files);
    expect(files).toHaveLength(2);
  });

  test('keeps what was made before it was stopped, and nothing where nothing was', async () => {
    const setting = setUp();
    const controller = new AbortController();
    const stopped = batch(
      setting,
      companies,
      {},
      {
        signal: controller.signal,
        onProgress: ({ done }) => (done === 2 ? controller.abort() : undefined),
      },
    );
    await expect(stopped).rejects.toThrow();
    const [entry, ...others] = await setting.world.history.list(setting.dossier);
    expect(others).toEqual([]);
    expect(entry?.batch).toMatchObject({ made: 1, isCutShort: true });
    const nothing = setUp();
    await batch(nothing, '公司名称,统一社会信用代码\n杭州乙样例有限公司,91440300MA5YANGL1X\n');
    expect((await historyOf(nothing)).entries).toEqual([]);
  });
});
