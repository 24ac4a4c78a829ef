import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openBench } from './files-bench.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../adapters/images/fixtures', name));
const text =
  'app: { logo: 图/logo.heic, previews: { desktop: [图/preview.heic, sound.png], mobile: [图/preview.heic] } }\n';

describe.each(['folder', 'database'] as const)('pictures in HEIC in a dossier kept in a %s', (kind) => {
  const open = async () =>
    openBench(kind, text, {
      '图/logo.heic': fixture('logo.heic'),
      '图/preview.heic': fixture('preview.heic'),
      'sound.png': await sharp({ create: { width: 1920, height: 1080, channels: 3, background: '#246' } })
        .png()
        .toBuffer(),
    });

  test('are judged by their pixels, and each finding of type or size offers the repair', async () => {
    const { call } = await open();
    const { findings } = await call('review.check', {});
    const of = (at: string) => findings.filter((one) => one.at === at);
    const logo = of('图/logo.heic');
    expect(logo.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['app-logo-type', 'app-logo-pixels', 'app-logo-corners']),
    );
    expect(logo.find(({ rule }) => rule === 'app-logo-type')).toMatchObject({
      level: 'error',
      outcome: 'fail',
      message: expect.stringContaining('HEIC 照片'),
      fix: { id: 'fit-picture:图/logo.heic' },
    });
    const preview = of('图/preview.heic');
    expect(preview.find(({ rule }) => rule === 'desktop-previews-type')).toMatchObject({
      outcome: 'fail',
      fix: { id: 'fit-picture:图/preview.heic' },
    });
    expect(preview.filter(({ rule }) => /readable|sharp|compression/.test(rule))).toEqual([]);
  });

  test('become a PNG each that keeps the rules, seen before it is made, and can have their originals back', async () => {
    const { call, world, dossier } = await open();
    const { repairs } = await call('files.repairs', {});
    expect(repairs.map(({ id, before }) => [id, before.split('，').slice(0, 2)])).toEqual([
      ['fit-picture:图/logo.heic', ['256×256 像素', 'HEIC 照片']],
      ['fit-picture:图/preview.heic', ['1920×1080 像素', 'HEIC 照片']],
    ]);
    const seen = await call('files.repairPreview', { repair: 'fit-picture:图/preview.heic', maxPx: 400 });
    expect(seen.before).toMatchObject({ widthPx: 400, heightPx: 225 });
    expect(seen.after).toMatchObject({ widthPx: 400, heightPx: 225 });

    const done = await call('files.repair', { repairs: repairs.map(({ id }) => id) });
    expect(done.document.app).toMatchObject({
      logo: '图/logo-128x128.png',
      previews: { desktop: ['图/preview-1920x1080.png', 'sound.png'], mobile: ['图/preview.heic'] },
    });
    const bytesOf = async (path: string) =>
      readFileSync((await world.dossiers.locate(dossier, path)).absolutePath);
    expect((await bytesOf('图/preview.heic')).equals(fixture('preview.heic'))).toBe(true);
    const logo = await sharp(await bytesOf('图/logo-128x128.png'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(logo.info).toMatchObject({ width: 128, height: 128, channels: 4 });
    const at = (x: number, y: number) => [...logo.data.subarray((y * 128 + x) * 4, (y * 128 + x) * 4 + 4)];
    expect(at(0, 0)[3]).toBe(0);
    // The ground of the drawing is #1f6feb, its mark white.
    for (const [index, value] of [0x1f, 0x6f, 0xeb, 255].entries())
      expect(Math.abs((at(16, 64)[index] ?? 0) - value)).toBeLessThan(8);
    expect(Math.min(...at(40, 64))).toBeGreaterThan(246);

    const { findings } = await call('review.check', {});
    const wrong = findings.filter(
      ({ at: place, outcome }) => place.endsWith('.png') && place !== 'sound.png' && outcome === 'fail',
    );
    expect(wrong).toEqual([]);
    for (const { id } of repairs) await call('files.undoRepair', { repair: id });
    const { document } = await call('dossiers.open', {});
    expect(document.app).toMatchObject({
      logo: '图/logo.heic',
      previews: { desktop: ['图/preview.heic', 'sound.png'], mobile: ['图/preview.heic'] },
    });
  });
});

test('a HEIC screenshot of another shape is told its size and offered no repair', async () => {
  const { call } = await openBench('folder', 'app: { previews: { mobile: [p.heic] } }\n', {
    'p.heic': fixture('preview.heic'),
  });
  const { findings } = await call('review.check', {}, 'en');
  const found = findings.filter(({ at }) => at === 'p.heic');
  expect(found.find(({ rule }) => rule === 'mobile-previews-pixels')?.message).toContain('1920×1080');
  expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
  expect((await call('files.repairs', {})).repairs).toEqual([]);
});

test('a HEIC paper that says where it was taken is offered as a JPG that does not, and a logo has it told', async () => {
  const { call, world, dossier } = await openBench(
    'folder',
    'documents: { business-licence: a.heic }\napp: { logo: b.heic }\n',
    { 'a.heic': fixture('told.heic'), 'b.heic': fixture('told-xmp.heic') },
  );
  const { findings } = await call('review.check', {});
  const told = findings.find(({ rule, at }) => rule === 'picture-metadata' && at === 'b.heic');
  expect(told?.message).toContain('拍摄位置、作者（张三）');
  const { repairs } = await call('files.repairs', {});
  const repair = repairs.find(({ id }) => id === 'common-type:a.heic');
  expect(repair?.before).toMatch(/^HEIC 照片，.*，带有拍摄位置、设备型号（Yinqi Y1/);
  expect(repair?.after).toBe('JPEG 图片，不带这些信息');
  const done = await call('files.repair', { repairs: ['common-type:a.heic'] });
  const made = String(done.document.documents?.['business-licence']);
  const { exif, xmp } = await sharp((await world.dossiers.locate(dossier, made)).absolutePath).metadata();
  expect([exif, xmp]).toEqual([undefined, undefined]);
});
