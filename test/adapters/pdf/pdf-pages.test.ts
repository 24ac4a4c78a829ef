import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, degrees, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { createPdfPages } from '../../../main/adapters/pdf/pdf-pages.ts';
import type { LocalFile } from '../../../main/world/local-file.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { patches, textPdf } from '../images/file-fixtures.ts';

const pages = createPdfPages(createPictures());
const context = { signal: new AbortController().signal, onProgress: () => undefined };

function put(folder: string, name: string, bytes: Uint8Array): LocalFile {
  const absolutePath = join(folder, name);
  writeFileSync(absolutePath, bytes);
  return { absolutePath, name };
}

/** The pictures of a PDF as poppler takes them out, each as the file holds it. */
function picturesOf(folder: string, pdf: Uint8Array): readonly Buffer[] {
  const out = join(folder, 'pictures');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'a.pdf'), pdf);
  execFileSync('pdfimages', ['-all', join(out, 'a.pdf'), join(out, 'p')]);
  return readdirSync(out)
    .filter((name) => name.startsWith('p-'))
    .sort()
    .map((name) => readFileSync(join(out, name)));
}

/** The page as poppler draws it, RGB rows. */
async function drawn(folder: string, pdf: Uint8Array, page: number, dpi: number) {
  const path = join(folder, 'drawn.pdf');
  writeFileSync(path, pdf);
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    String(dpi),
    '-cropbox',
    '-f',
    String(page + 1),
    '-l',
    String(page + 1),
    '-singlefile',
    path,
    join(folder, 'drawn'),
  ]);
  const { data, info } = await sharp(join(folder, 'drawn.png'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const isSound = (folder: string, pdf: Uint8Array): string => {
  const path = join(folder, 'sound.pdf');
  writeFileSync(path, pdf);
  return execFileSync('qpdf', ['--check', path]).toString();
};

const textOf = (folder: string, pdf: Uint8Array): string => {
  const path = join(folder, 'text.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', [path, '-']).toString();
};

describe('scans joined to one PDF', () => {
  test('hold the very bytes of JPEGs, other pictures pixel for pixel, and PDFs page by page, in order', async () => {
    const folder = temporaryFolder();
    const jpeg = await patches(827, 1169, 3).jpeg({ quality: 81 }).toBuffer();
    const grey = await patches(400, 600, 4).greyscale().jpeg({ progressive: true }).toBuffer();
    const png = await patches(300, 200, 7).png().toBuffer();
    const joined = await pages.join(
      [
        { file: put(folder, '一.jpg', jpeg), dpi: 100 },
        { file: put(folder, 'b.pdf', await textPdf(2)), dpi: null },
        { file: put(folder, 'c.png', png), dpi: null },
        { file: put(folder, 'd.jpg', grey), dpi: 50 },
      ],
      context,
    );
    expect(isSound(folder, joined)).toContain('No syntax or stream encoding errors');
    const [first, second, third] = picturesOf(folder, joined);
    expect(first?.equals(jpeg)).toBe(true);
    expect(third?.equals(grey)).toBe(true);
    const rgbOf = (bytes: Buffer | undefined): Promise<Buffer> =>
      sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer();
    expect((await rgbOf(second)).equals(await rgbOf(png))).toBe(true);
    expect(textOf(folder, joined)).toMatch(/Page 1, line 0[\s\S]*Page 2, line 0/);
    const sizes = (await PDFDocument.load(joined))
      .getPages()
      .map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())]);
    expect(sizes).toEqual([
      [595, 842],
      [595, 842],
      [595, 842],
      [842, 561],
      [576, 864],
    ]);
  });

  test('stand upright however a phone held them', async () => {
    const folder = temporaryFolder();
    const files = [];
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const turned = await patches(300, 200, 9)
        .withMetadata({ orientation })
        .jpeg({ quality: 95 })
        .toBuffer();
      files.push(put(folder, `${orientation}.jpg`, turned));
    }
    const joined = await pages.join(
      files.map((file) => ({ file, dpi: 72 })),
      context,
    );
    for (const [page, file] of files.entries()) {
      const shown = await drawn(folder, joined, page, 72);
      const { data, info } = await sharp(file.absolutePath)
        .autoOrient()
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([shown.width, shown.height]).toEqual([info.width, info.height]);
      let difference = 0;
      for (let at = 0; at < data.length; at += 1)
        difference += Math.abs((data[at] ?? 0) - (shown.data[at] ?? 0));
      expect(difference / data.length, file.name).toBeLessThan(12);
    }
  });

  test('are the same to the byte each time, and none is made when it is cancelled', async () => {
    const folder = temporaryFolder();
    const files = [
      put(folder, 'a.jpg', await patches(200, 300).jpeg().toBuffer()),
      put(folder, 'b.pdf', await textPdf(1)),
    ];
    const sources = files.map((file) => ({ file, dpi: null }));
    expect(
      Buffer.from(await pages.join(sources, context)).equals(Buffer.from(await pages.join(sources, context))),
    ).toBe(true);
    await expect(
      pages.join(sources, { ...context, signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped');
  });
});

describe('a scanned PDF taken apart', () => {
  test('gives the wanted pages in the wanted order with the very pictures', async () => {
    const folder = temporaryFolder();
    const scans = await Promise.all([1, 2, 3].map((seed) => patches(200, 300, seed).jpeg().toBuffer()));
    const whole = await pages.join(
      scans.map((bytes, at) => ({ file: put(folder, `${at}.jpg`, bytes), dpi: null })),
      context,
    );
    const part = await pages.take(put(folder, 'whole.pdf', whole), [2, 0]);
    const found = picturesOf(folder, part);
    expect(found.map((bytes) => scans.findIndex((one) => one.equals(bytes)))).toEqual([2, 0]);
    // What was not taken is not carried along.
    expect(part.length).toBeLessThan((scans[0]?.length ?? 0) + (scans[2]?.length ?? 0) + 3000);
  });

  test('is refused where it is damaged, protected or has no such page', async () => {
    const folder = temporaryFolder();
    const pdf = put(folder, 'a.pdf', await textPdf(1));
    execFileSync('qpdf', [
      '--encrypt',
      'user',
      'owner',
      '256',
      '--',
      pdf.absolutePath,
      join(folder, 'locked.pdf'),
    ]);
    for (const [file, wanted] of [
      [put(folder, 'broken.pdf', new TextEncoder().encode('%PDF-1.7 nothing')), [0]],
      [{ absolutePath: join(folder, 'locked.pdf'), name: 'locked.pdf' }, [0]],
      [pdf, [4]],
    ] as const) {
      expect((await failureOf(pages.take(file, wanted))).code).toBe('pdf-not-taken');
    }
  });
});

describe('a PDF page laid straight', () => {
  /** A page of 400 × 300 pt with a red bar that leans clockwise as it is shown. */
  async function leaning(by: number, turned: number): Promise<Uint8Array> {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 300]);
    page.setRotation(degrees(turned));
    page.drawRectangle({ x: 100, y: 150, width: 200, height: 6, rotate: degrees(-by), color: rgb(1, 0, 0) });
    return pdf.save();
  }
  /** How the bar leans, in degrees clockwise from its own long direction, folded into ±45. */
  async function leanOf(folder: string, pdf: Uint8Array): Promise<number> {
    const { data, width } = await drawn(folder, pdf, 0, 144);
    const points: [number, number][] = [];
    for (let px = 0; px * 3 < data.length; px += 1) {
      if ((data[px * 3] ?? 0) > 200 && (data[px * 3 + 1] ?? 0) < 80)
        points.push([px % width, Math.floor(px / width)]);
    }
    const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
    const [mx, my] = [mean(0), mean(1)];
    let [xx, yy, xy] = [0, 0, 0];
    for (const [x, y] of points) {
      xx += (x - mx) ** 2;
      yy += (y - my) ** 2;
      xy += (x - mx) * (y - my);
    }
    const angle = (Math.atan2(2 * xy, xx - yy) / 2 / Math.PI) * 180;
    return ((angle + 45 + 180) % 90) - 45;
  }

  test.each([0, 90, 180, 270])(
    'turned by %i in its file, leans no more, and keeps every mark',
    async (turned) => {
      const folder = temporaryFolder();
      const before = await leaning(7, turned);
      expect(await leanOf(folder, before)).toBeCloseTo(7, 0);
      const after = await pages.straighten(put(folder, 'a.pdf', before), [{ index: 0, degrees: -7 }]);
      expect(isSound(folder, after)).toContain('No syntax or stream encoding errors');
      expect(Math.abs(await leanOf(folder, after))).toBeLessThan(0.3);
      const { width, height } = await drawn(folder, after, 0, 72);
      const [across, down] = turned % 180 === 0 ? [400, 300] : [300, 400];
      expect(width).toBeGreaterThanOrEqual(across);
      expect(height).toBeGreaterThanOrEqual(down);
    },
  );

  test('is cut to its sheet with a margin, its picture untouched, the other pages as they were', async () => {
    const folder = temporaryFolder();
    const jpeg = await patches(400, 500).jpeg().toBuffer();
    const file = put(folder, 'scan.jpg', jpeg);
    const whole = await pages.join(
      [
        { file, dpi: 72 },
        { file, dpi: 72 },
      ],
      context,
    );
    const corners = [
      { x: 0.25, y: 0.2 },
      { x: 0.75, y: 0.2 },
      { x: 0.75, y: 0.8 },
      { x: 0.25, y: 0.8 },
    ] as const;
    const after = await pages.straighten(put(folder, 'w.pdf', whole), [{ index: 1, degrees: 0, corners }]);
    expect(picturesOf(folder, after).every((one) => one.equals(jpeg))).toBe(true);
    const [first, second] = (await PDFDocument.load(after)).getPages();
    expect([first?.getWidth(), first?.getHeight()]).toEqual([400, 500]);
    expect([second?.getWidth(), second?.getHeight()].map((side) => Math.round(side ?? 0))).toEqual([
      207, 307,
    ]);
    const shown = await drawn(folder, after, 1, 72);
    const { data } = await sharp(jpeg)
      .extract({ left: 100, top: 100, width: 200, height: 300 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const margin = Math.round((shown.width - 200) / 2);
    const at = (150 + margin) * shown.width + 100 + margin;
    const want = (150 * 200 + 100) * 3;
    for (let channel = 0; channel < 3; channel += 1)
      expect(Math.abs((shown.data[at * 3 + channel] ?? 0) - (data[want + channel] ?? 0))).toBeLessThan(14);
  });
});
