import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, degrees } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileInspection, InspectionDepth } from '../../../main/contract/files.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { makeFolder, patches, textPdf } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

const inspector = createInspector();
const inspect = (name: string, bytes: Uint8Array | string, depth: InspectionDepth): Promise<FileInspection> =>
  inspector.inspect(folder.put(name, bytes), name, depth);
const at = (name: string, depth: InspectionDepth): Promise<FileInspection> =>
  inspector.inspect({ absolutePath: join(folder.path, name), name }, name, depth);

const png = await patches(320, 200).png().toBuffer();
const jpeg = await patches(320, 200).jpeg().toBuffer();
const pdf = await textPdf(2);

describe('a scan', () => {
  test('in a PDF has pages with their size in millimetres, their text and their measure', async () => {
    const { pdf: about, pages, problem } = await inspect('two.pdf', pdf, 'scan');
    expect(problem).toBeUndefined();
    expect(about).toEqual({ pages: 2 });
    expect(pages).toHaveLength(2);
    expect(pages?.[1]).toMatchObject({
      index: 1,
      widthMm: 210,
      heightMm: 297,
      hasText: true,
      measure: { frames: 1, colouredShare: 0 },
    });
    expect(pages?.[0]?.measure.contrast).toBeGreaterThan(5);
  });

  test('in a PDF whose pages are turned has the size as it is seen', async () => {
    const turned = await PDFDocument.load(pdf);
    turned.getPage(0).setRotation(degrees(90));
    expect((await inspect('turned.pdf', await turned.save(), 'scan')).pages?.[0]).toMatchObject({
      widthMm: 297,
      heightMm: 210,
    });
  });

  test('of more than 60 pages says its count and measures the first 60', async () => {
    const many = await PDFDocument.create();
    for (let page = 0; page < 63; page += 1) many.addPage([120, 120]);
    const found = await inspect('many.pdf', await many.save(), 'scan');
    expect(found.pdf).toEqual({ pages: 63 });
    expect(found.pages).toHaveLength(60);
    expect(found.pages?.[59]).toMatchObject({ index: 59, hasText: false, measure: { contrast: 0 } });
  });

  test('of pages of absurd sizes is drawn small', async () => {
    const odd = await PDFDocument.create();
    odd.addPage([14_000, 20]);
    odd.addPage([3, 3]);
    const { pages } = await inspect('odd.pdf', await odd.save(), 'scan');
    expect(pages?.[0]?.measure.widthPx).toBeLessThanOrEqual(3400);
    expect(pages?.[0]?.measure.heightPx).toBeGreaterThan(0);
    expect(pages?.[1]?.measure.widthPx).toBeGreaterThan(0);
  });

  test('as a picture is one page, as a TIFF of two pages two', async () => {
    const single = await inspect('single.jpg', jpeg, 'scan');
    expect(single.pages).toHaveLength(1);
    expect(single.image).toEqual(single.pages?.[0]?.measure);
    const script = `import sys
from struct import pack
def page(n, next):
    ifd = pack('<H', 8)
    for tag, kind, count, value in ((256,3,1,16),(257,3,1,16),(258,3,1,8),(259,3,1,1),(262,3,1,1),(273,4,1,n),(278,3,1,16),(279,4,1,256)):
        ifd += pack('<HHII', tag, kind, count, value)
    return ifd + pack('<I', next)
size = 2 + 8*12 + 4
first = 8; second = first + size; data = second + size
sys.stdout.buffer.write(b'II*\\0' + pack('<I', first) + page(data, second) + page(data + 256, 0) + bytes(range(256)) + bytes(256))`;
    const twoPages = execFileSync('python3', ['-c', script]);
    const pages = (await inspect('two.tif', twoPages, 'scan')).pages ?? [];
    expect(pages.map((page) => page.index)).toEqual([0, 1]);
    expect(pages[0]?.measure.pixelSha256).not.toBe(pages[1]?.measure.pixelSha256);
  });

  test('that is encrypted is told from one that is corrupt or cut off', async () => {
    const plain = folder.put('plain.pdf', pdf).absolutePath;
    const secret = join(folder.path, 'secret.pdf');
    execFileSync('qpdf', ['--encrypt', 'geheim', 'o', '256', '--', plain, secret]);
    expect(await at('secret.pdf', 'scan')).toMatchObject({ type: 'pdf', problem: 'encrypted' });
    expect(await at('secret.pdf', 'text')).toMatchObject({ type: 'pdf', problem: 'encrypted' });
    const ownerOnly = join(folder.path, 'owner.pdf');
    execFileSync('qpdf', ['--encrypt', '', 'o', '256', '--', plain, ownerOnly]);
    expect((await at('owner.pdf', 'scan')).problem).toBeUndefined();
    expect(await inspect('corrupt.pdf', `%PDF-1.7\n${'garbage '.repeat(50)}`, 'scan')).toMatchObject({
      type: 'pdf',
      problem: 'damaged',
    });
    for (const share of [0.3, 0.6, 0.9]) {
      const cut = pdf.subarray(0, Math.floor(pdf.length * share));
      expect(await inspect(`cut-${share}.pdf`, cut, 'scan')).toMatchObject({
        type: 'pdf',
        problem: 'damaged',
      });
    }
    // Written plainly, its objects survive a cut and readers rebuild the table: it opens, and is cut off all the same.
    const loaded = await PDFDocument.load(pdf);
    const old = Buffer.from(await loaded.save({ useObjectStreams: false }));
    const opened = await inspect('no-end.pdf', old.subarray(0, old.lastIndexOf('startxref')), 'scan');
    expect(opened).toMatchObject({ problem: 'damaged', pages: [{ index: 0 }, { index: 1 }] });
    const zeroed = Buffer.from(readFileSync(plain));
    zeroed.fill(0, 20, zeroed.length - 200);
    expect(await inspect('zeroed.pdf', zeroed, 'scan')).toMatchObject({ problem: 'damaged' });
  });

  test('is a HEIC photo too, whole: one that is only begun is damaged', async () => {
    const whole = readFileSync(join(import.meta.dirname, 'fixtures', 'turned.heic'));
    const { pages, image, problem } = await inspect('photo.heic', whole, 'scan');
    expect(problem).toBeUndefined();
    expect(image).toMatchObject({ widthPx: 300, heightPx: 400, frames: 1, hasAlpha: false, redShare: 0.25 });
    expect(pages?.[0]?.scan?.source).toBe('picture');
    const begun = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await inspect('begun.heic', begun, 'scan')).toMatchObject({ type: 'heic', problem: 'damaged' });
    for (const share of [0.3, 0.65, 0.9]) {
      const cut = await inspect(
        `cut-${share}.heic`,
        whole.subarray(0, Math.floor(whole.length * share)),
        'scan',
      );
      expect(cut).toMatchObject({ type: 'heic', problem: 'damaged' });
    }
  });

  test('in a PDF is told from a page of text by what covers it, and knows how fine its picture is', async () => {
    const paper = await PDFDocument.create();
    const picture = await paper.embedJpg(await patches(1654, 2339).jpeg().toBuffer());
    const logo = await paper.embedPng(await patches(100, 100).png().toBuffer());
    paper.addPage([595.28, 841.89]).drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
    const printed = paper.addPage([595.28, 841.89]);
    printed.drawText('Commitment', { x: 80, y: 700 });
    printed.drawImage(logo, { x: 400, y: 60, width: 110, height: 110 });
    const { pages } = await inspect('mixed.pdf', await paper.save(), 'scan');
    expect(pages?.[0]?.scan).toMatchObject({ source: 'scanned', dpi: 200, dpiFrom: 'pdf' });
    expect(pages?.[1]?.scan).toMatchObject({ source: 'digital', dpi: null });
  });
});

describe('a text', () => {
  const gb18030 = Buffer.from([0xd2, 0xfe, 0xcb, 0xbd, 0xd5, 0xfe, 0xb2, 0xdf, 0x90, 0x30, 0x81, 0x30]);
  test.each([
    ['UTF-8', Buffer.from('隐私政策 🙂'), '隐私政策 🙂'],
    ['UTF-8 with mark', Buffer.from('\ufeff隐私政策'), '隐私政策'],
    ['UTF-16LE with mark', Buffer.from('\ufeff隐私政策', 'utf16le'), '隐私政策'],
    ['UTF-16BE with mark', Buffer.from('\ufeff隐私政策', 'utf16le').swap16(), '隐私政策'],
    [
      'UTF-16LE without mark',
      Buffer.from('Privacy policy of a company', 'utf16le'),
      'Privacy policy of a company',
    ],
    ['GB18030', gb18030, '隐私政策\u{10000}'],
  ])('in %s is decoded', async (name, bytes, text) => {
    expect((await inspect(`texts/${name}.txt`, bytes, 'text')).text).toBe(text);
  });

  test('is kept up to a million characters, whole ones', async () => {
    const long = await inspect('long.md', `${'案'.repeat(999_999)}🙂卷`.repeat(2), 'text');
    expect(long.text).toHaveLength(999_999);
    expect((await inspect('longer.md', '卷'.repeat(5_000_000), 'text')).text).toHaveLength(1_000_000);
  });

  test('of a PDF is what it carries; a Word file is told by type; anything else is not looked at', async () => {
    const found = await inspect('policy.pdf', pdf, 'text');
    expect(found.pdf).toEqual({ pages: 2 });
    expect(found.text).toContain('Page 2, line 19');
    expect(await inspect('policy.png', png, 'text')).toMatchObject({ type: 'png', problem: 'unsupported' });
    const mixed = Buffer.concat([Buffer.from('text '), Buffer.from([0xff, 0xff, 0xff, 0x80])]);
    expect(await inspect('mixed.txt', mixed, 'text')).toMatchObject({ problem: 'unsupported' });
  });

  test('of a web page is its source', async () => {
    const html = '<!doctype html><title>隐私</title><p>我们……</p>';
    expect(await inspect('policy.html', html, 'text')).toMatchObject({ type: 'html', text: html });
  });
});
