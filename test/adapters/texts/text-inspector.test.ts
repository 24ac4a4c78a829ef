import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts, rgb } from 'pdf-lib';
import { expect, test } from 'vitest';
import { createDocxReader } from '../../../main/adapters/docx/docx-reader.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createTextInspector } from '../../../main/adapters/texts/text-inspector.ts';
import { readableAsTextOutcome } from './readable-outcome.ts';
import { craftDocx } from '../docx/edit-docx.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const inspector = createTextInspector(createInspector(), createDocxReader());
const inspect = (name: string, bytes: Uint8Array, signal?: AbortSignal) => {
  const absolutePath = join(temporaryFolder(), name);
  writeFileSync(absolutePath, bytes);
  return inspector.inspect({ absolutePath, name }, `texts/${name}`, 'text', signal);
};

const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;

test('a Word file: headings, rows, bold words and links, each at its place', async () => {
  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
  const bytes = await craftDocx(
    [
      paragraph(run('样例纪要隐私政策'), 'a3'),
      paragraph(run('一、存储'), '1'),
      paragraph(run('存储在') + run('中国境内', '<w:b/>') + run('。')),
      `<w:tbl>${row('权利', '渠道')}${row('查阅', '设置')}</w:tbl>`,
      paragraph(run('见') + `<w:hyperlink r:id="r9">${run('SDK ')}${run('清单')}</w:hyperlink>`),
    ].join(''),
    {
      'word/_rels/document.xml.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.example.com/sdk" TargetMode="External"/><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    },
  );
  const { text = '', layout, links, problem } = await inspect('隐私政策.docx', bytes);
  expect(problem).toBeUndefined();
  expect(text).toBe('样例纪要隐私政策\n一、存储\n存储在中国境内。\n权利\t渠道\n查阅\t设置\n见SDK 清单');
  const words = (spans: readonly { start: number; end: number }[] = []) =>
    spans.map(({ start, end }) => text.slice(start, end));
  expect(words(layout?.headings)).toEqual(['样例纪要隐私政策', '一、存储']);
  expect(words(layout?.rows)).toEqual(['权利\t渠道', '查阅\t设置']);
  expect(words(layout?.emphasis)).toEqual(['中国境内']);
  expect(links).toEqual([{ name: 'SDK 清单', target: 'https://www.example.com/sdk' }]);
});

/** A PDF of these words, each at its place from the top left. */
async function pdfOf(
  pages: readonly (readonly (readonly [
    text: string,
    x: number,
    y: number,
    size?: number,
    isBold?: boolean,
  ])[])[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [plain, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  for (const words of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [text, x, y, size = 11, isBold = false] of words)
      page.drawText(text, { x, y: 842 - y, size, font: isBold ? bold : plain, color: rgb(0, 0, 0) });
  }
  return pdf.save();
}

test('a PDF: without running heads and page numbers, a sentence over two pages whole, as pdftotext has its words', async () => {
  const line = 'We keep what you write for twelve months on servers in China and delete it after that time';
  const bytes = await pdfOf(
    [1, 2, 3].map((number) => [
      ['Sample Minutes, privacy policy', 60, 30],
      [`${line} ${'abc'[number - 1]}`, 60, 400],
      [`- ${number} -`, 290, 820],
    ]),
  );
  const { text = '', pdf } = await inspect('policy.pdf', bytes);
  expect(pdf).toEqual({ pages: 3 });
  expect(text).not.toMatch(/Sample Minutes|- \d -/);
  expect(text.replaceAll('\n', ' ')).toBe(`${line} a ${line} b ${line} c`);
  const file = join(temporaryFolder(), 'p.pdf');
  writeFileSync(file, bytes);
  const other = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const word of line.split(' ')) expect(other).toContain(word);
});

test('a PDF of two columns is read one after the other, however the file orders its lines', async () => {
  const lines = Array.from({ length: 10 }, (_, row) => [
    [`left ${row} goes on and on until its column ends`, 50, 100 + row * 18] as const,
    [`right ${row} goes on and on until its column ends`, 320, 100 + row * 18] as const,
  ]).flat();
  const { text = '' } = await inspect('columns.pdf', await pdfOf([lines]));
  expect(text.indexOf('left 9')).toBeGreaterThan(0);
  expect(text.indexOf('left 9')).toBeLessThan(text.indexOf('right 0'));
});

test('a PDF’s bold words stand out', async () => {
  const { text = '', layout } = await inspect(
    'bold.pdf',
    await pdfOf([
      [
        ['plain words here.', 60, 100],
        ['bold words here.', 60, 140, 11, true],
        ['plain again.', 60, 180],
      ],
    ]),
  );
  expect(layout?.emphasis.map(({ start, end }) => text.slice(start, end))).toEqual(['bold words here.']);
});

test('a scanned PDF holds no words, which is said with what to do', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
  const found = await inspect('scan.pdf', await pdf.save());
  expect(found).toMatchObject({ text: '', type: 'pdf' });
  expect(readableAsTextOutcome(found)).toMatchObject({
    outcome: 'not-checked',
    message: { zh: expect.stringContaining('另存为 PDF') as string },
  });
});

test('damaged, encrypted and cut-off files are problems and nothing throws', async () => {
  const docx = await craftDocx(paragraph(run('甲'.repeat(500))));
  const pdf = await pdfOf([[['words', 60, 100]]]);
  for (let share = 5; share < 100; share += 15) {
    for (const [name, bytes] of [
      ['a.docx', docx],
      ['a.pdf', pdf],
    ] as const) {
      const found = await inspect(name, bytes.subarray(0, Math.floor((bytes.length * share) / 100)));
      expect(found.problem !== undefined || found.text !== undefined).toBe(true);
    }
  }
  expect((await inspect('b.docx', Buffer.from('PK\x03\x04 word/document.xml'))).problem).toBe('damaged');
});

test('text files keep their encodings', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('存储在境内', 'utf16le')]);
  expect((await inspect('u.txt', utf16)).text).toContain('存储在境内');
  const gb18030 = Buffer.from([0xb4, 0xe6, 0xb4, 0xa2]);
  expect((await inspect('g.txt', gb18030)).text).toBe('存储');
});

test('reading is cancelled with the signal’s reason', async () => {
  const reason = new Error('stop');
  await expect(inspect('c.pdf', await pdfOf([[['words', 60, 100]]]), AbortSignal.abort(reason))).rejects.toBe(
    reason,
  );
});

test('the sample’s own signed letter is read as words where it has any', async () => {
  const bytes = readFileSync(
    new URL('../../../resources/sample/papers/publishing-commitment-signed.pdf', import.meta.url),
  );
  const found = await inspect('letter.pdf', bytes);
  expect(found.problem).toBeUndefined();
  expect(found.pdf?.pages).toBeGreaterThan(0);
});
