import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { PdfFile } from '../../../main/adapters/pdf/pdf-file.ts';
import { pdfNumber, pdfText } from '../../../main/adapters/pdf/pdf-text.ts';
import { run } from './read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-pdf-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of one page with as many further objects as asked, taken in pieces. */
function made(more: number): Buffer {
  const file = new PdfFile();
  const pages = file.reserve();
  const content = file.addStream('/Filter /FlateDecode', deflateSync('0 0 m 100 100 l S'));
  const pieces = [...file.take()];
  const kept = Array.from({ length: more }, (_, index) => file.add(`<</Index ${index}>>`));
  const page = file.add(
    `<</Type /Page /Parent ${pages} /MediaBox [0 0 100 100] /Contents ${content} /Kept [${kept.join(' ')}]>>`,
  );
  file.putBytes(file.reserve(), Buffer.from('<</Own true>>'));
  file.put(pages, `<</Type /Pages /Count 1 /Kids [${page}]>>`);
  const root = file.add(`<</Type /Catalog /Pages ${pages}>>`);
  const info = file.add(`<</Title ${pdfText('印齐 𫖯')}>>`);
  file.finish({ root, info, id: '0123456789abcdef0123456789abcdef' });
  return Buffer.concat([...pieces, ...file.take()]);
}

test.each([0, 1, 199, 200, 201, 1000])(
  'a file with %i objects more is sound to two readers',
  async (more) => {
    const bytes = made(more);
    const path = join(folder, `${more}.pdf`);
    writeFileSync(path, bytes);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    expect(run('pdfinfo', path)).toMatch(/^Title: +印齐 𫖯$/m);
    const pdf = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
    expect(pdf.getPages()[0]?.node.lookup(PDFName.of('Kept'))?.toString().match(/0 R/g) ?? []).toHaveLength(
      more,
    );
    expect(made(more).equals(bytes)).toBe(true);
  },
);

test('a reference that leads nowhere is a bug that is heard of', () => {
  const file = new PdfFile();
  const root = file.reserve();
  expect(() => file.finish({ root, info: file.add('<<>>'), id: '' })).toThrow('no object 1');
});

test('numbers are written without exponent and needless zeros', () => {
  expect([0, -0.0000001, 12, 12.5, 595.2756, 1e-7, -2.71826, 100].map((value) => pdfNumber(value, 4))).toEqual([
    '0', '0', '12', '12.5', '595.2756', '0', '-2.7183', '100',
  ]); // prettier-ignore
});
