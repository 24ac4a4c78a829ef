import { writeFileSync } from 'node:fs';
import { ZipFile } from 'yazl';

/** A cell: a text, a number as a spreadsheet writes it into the file, a day (its serial number), an error, or nothing. */
export type XlsxCell =
  string | { readonly number: string } | { readonly serialDay: number } | { readonly error: string } | null;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const columnName = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) +
  String.fromCharCode(65 + (index % 26));

const sheetXml = (rows: readonly (readonly XlsxCell[])[], shared: string[]): string => {
  const cellXml = (cell: XlsxCell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
    if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
    if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
    return `<c r="${at}" s="1"><v>${cell.serialDay}</v></c>`;
  };
  const body = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
};

/** The parts of a workbook of these sheets, as Excel lays them out. */
export function xlsxXml(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
): Map<string, string> {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const parts = new Map<string, string>();
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts.set(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  parts.set(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId98" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  parts.set(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  names.forEach((name, index) =>
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheets[name] ?? [], shared)),
  );
  parts.set(
    'xl/sharedStrings.xml',
    `<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  );
  return parts;
}

/** Writes parts as a zip. */
export async function writeParts(path: string, parts: ReadonlyMap<string, string>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text, 'utf8'), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  writeFileSync(path, Buffer.concat(pieces));
}

/** Writes a small workbook as Excel does: shared strings, numbers, days by their serial number. */
export const writeXlsx = (
  path: string,
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
): Promise<void> => writeParts(path, xlsxXml(sheets));
