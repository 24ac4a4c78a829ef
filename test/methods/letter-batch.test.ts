import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MethodInput } from '../../main/contract/api.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { writeXlsx } from '../adapters/tables/write-xlsx.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('batch');
const dossierText = companyDossier({
  id: 'batch-test',
  more: 'letters: { authorisation-letter: { validFrom: 2026-12-01, validUntil: 2027-11-30 } }\n',
});
// One world: it loads the rulebook once.
const world = makeWorld();
type BatchSetting = Setting & { readonly out: string };
const setUp = (): BatchSetting => ({ ...setUpWith(dossierText, world), out: newFolder() });

/** Makes letters from a table's text. */
function batch(
  { app, world, dossier, out }: BatchSetting,
  table: string | Uint8Array,
  input: Partial<MethodInput<'letters.batch'>> = {},
  context: Partial<CallContext> = {},
) {
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, table);
  return app.call(
    'letters.batch',
    {
      dossier,
      letter: 'publishing-commitment',
      table: world.grants.offer(path),
      folder: world.grants.offer(out),
      ...input,
    },
    context,
  );
}

const textOf = (path: string): string => {
  const { status, stdout } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.replaceAll(/\s/g, '');
};

/** A table read by Python's csv module, as another program would. */
const readCsv = (path: string): readonly (readonly string[])[] => {
  const script =
    'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))';
  const { status, stdout } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
  expect(status).toBe(0);
  return JSON.parse(stdout) as string[][];
};

const companies = `公司名称,统一社会信用代码,公司住所,法定代表人姓名
杭州甲样例有限公司,91440300MA5YANGL1W,杭州市样例路 1 号,王五
杭州乙样例有限公司,91440300MA5YANGL1X,杭州市样例路 2 号,赵六
,,,
"镕喆（北京）有限公司",91350100M000100Y43,,孙七
武汉丁样例有限公司,91350100M000100Y43,武汉市样例路 4 号,周八
`;

test('every row that can be made is made, and every row that fails is listed with its reasons', async () => {
  const setting = setUp();
  const result = await batch(setting, companies);
  expect(result).toMatchObject({
    letter: 'publishing-commitment',
    made: [
      { row: 2, fileName: '01-应用发布承诺函-杭州甲样例有限公司.pdf', pages: 2 },
      { row: 6, fileName: '04-应用发布承诺函-武汉丁样例有限公司.pdf', pages: 2 },
    ],
    failed: [
      { row: 3, reasons: [expect.stringMatching(/^统一社会信用代码：.*校验/)] },
      { row: 5, reasons: [expect.stringMatching(/^缺少公司住所（案卷里的是另一家的，没有沿用/)] },
    ],
    notNeeded: [],
  });
  expect(readdirSync(setting.out).toSorted()).toEqual([
    '00-应用发布承诺函-生成结果.csv',
    '01-应用发布承诺函-杭州甲样例有限公司.pdf',
    '04-应用发布承诺函-武汉丁样例有限公司.pdf',
  ]);
  const printed = textOf(join(setting.out, result.made[1]?.fileName ?? ''));
  for (const text of ['武汉丁样例有限公司', '91350100M000100Y43', '武汉市样例路4号', '周八', '样例纪要']) {
    expect(printed).toContain(text);
  }
  for (const text of ['深圳市样例科技', '张三', '甲样例']) expect(printed).not.toContain(text);
});

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

test('rows of the dossier’s own company take over the rest of it, and each app’s letter has its own code', async () => {
  const setting = setUp();
  const apps = '应用名称\n样例纪要\n样例白板\n样例投票\n';
  const { made, failed } = await batch(setting, apps);
  expect(failed).toEqual([]);
  expect(made.map(({ fileName }) => fileName)).toEqual([
    '01-应用发布承诺函-样例纪要.pdf',
    '02-应用发布承诺函-样例白板.pdf',
    '03-应用发布承诺函-样例投票.pdf',
  ]);
  const [own = '', other = ''] = made.map(({ fileName }) => textOf(join(setting.out, fileName)));
  expect(own).toContain('YQbatch-test');
  expect(other).not.toContain('YQbatch-test');
  expect(other).toContain('深圳市样例科技有限公司');
});

test('a row that names another company takes over nothing of the dossier’s', async () => {
  const setting = setUp();
  const { made, failed } = await batch(setting, '公司名称\n深圳市样例科技有限公司\n别的公司\n');
  expect(made).toHaveLength(1);
  expect(failed[0]?.reasons).toHaveLength(3);
});

test('rows stand alone over an empty dossier, with dates of their own', async () => {
  const setting = setUp();
  const table = `company.name,company.uscc,company.address,company.legalRepresentative.name,company.agent.name,被授权人证件类型,company.agent.idNumber,company.agent.phone,company.agent.email,app.name,有效期起,有效期止,落款日期
甲有限公司,91440300MA5YANGL1W,杭州,王五,李四,居民身份证,440301190002020027,13800000000,a@example.com,样例,2026/12/1,2027年11月30日,2026-11-30
甲有限公司,91440300MA5YANGL1W,杭州,王五,李四,居民身份证,4.40301E+17,13800000000,a@example.com,样例,2026/12/1,2025/1/1,2026-02-30
`;
  const { app, world, out } = setting;
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, table);
  const { made, failed } = await app.call('letters.batch', {
    letter: 'authorisation-letter',
    table: world.grants.offer(path),
    folder: world.grants.offer(out),
  });
  expect(failed).toEqual([
    { row: 3, reasons: [expect.stringContaining('设为“文本”格式'), expect.stringContaining('2026-02-30')] },
  ]);
  const printed = textOf(join(out, made[0]?.fileName ?? ''));
  expect(printed).toContain('自2026年12月1日起至2027年11月30日止');
  expect(printed).toContain('2026年11月30日');
  expect(printed).toContain('居民身份证');
});

test('a licensor is made of the columns that name one', async () => {
  const setting = setUp();
  const table =
    '授权方名称,授权方证件号码,授权方类型,授权方代表人,游戏名称,著作权登记号\n甲软件有限公司,91350100M000100Y43,企业,周八,甲棋,2025SR0000001\n乙软件有限公司,91350100M000100Y44,企业,吴九,乙棋,2025SR0000002\n';
  const { made, failed } = await batch(setting, table, { letter: 'game-copyright-authorisation' });
  expect([made, failed.map(({ row }) => row)]).toMatchObject([
    [{ row: 2, fileName: expect.stringContaining('-甲软件有限公司.pdf') }],
    [3],
  ]);
  expect(textOf(join(setting.out, made[0]?.fileName ?? ''))).toContain('甲软件有限公司');
});

test('a row of another licensor or app takes over no number of the dossier’s licence', async () => {
  const held = `parties:
  - { role: licensor, kind: company, name: 甲软件有限公司, identifier: 91350100M000100Y43, representative: 周八, licenses: [game-copyright] }
letters:
  game-copyright-authorisation:
    validUntil: 2027-11-30
    fields: { gameName: 甲棋, registrationNumber: 2025SR0000001 }
`;
  const letter = 'game-copyright-authorisation';
  const setting = {
    ...setUpWith(companyDossier({ id: 'batch-test', more: held }), world),
    out: newFolder(),
  };
  const table =
    '应用名称,游戏名称,著作权登记号\n样例纪要,甲棋,2025SR0000001\n样例白板,乙棋,\n样例白板,乙棋,2025SR0000009\n';
  const apps = await batch(setting, table, { letter });
  expect(apps.made.map(({ row }) => row)).toEqual([2, 4]);
  expect(apps.failed).toEqual([{ row: 3, reasons: [expect.stringContaining('著作权登记号')] }]);
  // Without columns for them, an app of another name has none of the dossier's.
  const bare = await batch(setting, '应用名称\n样例纪要\n样例白板\n', { letter });
  expect([bare.made.map(({ row }) => row), bare.failed.map(({ row }) => row)]).toEqual([[2], [3]]);
  const same = await batch(setting, '授权方名称\n甲软件有限公司\n', { letter });
  expect(same.made).toHaveLength(1);
  const text = textOf(join(setting.out, same.made[0]?.fileName ?? ''));
  expect(text).toContain('2025SR0000001');
  const others = await batch(
    setting,
    '授权方名称,授权方证件号码,授权方代表人\n乙软件有限公司,91350100M000100Y43,吴九\n',
    { letter },
  );
  expect(others.made).toEqual([]);
  expect(others.failed[0]?.reasons.join()).toContain('著作权登记号');
  expect(others.failed[0]?.reasons.join()).toContain('游戏名称');
});

test('a notice of another platform is refused before the table is looked at', async () => {
  await expect(batch(setUp(), '应用名称\n样例\n', { letter: 'termination-notice' })).rejects.toMatchObject({
    code: 'letter-of-another-platform',
  });
});

test('a workbook is read as well, with the sheet that is named', async () => {
  const setting = setUp();
  const path = join(newFolder(), '名单.xlsx');
  await writeXlsx(path, {
    说明: [['填写说明'], ['每行一个应用']],
    名单: [
      ['应用名称', '序号'],
      ['样例白板', { number: '1' }],
      [{ error: '#N/A' }, null],
    ],
  });
  const table = setting.world.grants.offer(path);
  const { made, failed } = await batch(setting, '', { table, sheet: '名单', ignore: ['序号'] });
  expect(made.map(({ fileName }) => fileName)).toEqual(['01-应用发布承诺函-样例白板.pdf']);
  expect(failed).toEqual([{ row: 3, reasons: [expect.stringContaining('#N/A')] }]);
});

test('characters that no font can print fail their row alone', async () => {
  const { failed, made } = await batch(setUp(), '应用名称\n样例😀\n样例\n');
  expect(failed).toMatchObject([{ row: 2 }]);
  expect(failed[0]?.reasons).toContain('字体无法打印的字符：😀');
  expect(made).toHaveLength(1);
});

test('a row with more cells than columns fails, for a comma was meant otherwise', async () => {
  const { failed } = await batch(setUp(), '应用名称,公司住所\n样例,深圳,南山\n');
  expect(failed).toEqual([{ row: 2, reasons: [expect.stringContaining('3 个单元格')] }]);
});

describe('what is wrong with the whole table is said before anything is made', () => {
  test.each([
    ['an unknown column', '公司名,应用名称\n甲,乙\n', {}, 'unknown-column'],
    ['an unknown letter', '应用名称\n甲\n', { letter: 'publishing' }, 'unknown-letter'],
    ['a date that does not exist', '应用名称\n甲\n', { date: '2026-02-30' }, 'bad-date'],
    ['no rows', '应用名称\n', {}, 'table-empty'],
  ])('%s', async (_, table, input, code) => {
    const setting = setUp();
    await expect(batch(setting, table, input)).rejects.toMatchObject({ code });
    expect(readdirSync(setting.out)).toEqual([]);
  });
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
