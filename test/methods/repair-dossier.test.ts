import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { animation, patches } from '../adapters/images/file-fixtures.ts';
import { openBench, png } from './files-bench.ts';

describe.each(['folder', 'database'] as const)('repairing a dossier kept in a %s', (kind) => {
  const text =
    'app: { name: "　样例Ｎｏｔｅ ", logo: assets/logo.jpg, previews: { desktop: [d1.png, d2.png] } }\ncompany: { logo: assets/logo.jpg }\n';

  test('makes new files beside the originals, points the fields to them and mends texts, so that nothing is left to repair', async () => {
    const logo = await patches(300, 200).jpeg().toBuffer();
    const heavy = await patches(1920, 1080).png().toBuffer();
    const right = await png(1920, 1200);
    expect(heavy.length).toBeGreaterThan(512_000);
    const { call, world, dossier } = await openBench(kind, text, {
      'assets/logo.jpg': logo,
      'd1.png': heavy,
      'd2.png': right,
    });
    const { repairs } = await call('files.repairs', {});
    expect(repairs.map((repair) => repair.id)).toEqual([
      'fit-picture:assets/logo.jpg',
      'fit-picture:d1.png',
      'plain-writing:app.name',
    ]);
    expect(repairs[0]).toMatchObject({
      at: 'assets/logo.jpg',
      after: '128×128 像素，PNG 图片，不超过 20 KB',
    });

    const done = await call('files.repair', { repairs: repairs.map((repair) => repair.id) });
    expect(done.document.app).toMatchObject({
      name: '样例Note',
      logo: 'assets/logo-128x128.png',
      previews: { desktop: [expect.stringMatching(/^d1-1920x1080\.(png|jpg)$/), 'd2.png'] },
    });
    expect(done.document.company?.logo).toBe('assets/logo-128x128.png');
    expect(done.files.filter((file) => file.usedBy.length === 0).map((file) => file.path)).toEqual([
      'assets/logo.jpg',
      'd1.png',
    ]);
    const original = await world.dossiers.locate(dossier, 'assets/logo.jpg');
    expect(readFileSync(original.absolutePath).equals(logo)).toBe(true);
    const made = await world.dossiers.locate(dossier, 'assets/logo-128x128.png');
    const bytes = readFileSync(made.absolutePath);
    expect(bytes.length).toBeLessThanOrEqual(20_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 128, height: 128 });
    expect(done.repaired[0]?.after).toMatch(/^assets\/logo-128x128\.png：128×128 像素，PNG 图片，/);
    const [preview = ''] = done.document.app?.previews?.desktop ?? [];
    expect(
      readFileSync((await world.dossiers.locate(dossier, preview)).absolutePath).length,
    ).toBeLessThanOrEqual(512_000);
    expect((await call('files.repairs', {})).repairs).toEqual([]);
  });

  test('changes nothing for a repair that is not offered, and says so', async () => {
    const { call } = await openBench(kind, text, { 'assets/logo.jpg': await png(128, 128) });
    const failure = await failureOf(
      call('files.repair', { repairs: ['plain-writing:app.name', 'fit-picture:d2.png'] }),
    );
    expect(failure.code).toBe('unknown-repair');
    expect((await call('dossiers.open', {})).document.app?.name).toBe('　样例Ｎｏｔｅ ');
  });

  test('never offers to stretch a screenshot or to still an animation', async () => {
    const { call } = await openBench(kind, 'app: { logo: l.gif, previews: { desktop: [d.png] } }\n', {
      'l.gif': await animation(['red', 'blue']),
      'd.png': await png(800, 800),
    });
    expect((await call('files.repairs', {}, 'en')).repairs).toEqual([]);
  });
});
