import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createPageCodes } from '../../../main/adapters/images/page-codes.ts';
import { packageFile } from '../../../main/adapters/images/package-file.ts';
import { drawSheet, withNoise } from './draw-scan.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-codes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codes = createPageCodes();
const inspector = createInspector();
const code = {
  dossier: '0123456789',
  letter: 'publishing-commitment',
  revision: '1a2b3c4d',
  page: 1,
  pages: 2,
};

let files = 0;
function scanOf(bytes: Uint8Array, ending: string): Promise<FileInspection> {
  files += 1;
  const name = `scan-${files}.${ending}`;
  const absolutePath = join(folder, name);
  writeFileSync(absolutePath, bytes);
  return inspector.inspect({ absolutePath, name }, name, 'scan');
}

const printedPage = async (dpi: number): Promise<Buffer> =>
  drawSheet({ dpi, code: { rows: await codes.encode(code), mm: 14 }, seal: { mm: 40, ink: '#d01020' } });

describe('making page codes', () => {
  test('gives a square of 0 and 1 without quiet zone, the same each time', async () => {
    const rows = await codes.encode(code);
    expect(rows.length).toBeGreaterThanOrEqual(21);
    expect(rows.every((row) => row.length === rows.length && /^[01]+$/.test(row))).toBe(true);
    expect(rows[0]).toMatch(/^1111111.*1111111$/);
    expect(await createPageCodes().encode(code)).toEqual(rows);
  });

  test('gives different codes for different pages', async () => {
    expect(await codes.encode({ ...code, page: 2 })).not.toEqual(await codes.encode(code));
  });
});

describe('reading page codes back from scans', () => {
  test.each([
    [300, 0], [300, 90], [300, 180], [300, 270],
    [150, 0], [150, 90], [150, 180], [150, 270],
  ])('works at %i dpi with the sheet turned by %i degrees, skewed by 2 and saved as JPEG', async (dpi, turned) => {
    const page = await sharp(await printedPage(dpi)).rotate(2, { background: '#ffffff' }).png().toBuffer();
    const scanned = await sharp(await withNoise(page, 12)).rotate(turned).jpeg({ quality: 60 }).toBuffer();
    const { pages, problem } = await scanOf(scanned, 'jpg');
    expect(problem).toBeUndefined();
    expect(pages?.[0]).toMatchObject({ index: 0, code, rotated: turned, hasText: false });
  }); // prettier-ignore

  test.each([0, 90, 180, 270])('works in a PDF of a 150 dpi scan turned by %i degrees', async (turned) => {
    const scan = await sharp(await printedPage(150))
      .rotate(turned)
      .jpeg({ quality: 70 })
      .toBuffer();
    const pdf = await PDFDocument.create();
    const picture = await pdf.embedJpg(scan);
    const [width, height] = turned % 180 === 0 ? [595.28, 841.89] : [841.89, 595.28];
    pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
    const { pages } = await scanOf(await pdf.save(), 'pdf');
    expect(pages?.[0]).toMatchObject({ code, rotated: turned });
  });

  test('finds a code that is not in a corner: a page photographed on a desk', async () => {
    const page = await sharp(await printedPage(150))
      .rotate(-5, { background: '#6a4a30' })
      .png()
      .toBuffer();
    const photo = await sharp(page)
      .extend({ top: 900, bottom: 1300, left: 700, right: 1400, background: '#6a4a30' })
      .jpeg({ quality: 70 })
      .toBuffer();
    expect((await scanOf(photo, 'jpg')).pages?.[0]).toMatchObject({ code, rotated: 0 });
  });

  test('reads a very large scan, 600 dpi', async () => {
    const scan = await sharp(await printedPage(600))
      .greyscale()
      .jpeg({ quality: 60 })
      .toBuffer();
    const { pages, image } = await scanOf(scan, 'jpg');
    expect(pages?.[0]).toMatchObject({ code, rotated: 0 });
    expect(image).toMatchObject({ widthPx: 4961, heightPx: 7016 });
  });

  test('leaves a page without code, and one with another code, without', async () => {
    const plain = await sharp(await drawSheet({ dpi: 150 }))
      .jpeg()
      .toBuffer();
    expect((await scanOf(plain, 'jpg')).pages?.[0]?.code).toBeUndefined();
    const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
    const wasm = readFileSync(packageFile('zxing-wasm/writer/zxing_writer.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
    const { symbol } = await writeBarcode('https://example.com/not-ours', {
      format: 'QRCode',
      scale: 1,
      addQuietZones: false,
    });
    const rows = Array.from({ length: symbol.height }, (_, y) =>
      Array.from(symbol.data.subarray(y * symbol.width, (y + 1) * symbol.width), (shade) =>
        shade < 128 ? '1' : '0',
      ).join(''),
    );
    const other = await sharp(await drawSheet({ dpi: 150, code: { rows, mm: 14 } }))
      .jpeg()
      .toBuffer();
    expect((await scanOf(other, 'jpg')).pages?.[0]?.code).toBeUndefined();
  });
});
