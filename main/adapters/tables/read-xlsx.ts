import { Failure } from '../../contract/failure.ts';
import { nearNames } from '../../core/near-name.ts';
import { unreadableTable } from './table-failures.ts';
import { xlsxParts } from './xlsx-parts.ts';

/** A spreadsheet keeps 15 digits of a number: what has more of them has lost some already. */
const keptDigits = 15;

/**
 * Every row of one sheet of a workbook, the first unless named: dates as YYYY-MM-DD, numbers as they are written out;
 * one with more digits than a spreadsheet keeps stays in scientific notation, so that it is seen. Throws
 * `table-unreadable`, `table-too-large`, `unknown-sheet`.
 */
export async function readXlsx(
  bytes: Buffer,
  name: string,
  sheet: string | undefined,
): Promise<readonly (readonly string[])[]> {
  const parts = await xlsxParts(bytes, name);
  requireSheet(parts.get('xl/workbook.xml'), name, sheet);
  const [{ readSheet }, { ZipFile }] = await Promise.all([import('read-excel-file/node'), import('yazl')]);
  // The reader unpacks whatever a file holds; it gets the parts that were measured.
  const zip = new ZipFile();
  for (const [path, part] of parts) zip.addBuffer(errorsAsText(part), path, { compress: false });
  zip.end();
  const pieces: Buffer[] = [];
  // Safe: a stream without an encoding gives Buffers.
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  try {
    const rows = await readSheet(Buffer.concat(pieces), sheet ?? 1, { parseNumber: writtenOut });
    return rows.map((row) => row.map(textOf));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unreadableTable(
      name,
      { zh: `文件已损坏（${error.message}）`, en: `it is damaged (${error.message})` },
      error,
    );
  }
}

/** The reader takes the error of a formula, such as #N/A, for an empty cell: as the text of one it stays to be seen. */
function errorsAsText(part: Buffer): Buffer {
  if (!part.includes('t="e"')) return part;
  // Byte by byte, so that whatever else is in it stays as it is.
  const text = part.toString('latin1').replaceAll(/(<(?:\w+:)?c\s[^>]*?\bt=")e"/g, '$1str"');
  return Buffer.from(text, 'latin1');
}

/** A number's text: 1.1 for 1.1000000000000001; in scientific notation where digits were lost. */
function writtenOut(raw: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  return Math.abs(value) < 10 ** keptDigits
    ? String(Number(value.toPrecision(keptDigits)))
    : value.toExponential();
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

function requireSheet(workbook: Buffer | undefined, name: string, sheet: string | undefined): void {
  if (sheet === undefined) return;
  const text = workbook?.toString('utf8') ?? '';
  const names = Array.from(text.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g), ([, one = '']) =>
    plainXml(one),
  );
  if (names.includes(sheet)) return;
  const near = nearNames(sheet, names);
  const shown = near.length > 0 ? near : names;
  throw new Failure(
    'unknown-sheet',
    { zh: `「${name}」里没有名为「${sheet}」的工作表`, en: `“${name}” has no sheet “${sheet}”` },
    { zh: `工作表有：${shown.join('、')}`, en: `Its sheets: ${shown.join(', ')}` },
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plainXml = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, named?: string) => {
      if (named !== undefined) return entities[named] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
