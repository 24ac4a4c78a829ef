import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, degrees } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { openBench, type Bench } from './files-bench.ts';

const stamped = readFileSync(join(import.meta.dirname, '../../resources/sample/papers/agent-id.jpg'));
/** The sample without its red, as a copy that nobody stamped yet. */
const plain = (): Promise<Buffer> => sharp(stamped).greyscale().jpeg({ quality: 95 }).toBuffer();

const place = 'documents.agent-id-copy';
const text = (path: string): string => `app: { name: 快译通 }\ndocuments: { agent-id-copy: ${path} }\n`;
const proposed = '仅用于快译通向腾讯会议开放平台提交上架申请，他用无效 2026-11-01';

const bytesOf = async ({ world, dossier }: Bench, path: string): Promise<Buffer> =>
  readFileSync((await world.dossiers.locate(dossier, path)).absolutePath);
const rgbOf = (bytes: Buffer): Promise<Buffer> => sharp(bytes).removeAlpha().raw().toBuffer();
const darkestOf = (bytes: Uint8Array): number => bytes.reduce((one, other) => Math.min(one, other), 255);
/** Han characters only, as print spaces and mixes the rest. */
const hanOf = (words: string): string => words.replace(/[^\p{Script=Han}]/gu, '');

describe.each(['folder', 'database'] as const)('a purpose line on a copy in a %s', (kind) => {
  test('is shown before it is made, then made beside the original, put in its place, and undone', async () => {
    const source = await plain();
    const bench = await openBench(kind, text('papers/id.jpg'), { 'papers/id.jpg': source });
    const { call, world } = bench;
    const before = await call('dossiers.open', {});
    const preview = await call('files.purposePreview', { path: 'papers/id.jpg', maxPx: 500 });
    expect(preview).toMatchObject({ words: proposed, isStamped: false, fields: [place] });
    const shown = (of: typeof preview.before): Buffer =>
      readFileSync(world.artifacts.resolve(of.artifact).absolutePath);
    expect((await rgbOf(shown(preview.before))).equals(await rgbOf(shown(preview.after)))).toBe(false);
    expect(await call('dossiers.open', {})).toEqual(before);

    const made = await call('files.purpose', { path: './papers/id.jpg' });
    expect(made).toMatchObject({
      repair: 'purpose-line:papers/id-purpose.jpg',
      path: 'papers/id-purpose.jpg',
      words: proposed,
      isStamped: false,
      fields: [place],
    });
    expect(made.document.documents).toEqual({ 'agent-id-copy': 'papers/id-purpose.jpg' });
    expect(made.document.repairs?.[made.repair]).toMatchObject({
      of: 'papers/id.jpg',
      changes: [{ field: place, from: ['papers/id.jpg'], to: ['papers/id-purpose.jpg'] }],
    });
    expect((await bytesOf(bench, 'papers/id.jpg')).equals(source)).toBe(true);
    expect((await failureOf(call('files.purpose', { path: made.path }))).code).toBe('purpose-line-there');

    await call('files.undoRepair', { repair: made.repair });
    const after = await call('dossiers.open', {});
    expect(after.document).toEqual(before.document);
    expect(after.files).toEqual(before.files);
    const again = await call('files.purpose', { path: 'papers/id.jpg' });
    expect(again.document.repairs).toEqual(made.document.repairs);
  });

  test('never takes the place of a scan with a seal unless that is chosen, and says so', async () => {
    const bench = await openBench(kind, text('papers/id.jpg'), { 'papers/id.jpg': stamped });
    const { call } = bench;
    const before = await call('dossiers.open', {});
    const made = await call('files.purpose', { path: 'papers/id.jpg' });
    expect(made).toMatchObject({ isStamped: true, fields: [] });
    expect(made.document.documents).toEqual({ 'agent-id-copy': 'papers/id.jpg' });
    expect(made.files.find(({ path }) => path === made.path)?.usedBy).toEqual([]);
    expect(made.document.repairs?.[made.repair]).toMatchObject({ of: 'papers/id.jpg', changes: [] });

    const chosen = await call('files.purpose', { path: 'papers/id.jpg', replace: true });
    expect(chosen).toMatchObject({ path: made.path, isStamped: true, fields: [place] });
    expect(chosen.document.documents).toEqual({ 'agent-id-copy': made.path });
    expect((await bytesOf(bench, 'papers/id.jpg')).equals(stamped)).toBe(true);
    const undone = await call('files.undoRepair', { repair: chosen.repair });
    expect(undone.document).toEqual(before.document);
    expect(undone.files).toEqual(before.files);

    const loose = await call('files.purpose', { path: 'papers/id.jpg' });
    expect((await call('files.undoRepair', { repair: loose.repair })).files).toEqual(before.files);
  });
});

test('leaves a copy that bears no seal in its place where that is chosen', async () => {
  const { call } = await openBench('folder', text('id.jpg'), { 'id.jpg': await plain() });
  const made = await call('files.purpose', { path: 'id.jpg', replace: false });
  expect(made).toMatchObject({ isStamped: false, fields: [] });
  expect(made.document.documents).toEqual({ 'agent-id-copy': 'id.jpg' });
});

/** The band across a picture's middle, where the words stand once whole. */
async function middleOf(bytes: Uint8Array): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const band = { left: 0, top: Math.round(height / 2) - 60, width, height: 120 };
  return sharp(bytes).extract(band).greyscale().png().toBuffer();
}

describe('the picture', () => {
  test('bears the words as a machine reads them, and is as it was where they are not', async () => {
    const bench = await openBench('folder', text('id.jpg'), { 'id.jpg': stamped });
    const made = await bench.call('files.purpose', { path: 'id.jpg' });
    const bytes = await bytesOf(bench, made.path);
    const { width, height, format } = await sharp(bytes).metadata();
    expect({ width, height, format }).toEqual({ width: 1240, height: 1754, format: 'jpeg' });

    const [one, other] = [await rgbOf(stamped), await rgbOf(bytes)];
    let changed = 0;
    let redKept = 0;
    let red = 0;
    for (let at = 0; at < one.length; at += 3) {
      const off = Math.max(
        ...[0, 1, 2].map((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0))),
      );
      // More than saving it once more as a JPEG does.
      if (off > 24) changed += 1;
    }
    const share = changed / (one.length / 3);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.06);
    for (let at = 0; at < one.length; at += 3) {
      const isRed = (of: Buffer): boolean =>
        (of[at] ?? 0) > 120 && (of[at] ?? 0) - Math.max(of[at + 1] ?? 0, of[at + 2] ?? 0) > 50;
      if (!isRed(one)) continue;
      red += 1;
      if (isRed(other)) redKept += 1;
    }
    expect(redKept / red).toBeGreaterThan(0.9);

    const file = await bench.world.dossiers.locate(bench.dossier, made.path);
    const flat = await bench.world.pictures.straighten(file, { corners: null, degrees: 25, dpi: null });
    const png = await middleOf(flat.bytes);
    const { pieces } = await bench.world.print.read(png, { signal: new AbortController().signal });
    const read = hanOf(pieces.map((piece) => piece.text).join(''));
    // Print below crosses one character or the other.
    for (const part of ['议开放平台提交', '架申请', '他用无效']) expect(read).toContain(part);
  });

  test('has every pixel as it was beyond the words where it is a PNG, and the same bytes each time', async () => {
    const white = { width: 640, height: 400, channels: 3 as const, background: '#fdfdfd' };
    const png = await sharp({ create: white }).png().toBuffer();
    const benches = [
      await openBench('folder', text('卡片.png'), { '卡片.png': png }),
      await openBench('database', text('卡片.png'), { '卡片.png': png }),
    ];
    const made: Buffer[] = [];
    for (const bench of benches) {
      const { path } = await bench.call('files.purpose', { path: '卡片.png', words: '仅用于核对' });
      expect(path).toBe('卡片-purpose.png');
      made.push(await bytesOf(bench, path));
    }
    expect(made[0]?.equals(made[1] ?? Buffer.alloc(0))).toBe(true);
    const data = await rgbOf(made[0] ?? Buffer.alloc(0));
    let same = 0;
    for (let at = 0; at < data.length; at += 3) if (data[at] === 253 && data[at + 2] === 253) same += 1;
    expect(same / (data.length / 3)).toBeGreaterThan(0.9);
    expect(same / (data.length / 3)).toBeLessThan(0.995);
    const dark = darkestOf(data);
    // Half transparent: white shows through even where the ink is full.
    expect(dark).toBeGreaterThan(150);
    expect(dark).toBeLessThan(210);
  });

  test('of a turned photograph is upright, and of a transparent one on white', async () => {
    const turned = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#eeeeee' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const clear = await sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const bench = await openBench('folder', 'documents: { agent-id-copy: [a.jpg, b.png, c.heic] }\n', {
      'a.jpg': turned,
      'b.png': clear,
      'c.heic': readFileSync(join(import.meta.dirname, '../adapters/images/fixtures/turned.heic')),
    });
    const a = await bench.call('files.purpose', { path: 'a.jpg' });
    const b = await bench.call('files.purpose', { path: 'b.png' });
    const c = await bench.call('files.purpose', { path: 'c.heic', replace: true });
    expect(c.document.documents).toEqual({ 'agent-id-copy': ['a-purpose.jpg', 'b-purpose.png', c.path] });
    const photo = await sharp(await bytesOf(bench, c.path)).metadata();
    expect([photo.format, (photo.height ?? 0) > (photo.width ?? 0)]).toEqual(['jpeg', true]);
    const upright = await sharp(await bytesOf(bench, a.path)).metadata();
    expect([upright.width, upright.height, upright.orientation]).toEqual([400, 600, undefined]);
    const pixels = await rgbOf(await bytesOf(bench, b.path));
    expect(darkestOf(pixels)).toBeGreaterThan(120);
  });
});

describe('the PDF', () => {
  /** Two pages with a picture, one of them turned and cropped, and content that leaves its state changed. */
  async function scan(): Promise<Buffer> {
    const document = await PDFDocument.create();
    const picture = await document.embedJpg(await plain());
    for (const turn of [0, 90]) {
      const page = document.addPage([420, 595]);
      page.drawImage(picture, { x: 0, y: 0, width: 420, height: 595 });
      page.setRotation(degrees(turn));
      if (turn === 90) page.setCropBox(20, 30, 380, 500);
    }
    return Buffer.from(await document.save());
  }

  test('has the words on each page, as they are looked at, and its pictures byte for byte', async () => {
    const source = await scan();
    const bench = await openBench('folder', text('id.pdf'), { 'id.pdf': source });
    const made = await bench.call('files.purpose', { path: 'id.pdf', replace: true });
    expect(made.path).toBe('id-purpose.pdf');
    expect((await bytesOf(bench, 'id.pdf')).equals(source)).toBe(true);
    const folder = temporaryFolder();
    const [original, copy] = [join(folder, 'o.pdf'), join(folder, 'c.pdf')];
    writeFileSync(original, source);
    writeFileSync(copy, await bytesOf(bench, made.path));
    for (const page of ['1', '2']) {
      const words = execFileSync('pdftotext', ['-raw', '-f', page, '-l', page, copy, '-'], {
        encoding: 'utf8',
      });
      expect(words.replaceAll(/\s/g, '')).toContain(proposed.replaceAll(' ', ''));
    }
    expect(execFileSync('qpdf', ['--check', copy], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    expect(execFileSync('pdffonts', [copy], { encoding: 'utf8' })).toMatch(
      /NotoSansSC-Medium\s+CID TrueType\s+Identity-H\s+yes yes yes/,
    );
    for (const [of, name] of [
      [original, 'o'],
      [copy, 'c'],
    ] as const) {
      execFileSync('pdfimages', ['-all', of, join(folder, name)]);
    }
    expect(readFileSync(join(folder, 'c-000.jpg')).equals(readFileSync(join(folder, 'o-000.jpg')))).toBe(
      true,
    );

    // The turned page is looked at sideways, and its words rise to the right there too: turned back they read.
    const { png } = await bench.world.pictures.picture(
      await bench.world.dossiers.locate(bench.dossier, made.path),
      { page: 1, maxPx: 1800 },
    );
    const flat = await sharp(png).rotate(25, { background: '#ffffff' }).png().toBuffer();
    const { pieces } = await bench.world.print.read(await middleOf(flat), {
      signal: new AbortController().signal,
    });
    expect(hanOf(pieces.map((piece) => piece.text).join(''))).toContain('仅用于快译通向腾讯会议');
  });
});

describe('a purpose line is refused', () => {
  test('for what is no identity document, by name', async () => {
    const { call } = await openBench(
      'folder',
      'documents: { business-licence: licence.jpg, agent-id-copy: note.txt }\n',
      { 'licence.jpg': await plain(), 'loose.jpg': await plain(), 'note.txt': '不是图片' },
    );
    for (const path of ['licence.jpg', 'loose.jpg', 'gone.jpg']) {
      const failure = await failureOf(call('files.purpose', { path }));
      expect(failure.code).toBe('no-identity-copy');
      expect(failure.text.zh).toContain(path);
    }
    expect((await failureOf(call('files.purpose', { path: 'note.txt' }))).code).toBe('unreadable-file');
    const { document, files } = await call('dossiers.open', {});
    expect(document.repairs).toBeUndefined();
    expect(files).toHaveLength(3);
  });

  test('with words that cannot be drawn, which are named', async () => {
    const { call } = await openBench('folder', text('id.jpg'), { 'id.jpg': await plain() });
    const refused = (words: string) => failureOf(call('files.purpose', { path: 'id.jpg', words }));
    expect((await refused('  ')).code).toBe('purpose-empty');
    const long = await refused('字'.repeat(61));
    expect([long.code, long.text.zh]).toEqual(['purpose-too-long', '用途说明有 61 个字，最多 60 个']);
    const odd = await refused('仅用于\u202E上架🙂');
    expect(odd.code).toBe('purpose-unprintable');
    expect(odd.text.zh).toContain('U+202E、“🙂”');
  });

  test('for a PDF with a password, and nothing is left behind', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.pdf');
    const document = await PDFDocument.create();
    document.addPage([300, 300]);
    writeFileSync(path, await document.save());
    execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', path, join(folder, 'b.pdf')]);
    const { call } = await openBench('folder', text('id.pdf'), {
      'id.pdf': readFileSync(join(folder, 'b.pdf')),
    });
    expect((await failureOf(call('files.purpose', { path: 'id.pdf' }))).code).toBe('pdf-not-taken');
    expect((await call('dossiers.open', {})).files).toHaveLength(1);
  });
});
