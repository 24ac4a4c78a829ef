import { open } from 'node:fs/promises';
import type { LocalFile } from '../../world/local-file.ts';
import type { Tables } from '../../world/tables.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { emptyTable, maxTableBytes, maxTableRows, tooLargeTable, unreadableTable } from './table-failures.ts';

/** Reads tables of at most 20 MB and 10,000 rows; what a file is, its bytes say and not its name. */
export function createTableReader(): Tables {
  return {
    async read(file, { sheet }) {
      const bytes = await readBytes(file);
      const all =
        bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0x504b0304
          ? await readXlsx(bytes, file.name, sheet)
          : await readText(bytes, file.name, sheet);
      const lines = all.map((cells, index) => ({
        line: index + 1,
        cells: cells.map((cell) => cell.replaceAll(/\r\n|\r/g, '\n').trim()),
      }));
      const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
      if (header === undefined || rows.length === 0) throw emptyTable(file.name);
      if (rows.length > maxTableRows) {
        throw tooLargeTable(file.name, { zh: `有 ${rows.length} 行`, en: `it has ${rows.length} rows` });
      }
      return { header: header.cells, rows };
    },
  };
}

function readText(
  bytes: Buffer,
  name: string,
  sheet: string | undefined,
): Promise<readonly (readonly string[])[]> {
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw unreadableTable(name, {
      zh: '它是旧版的 .xls，或加了密码',
      en: 'it is an old .xls, or protected by a password',
    });
  }
  if (sheet !== undefined) {
    throw unreadableTable(name, { zh: '它没有工作表，只有 .xlsx 才有', en: 'only .xlsx files have sheets' });
  }
  return readCsv(bytes, name);
}

async function readBytes(file: LocalFile): Promise<Buffer> {
  try {
    const handle = await open(file.absolutePath, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxTableBytes) {
        throw tooLargeTable(file.name, {
          zh: `有 ${Math.ceil(size / 1_000_000)} MB`,
          en: `it has ${Math.ceil(size / 1_000_000)} MB`,
        });
      }
      if (size === 0) throw emptyTable(file.name);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readFailure(error, file.name);
  }
}
