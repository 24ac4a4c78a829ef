import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../adapters/tables/write-xlsx.ts';
import { companyDossier } from './letter-setting.ts';
import { batch, companies, newFolder, setUp, setUpWith, textOf, world } from './batch-world.ts';

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
