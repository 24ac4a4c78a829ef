import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import { directoryRecord, endRecords, localHeader, noonOf } from '../../../main/adapters/zip/zip-records.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { quietContext } from './quiet-context.ts';

const date = '2026-11-22';
const fiveGb = 5_000_000_000;

/** A zip whose first entry is 5 GB of zeros, which take no room on the disk, and whose second lies behind them. */
function writeSparse(path: string, zerosCrc: number): void {
  const content = Buffer.from('在 4 GB 之后');
  const zeros = {
    name: Buffer.from('包/零.png'),
    isDeflated: false,
    crc32: zerosCrc,
    packedBytes: fiveGb,
    sizeBytes: fiveGb,
    offset: 0,
  };
  const header = localHeader(zeros, date);
  const behind = {
    name: Buffer.from('包/之后.txt'),
    isDeflated: false,
    crc32: crc32(content),
    packedBytes: content.length,
    sizeBytes: content.length,
    offset: header.length + fiveGb,
  };
  const second = Buffer.concat([localHeader(behind, date), content]);
  const directory = Buffer.concat([zeros, behind].map((record) => directoryRecord(record, date)));
  const directoryAt = behind.offset + second.length;
  const file = openSync(path, 'w');
  writeSync(file, header, 0, header.length, 0);
  writeSync(file, second, 0, second.length, behind.offset);
  writeSync(
    file,
    Buffer.concat([directory, endRecords(2, directoryAt, directory.length)]),
    0,
    null,
    directoryAt,
  );
  closeSync(file);
}

test('sizes and places over 4 GB are read by Python, 7-Zip and unzip, and what lies behind them is extracted', () => {
  const path = join(temporaryFolder(), '大.zip');
  writeSparse(path, 0);
  const python =
    'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);print(json.dumps([[i.filename,i.file_size,i.header_offset>2**32] for i in z.infolist()]+[z.read("包/之后.txt").decode()]))';
  expect(JSON.parse(execFileSync('python3', ['-c', python, path]).toString())).toEqual([
    ['包/零.png', fiveGb, false],
    ['包/之后.txt', 15, true],
    '在 4 GB 之后',
  ]);
  const utf8 = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  expect(execFileSync('7z', ['l', path], utf8).toString()).toMatch(/5000000000 .*包\/零\.png/);
  expect(execFileSync('7z', ['x', '-so', path, '包/之后.txt'], utf8).toString()).toBe('在 4 GB 之后');
  expect(execFileSync('unzip', ['-p', path, '*.txt'], utf8).toString()).toBe('在 4 GB 之后');
});

test('our own reader unpacks what lies behind 4 GB', async () => {
  const folder = temporaryFolder();
  const path = join(folder, '大.zip');
  writeSparse(path, 0);
  const target = join(folder, '之后.txt');
  await createZip().unpack(
    { absolutePath: path, name: '大.zip' },
    new Map([['包/之后.txt', target]]),
    quietContext(),
  );
  expect(readFileSync(target, 'utf8')).toBe('在 4 GB 之后');
});

test('70,000 entries get the records that 16 bits cannot count', () => {
  const end = endRecords(70_000, 1000, 2000);
  expect(end.readUInt32LE(0)).toBe(0x06064b50);
  expect(end.readBigUInt64LE(24)).toBe(70_000n);
  expect(end.readUInt16LE(end.length - 22 + 10)).toBe(0xffff);
  expect(endRecords(65_534, 1000, 2000)).toHaveLength(22);
});

test('a day before 1980, which MS-DOS cannot say, becomes one that it can', () => {
  expect(noonOf('1970-05-06').day).toBe((5 << 5) | 6);
  expect(noonOf('2026-11-22')).toEqual({ day: (46 << 9) | (11 << 5) | 22, time: 12 << 11 });
});
