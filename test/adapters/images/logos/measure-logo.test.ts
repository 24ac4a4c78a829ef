import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { measurePicture } from '../../../../main/adapters/images/measure-picture.ts';
import type { PictureMeasure } from '../../../../main/contract/picture-measure.ts';

const look = async (picture: Sharp): Promise<PictureMeasure> =>
  (await measurePicture(await picture.png().toBuffer(), 'png')).picture;
const svg = (width: number, height: number, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);

describe('the drawing of a logo', () => {
  const tile = (more: { rx?: number; ground?: string; over?: string; size?: number } = {}): Buffer =>
    svg(more.size ?? 128, more.size ?? 128, `<g transform="scale(${(more.size ?? 128) / 128})"><rect width="128" height="128" rx="${more.rx ?? 16}" fill="${more.ground ?? '#0f766e'}"/>${more.over ?? '<rect x="16" y="16" width="96" height="96" rx="10" fill="#fff"/>'}</g>`); // prettier-ignore
  const logo = async (bytes: Buffer) => (await look(sharp(bytes))).logo!;

  test.each([0, 8, 16, 28, 64])('has corners of %i px, transparent or on white', async (rx) => {
    const open = await logo(tile({ rx, over: '' }));
    expect(open.cornerRadiusPx).toBeGreaterThan(rx - 1.5);
    expect(open.cornerRadiusPx).toBeLessThan(rx + 1.5);
    const onWhite = await look(sharp(tile({ rx, over: '' })).flatten({ background: '#fff' }));
    expect(Math.abs(onWhite.logo!.cornerRadiusPx! - rx)).toBeLessThan(1.5);
  });

  test('is measured the same at four times the size', async () => {
    const { cornerRadiusPx, mark } = await logo(tile({ size: 512 }));
    expect(cornerRadiusPx).toBeCloseTo(16, 0);
    expect(Math.abs(mark!.widthPx - 96)).toBeLessThanOrEqual(2);
  });

  test.each([
    [96, 0, 0],
    [60, 0, 0],
    [80, 14, -10],
    [116, 0, 0],
  ])('has a figure of %i px that stands %i and %i px off the middle', async (size, x, y) => {
    const { mark } = await logo(
      tile({
        ground: '#1d4ed8',
        over: `<circle cx="${64 + x}" cy="${64 + y}" r="${size / 2}" fill="#fff"/>`,
      }),
    );
    expect(Math.abs(mark!.widthPx - size)).toBeLessThanOrEqual(2);
    expect(Math.abs(mark!.heightPx - size)).toBeLessThanOrEqual(2);
    expect(Math.abs(mark!.offsetXPx - x)).toBeLessThanOrEqual(1);
    expect(Math.abs(mark!.offsetYPx - y)).toBeLessThanOrEqual(1);
  });

  test('contrasts with its ground by WCAG’s own figures', async () => {
    const { mark } = await logo(tile({ ground: '#767676' }));
    expect(mark!.contrastRatio).toBeCloseTo(4.5, 0);
    const faint = await logo(
      tile({ ground: '#777777', over: '<circle cx="64" cy="64" r="46" fill="#7f7f7f"/>' }),
    );
    expect(faint.mark!.contrastRatio).toBeLessThan(1.3);
  });

  test('has a line around it or has none', async () => {
    expect((await logo(tile())).outline).toBeUndefined();
    const lined = await logo(
      tile({ over: '<rect x="1.5" y="1.5" width="125" height="125" rx="14.5" fill="none" stroke="#111827" stroke-width="3"/><circle cx="64" cy="64" r="40" fill="#fff"/>' }), // prettier-ignore
    );
    expect(lined.outline!.colour).toBe('#111827');
    expect(lined.outline!.widthPx).toBeCloseTo(3, 0);
  });

  test('has a red dot at its corner, which a red figure in its middle is not', async () => {
    const dot =
      '<circle cx="64" cy="64" r="40" fill="#fff"/><circle cx="112" cy="15" r="11" fill="#fa5151"/>';
    const { badge } = await logo(tile({ over: dot }));
    expect(badge!.at.left).toBeGreaterThan(0.7);
    expect(badge!.isLettered).toBe(false);
    const recording =
      '<circle cx="64" cy="64" r="40" fill="#fff"/><circle cx="64" cy="64" r="16" fill="#fa5151"/>';
    expect((await logo(tile({ over: recording }))).badge).toBeUndefined();
  });

  test('is told from a bare ground, a gradient, a scene and a figure on nothing', async () => {
    expect((await logo(tile({ over: '' }))).figure).toBe('none');
    const gradient =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#6366f1"/><stop offset="1" stop-color="#ec4899"/></linearGradient></defs><rect width="128" height="128" rx="16" fill="url(#g)"/>';
    expect((await logo(tile({ over: gradient }))).figure).toBe('none');
    const scene =
      '<rect width="128" height="128" rx="16" fill="#7dd3fc"/><path d="M0 80L40 60L90 84L128 66V128H0z" fill="#14532d"/>';
    expect((await logo(tile({ over: scene }))).figure).toBe('busy');
    const free = await logo(svg(128, 128, '<circle cx="64" cy="64" r="40" fill="#1d4ed8"/>'));
    expect([free.shape, free.figure]).toEqual(['free', 'found']);
  });
});

test.each(['app-logo', 'company-logo'])('the sample’s %s follows the guide', async (name) => {
  const assets = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'sample', 'assets');
  const { logo } = (await measurePicture(readFileSync(join(assets, `${name}.png`)), 'png')).picture;
  expect(logo!.cornerRadiusPx).toBeCloseTo(16, 0);
  expect(logo!.cornersAre).toBe('transparent');
  const longer = Math.max(logo!.mark!.widthPx, logo!.mark!.heightPx);
  expect(longer).toBeGreaterThanOrEqual(94);
  expect(longer).toBeLessThanOrEqual(106);
  expect([logo!.outline, logo!.badge]).toEqual([undefined, undefined]);
});

test('a JPEG’s bleeding colours are no part of the figure', async () => {
  const drawn = svg(128, 128, '<rect width="128" height="128" rx="16" fill="#0052d9"/><circle cx="64" cy="64" r="46" fill="#fff"/>'); // prettier-ignore
  const bytes = await sharp(drawn).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
  const { logo } = (await measurePicture(bytes, 'jpeg')).picture;
  expect(Math.abs(logo!.mark!.widthPx - 92)).toBeLessThanOrEqual(4);
  expect(logo!.cornersAre).toBe('light');
});
