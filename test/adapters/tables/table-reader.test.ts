import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createTableReader } from '../../../main/adapters/tables/table-reader.ts';
import { writeParts, writeXlsx, xlsxXml } from './write-xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (ending: string): string => join(folder, `${(files += 1)}.${ending}`);
const reader = createTableReader();
const readPath = (path: string, sheet?: string) =>
  reader.read({ absolutePath: path, name: basename(path) }, { sheet });
const readBytes = (bytes: string | Buffer, ending = 'csv') => {
  const path = newFile(ending);
  writeFileSync(path, bytes);
  return readPath(path);
};
/** Bytes in an encoding, by a program that is not ours. */
const encoded = (text: string, encoding: string): Buffer => {
  const { status, stdout } = spawnSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text });
  expect(status).toBe(0);
  return stdout;
};

const text = '公司名称,备注\n镕喆（深圳）有限公司,一\n㛃公司,二\n';
const table = {
  header: ['公司名称', '备注'],
  rows: [
    { line: 2, cells: ['镕喆（深圳）有限公司', '一'] },
    { line: 3, cells: ['㛃公司', '二'] },
  ],
};

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030, as Chinese Excel writes it', encoded(text, 'GB18030')],
    ['UTF-16, little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), encoded(text, 'UTF-16LE')])],
    ['UTF-16, big-endian', Buffer.concat([Buffer.from([0xfe, 0xff]), encoded(text, 'UTF-16BE')])],
    ['lines that end in CR LF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['lines that end in CR', Buffer.from(text.replaceAll('\n', '\r'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['blanks around cells', Buffer.from(text.replaceAll(',', ' , '))],
  ])('is read in %s', async (_, bytes) => {
    expect(await readBytes(bytes)).toEqual(table);
  });

  test('keeps what is quoted, and counts rows as a spreadsheet program does', async () => {
    const { header, rows } = await readBytes(
      '\n公司名称,地址\n"甲,乙""丙""公司","一楼\r\n二楼"\n\n , \n丁"戊"公司,="0123"\n',
    );
    expect(header).toEqual(['公司名称', '地址']);
    expect(rows).toEqual([
      { line: 3, cells: ['甲,乙"丙"公司', '一楼\n二楼'] },
      { line: 6, cells: ['丁"戊"公司', '0123'] },
    ]);
  });

  test('takes the delimiter that the header has, not the one inside quotation marks', async () => {
    expect((await readBytes('"a,b,c";d\n1;2\n')).header).toEqual(['a,b,c', 'd']);
    expect((await readBytes('公司名称\n甲\n')).rows).toEqual([{ line: 2, cells: ['甲'] }]);
  });

  test('keeps rows that are longer or shorter than the header', async () => {
    expect((await readBytes('a,b\n1\n1,2,3\n')).rows.map(({ cells }) => cells)).toEqual([
      ['1'],
      ['1', '2', '3'],
    ]);
  });

  test.each([
    ['a quotation mark that is not closed', 'a,b\n"1,2\n3,4\n', 'table-unreadable'],
    ['bytes that are no text', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'table-unreadable'],
    ['zeros between letters', Buffer.from('a\0b\0\nc\0'), 'table-unreadable'],
    ['nothing', '', 'table-empty'],
    ['a header alone', 'a,b\n\n,\n', 'table-empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'table-unreadable'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code });
  });

  test('10,000 rows are read, and not one more', async () => {
    const rows = (count: number): string => `a\n${'一\n'.repeat(count)}`;
    expect((await readBytes(rows(10_000))).rows).toHaveLength(10_000);
    await expect(readBytes(rows(10_001))).rejects.toMatchObject({ code: 'table-too-large' });
    await expect(readBytes(rows(300_000))).rejects.toMatchObject({ code: 'table-too-large' });
  });

  test('a file above 20 MB is not read', async () => {
    await expect(readBytes(Buffer.alloc(20_000_001, 'a'))).rejects.toMatchObject({ code: 'table-too-large' });
  });

  test('a file that is not there is named', async () => {
    await expect(readPath(join(folder, 'none.csv'))).rejects.toMatchObject({
      code: 'file-missing',
      text: { zh: expect.stringContaining('none.csv') },
    });
  });
});

describe('XLSX', () => {
  test('is known by its bytes, and read with days as text and numbers written out', async () => {
    const path = newFile('csv');
    await writeXlsx(path, {
      公司: [
        ['公司名称', '成立日期', '电话', '版本', '空'],
        [
          '甲 & <乙>',
          { serialDay: 46348 },
          { number: '13800000000' },
          { number: '1.1000000000000001' },
          null,
        ],
        [null, null],
        ['㛃公司', null, { number: '1E+3' }],
      ],
    });
    expect(await readPath(path)).toEqual({
      header: ['公司名称', '成立日期', '电话', '版本', '空'],
      rows: [
        { line: 2, cells: ['甲 & <乙>', '2026-11-22', '13800000000', '1.1', ''] },
        { line: 4, cells: ['㛃公司', '', '1000', '', ''] },
      ],
    });
  });

  test.each(['440301190002020027', '4.4030119000202003E+17', '440301190002020000'])(
    'the number %s has lost digits, and shows it',
    async (number) => {
      const path = newFile('xlsx');
      await writeXlsx(path, { a: [['证件号码'], [{ number }]] });
      expect((await readPath(path)).rows[0]?.cells[0]).toMatch(/^4\.\d+e\+17$/);
    },
  );

  test('the sheet that is named is read, the first without a name; an unknown one is refused with those there are', async () => {
    const path = newFile('xlsx');
    await writeXlsx(path, { '说明 & 样例': [['x'], ['1']], 名单: [['y'], ['2']] });
    expect((await readPath(path)).header).toEqual(['x']);
    expect((await readPath(path, '名单')).header).toEqual(['y']);
    expect((await readPath(path, '说明 & 样例')).header).toEqual(['x']);
    await expect(readPath(path, '名')).rejects.toMatchObject({
      code: 'unknown-sheet',
      hint: { zh: expect.stringContaining('名单') },
    });
    await expect(readPath(newCsv(), '名单')).rejects.toMatchObject({ code: 'table-unreadable' });
  });

  test('errors of formulas are there to be seen', async () => {
    const path = newFile('xlsx');
    await writeXlsx(path, { a: [['x'], [{ error: '#N/A' }]] });
    expect((await readPath(path)).rows).toEqual([{ line: 2, cells: ['#N/A'] }]);
  });

  test('what is damaged, no workbook or claims cells far outside is refused', async () => {
    const path = newFile('xlsx');
    await writeXlsx(path, { a: [['x'], ['1']] });
    const cut = spawnSync('head', ['-c', '400', path]).stdout;
    await expect(readBytes(cut, 'xlsx')).rejects.toMatchObject({ code: 'table-unreadable' });
    const other = newFile('xlsx');
    await writeParts(other, new Map([['word/document.xml', '<w/>']]));
    await expect(readPath(other)).rejects.toMatchObject({ code: 'table-unreadable' });
    for (const far of ['<row r="99999999999"></row>', '<row r="3"><c r="XFD3"><v>1</v></c></row>']) {
      const parts = xlsxXml({ a: [['x'], ['1']] });
      const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
      parts.set('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', `${far}</sheetData>`));
      const wide = newFile('xlsx');
      await writeParts(wide, parts);
      await expect(readPath(wide)).rejects.toMatchObject({ code: 'table-too-large' });
    }
  });

  test('one that unpacks to more than a table needs is refused', async () => {
    const parts = xlsxXml({ a: [['x'], ['1']] });
    for (let index = 0; index < 4; index += 1) parts.set(`xl/bomb${index}.xml`, ' '.repeat(30_000_000));
    const path = newFile('xlsx');
    await writeParts(path, parts);
    await expect(readPath(path)).rejects.toMatchObject({ code: 'table-too-large' });
  });

  test('10,000 rows are read in seconds', async () => {
    const path = newFile('xlsx');
    await writeXlsx(path, {
      a: [
        ['公司名称', '号码'],
        ...Array.from({ length: 10_000 }, (_, index) => [`公司${index}`, `9144${index}`]),
      ],
    });
    expect((await readPath(path)).rows).toHaveLength(10_000);
  });
});

function newCsv(): string {
  const path = newFile('csv');
  writeFileSync(path, text);
  return path;
}
