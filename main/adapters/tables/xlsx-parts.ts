import type { Entry, ZipFile } from 'yauzl';
import { tooLargeTable, unreadableTable } from './table-failures.ts';

/** What all parts of a workbook may take unpacked; a table of 10,000 rows takes a tenth of it. */
const maxUnpackedBytes = 100_000_000;
const maxParts = 2_000;
/** A sheet has no more rows than this; a file that claims more would be laid out row by row. */
const maxSheetRow = 1_048_576;
const maxColumns = 1_000;

/**
 * The XML parts of an .xlsx file by their paths: only what its directory lists, unpacked no further than a table needs.
 * Throws `table-unreadable` for what is no workbook or damaged, `table-too-large` for one that unpacks to too much.
 */
export async function xlsxParts(bytes: Buffer, name: string): Promise<ReadonlyMap<string, Buffer>> {
  const { fromBuffer } = await import('yauzl');
  const parts = new Map<string, Buffer>();
  let total = 0;
  const zip = await new Promise<ZipFile>((done, fail) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => {
      if (error === null) done(opened);
      else fail(damaged(name, error));
    });
  });
  await new Promise<void>((done, fail) => {
    const take = async (entry: Entry): Promise<void> => {
      if (/\.xml(\.rels)?$/.test(entry.fileName)) {
        total += entry.uncompressedSize;
        if (total > maxUnpackedBytes || parts.size >= maxParts) throw tooMuch(name);
        const part = await unpacked(zip, entry, name);
        if (/worksheets\//.test(entry.fileName)) requireSheetSize(part, name);
        parts.set(entry.fileName, part);
      }
      zip.readEntry();
    };
    zip.on('error', (error) => fail(damaged(name, error)));
    zip.on('end', done);
    zip.on('entry', (entry) => void take(entry).catch(fail));
    zip.readEntry();
  });
  if (!parts.has('xl/workbook.xml')) {
    throw unreadableTable(name, { zh: '它不是 .xlsx 工作簿', en: 'it is no .xlsx workbook' });
  }
  return parts;
}

/** The size that the directory states is kept to: yauzl ends the stream with an error where more comes out. */
function unpacked(zip: ZipFile, entry: Entry, name: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const refuse = (error: Error): void => fail(damaged(name, error));
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return refuse(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', refuse);
      stream.on('end', () => done(Buffer.concat(pieces)));
    });
  });
}

/** Refuses cells far outside: what lies before them would be filled in, row by row and column by column. */
function requireSheetSize(part: Buffer, name: string): void {
  // Names and numbers of cells are ASCII; a cell that holds nothing closes itself.
  const cells = part.toString('latin1').matchAll(/<(?:\w+:)?(row|c)\s[^>]*?\br="([A-Z]*)(\d+)"[^>]*?(\/?)>/g);
  for (const [, kind, letters = '', row, closed] of cells) {
    if (Number(row) > maxSheetRow) throw tooMuch(name);
    if (kind === 'row' || closed === '/') continue;
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > maxColumns) {
      throw tooLargeTable(name, {
        zh: `有超过 ${maxColumns} 列`,
        en: `it has more than ${maxColumns} columns`,
      });
    }
  }
}

const tooMuch = (name: string) =>
  tooLargeTable(name, { zh: '解压后的内容过多', en: 'it unpacks to too much' });

const damaged = (name: string, cause: Error) =>
  unreadableTable(name, { zh: '文件已损坏或被加密', en: 'the file is damaged or encrypted' }, cause);
