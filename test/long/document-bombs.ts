import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { onePagePdf, pdfBytes, pdfStream } from './pdf-bytes.ts';
import type { Bomb } from './picture-bombs.ts';
import { wordBytes, wordParagraph, wordXml, zipBytes } from './zip-bytes.ts';

/** Zeros of so many megabytes, packed by a thousand. */
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 0x20);

/** Forms of which each draws the next ten times: ten to the power of `levels` strokes. */
function nestedForms(levels: number): Buffer {
  const forms = Array.from({ length: levels }, (_, level) =>
    pdfStream(
      level === levels - 1 ? '0 0 m 500 500 l S' : '/F Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${6 + level} 0 R >> >>`,
    ),
  );
  return onePagePdf('/F Do', { resources: '<< /XObject << /F 5 0 R >> >>', more: forms });
}

/** A page whose picture unpacks to this many bytes. */
function pdfPicture(width: number, height: number, packed: Buffer): Buffer {
  const content = packed.toString('latin1');
  return onePagePdf('595 0 0 842 0 0 cm /P Do', {
    resources: '<< /XObject << /P 5 0 R >> >>',
    more: [
      pdfStream(
        content,
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      ),
    ],
  });
}

const manyPages = (count: number, content: string): Buffer =>
  pdfBytes([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'4 0 R '.repeat(count)}] /Count ${count} >>`,
    pdfStream(content),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>',
  ]);

/** Noise in a comment, so that what repeats does not give itself away by how well it packs. */
const noise = `<!--${createHash('shake256', { outputLength: 30_000 }).update('noise').digest('hex')}-->`;
const noisyXml = (body: string): string => wordXml(body + noise);

const contentTypes = (xml: string) => ({ name: '[Content_Types].xml', bytes: Buffer.from(xml) });

/** Documents that unpack to gigabytes, nest without end, or hold texts made to keep a pattern busy. */
export const documentBombs: readonly Bomb[] = [
  { name: 'docx-inflates.docx', make: () => wordBytes(zeros(400)) },
  { name: 'docx-lies-small.docx', make: () => wordBytes(zeros(200), [], 1000) },
  { name: 'docx-lies-4gb.docx', make: () => wordBytes(zeros(1), [], 0xfffffff0) },
  { name: 'docx-in-docx.docx', make: () => wordBytes(wordXml(wordParagraph('x')), Array.from({ length: 20 }, (_, index) => ({ name: `word/nested${index}.xml`, bytes: zeros(3) }))) },
  { name: 'docx-entries.docx', make: () => wordBytes(wordXml(''), Array.from({ length: 20_000 }, (_, index) => ({ name: `word/${index}.xml`, bytes: Buffer.alloc(0) }))) },
  { name: 'docx-nested-tags.docx', make: () => wordBytes(noisyXml('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000))) },
  { name: 'docx-nested-tables.docx', make: () => wordBytes(noisyXml('<w:tbl><w:tr><w:tc>'.repeat(5000) + wordParagraph('x') + '</w:tc></w:tr></w:tbl>'.repeat(5000))) },
  { name: 'docx-paragraphs.docx', make: () => wordBytes(noisyXml('<w:p/>'.repeat(600_000))) },
  { name: 'docx-runs.docx', make: () => wordBytes(noisyXml(`<w:p>${'<w:r><w:t>x</w:t></w:r>'.repeat(170_000)}</w:p>`)) },
  { name: 'docx-open-numbering.docx', make: () => wordBytes(noisyXml('<w:numPr>'.repeat(400_000))) },
  { name: 'docx-open-grids.docx', make: () => wordBytes(noisyXml('<w:tblGrid>'.repeat(350_000))) },
  { name: 'docx-open-override.docx', make: () => wordBytes(wordXml(wordParagraph('x')), [contentTypes('<Override '.repeat(350_000) + noise)]) },
  { name: 'docx-open-properties.docx', make: () => wordBytes(wordXml(wordParagraph('x')), [{ name: 'docProps/custom.xml', bytes: Buffer.from('<property name="'.repeat(240_000) + noise) }]) },
  { name: 'docx-entities.docx', make: () => wordBytes(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${wordXml(wordParagraph('&a;'))}`) },
  { name: 'zip-of-zeros.zip', make: () => zipBytes([{ name: 'zeros.bin', bytes: zeros(400) }]) },
  { name: 'pdf-huge-box.pdf', make: () => onePagePdf('0 0 m 9 9 l S', { box: '0 0 1000000000 1000000000' }) },
  { name: 'pdf-thin-box.pdf', make: () => onePagePdf('0 0 m 9 9 l S', { box: '0 0 1000000000 0.001' }) },
  { name: 'pdf-empty-box.pdf', make: () => onePagePdf('0 0 m 9 9 l S', { box: '0 0 0 0' }) },
  { name: 'pdf-odd-box.pdf', make: () => onePagePdf('0 0 m 9 9 l S', { box: '1e38 -1e38 1e39 nan' }) },
  { name: 'pdf-forms-5.pdf', make: () => nestedForms(5) },
  { name: 'pdf-forms-12.pdf', make: () => nestedForms(12) },
  { name: 'pdf-form-of-itself.pdf', make: () => onePagePdf('/F Do', { resources: '<< /XObject << /F 5 0 R >> >>', more: [pdfStream('/F Do /F Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>')] }) },
  { name: 'pdf-picture-30000.pdf', make: () => pdfPicture(30_000, 30_000, deflateSync(zeros(900), { level: 1 })) },
  { name: 'pdf-picture-lies.pdf', make: () => pdfPicture(100_000, 100_000, deflateSync(zeros(1))) },
  { name: 'pdf-packed-content.pdf', make: () => pdfBytes(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>', pdfStream(deflateSync(Buffer.alloc(300_000_000, 'q ')).toString('latin1'), '/Filter /FlateDecode')]) },
  { name: 'pdf-many-strokes.pdf', make: () => onePagePdf('0 0 m 595 842 l S '.repeat(300_000)) },
  { name: 'pdf-many-letters.pdf', make: () => onePagePdf(`BT /T 9 Tf ${'(policy policy policy) Tj '.repeat(60_000)} ET`, { resources: '<< /Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>' }) },
  { name: 'pdf-100000-pages.pdf', make: () => manyPages(100_000, '0 0 m 9 9 l S') },
  { name: 'pdf-60-heavy-pages.pdf', make: () => manyPages(60, '0 0 m 595 842 l S '.repeat(20_000)) },
  { name: 'pdf-pages-loop.pdf', make: () => pdfBytes(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>']) },
  { name: 'pdf-open-arrays.pdf', make: () => Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}\n%%EOF`) },
  { name: 'html-nested.html', make: () => Buffer.from(`<!doctype html><body>${'<div><span>'.repeat(50_000)}隐私${'</span></div>'.repeat(50_000)}`) },
  { name: 'html-nested-tables.html', make: () => Buffer.from(`<html>${'<table><tr><td>'.repeat(50_000)}`) },
  ...(
    [
      ['open-tags', '<'],
      ['open-comments', '<!--'],
      ['open-scripts', '<script'],
      ['whole-scripts', '<script>'],
      ['open-links', '<a href="'],
      ['entities', '&#x'],
      ['brackets', '['],
      ['links', '[a]('],
      ['stars', '*a '],
      ['ticks', '`'],
      ['pipes', '|'],
      ['quotes', '> '],
      ['titles', '《'],
      ['round', '（'],
      ['digits', '1'],
      ['dots', 'a.'],
      ['mail', 'a@a.'],
      ['sites', 'https://a.'],
      ['blanks', ' \t'],
      ['wide-blanks', '　'],
      ['line-ends', '\n'],
      ['dashes', '-\n'],
      ['numbers', '1.\n'],
      ['stops', '。'],
      ['policy', '我们收集您的手机号'],
      ['company', '深圳市样例科技有限公司'],
      ['marks', 'e\u0301\u0301'],
      ['surrogates', '\ud83d\ude00'],
    ] as const
  ).flatMap(([name, unit]) =>
    (['txt', 'md', 'html'] as const).map((ending) => ({
      name: `text-${name}.${ending}`,
      make: () => Buffer.from(`${ending === 'html' ? '<!doctype html><html><body>' : '隐私政策\n'}${unit.repeat(Math.floor(1_000_000 / unit.length))}`),
    })),
  ),
]; // prettier-ignore
