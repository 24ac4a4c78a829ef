import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import type { SheetCorners } from '../../../main/core/files/planned-repair.ts';
import { makeFolder } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const pictures = createPictures();

/** A sheet of 600 × 848 px with rows of strokes, a frame close to its edges and a red disc. */
const sheet = (): Promise<Buffer> => {
  const rows = Array.from({ length: 24 }, (_, row) => {
    const y = 110 + row * 26;
    const strokes = Array.from(
      { length: 22 },
      (__, at) => `<rect x="${60 + at * 22}" y="${y}" width="${6 + ((row * 7 + at * 5) % 10)}" height="12"/>`,
    );
    return strokes.join('');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="848"><rect width="600" height="848" fill="#faf8f2"/><g fill="#222">${rows.join('')}</g><rect x="12" y="12" width="576" height="824" fill="none" stroke="#222" stroke-width="3"/><circle cx="430" cy="700" r="60" fill="none" stroke="#d22" stroke-width="6"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

const grey = async (bytes: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(bytes).resize(width, height, { fit: 'fill' }).greyscale().raw().toBuffer();

/** Structural similarity of two grey pictures, by means of 8 × 8 px (Wang and others, 2004). */
function similarity(a: Buffer, b: Buffer, width: number, height: number): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y + 8 <= height; y += 8) {
    for (let x = 0; x + 8 <= width; x += 8) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let j = 0; j < 8; j += 1) {
        for (let i = 0; i < 8; i += 1) {
          const at = (y + j) * width + x + i;
          const [p, q] = [a[at] ?? 0, b[at] ?? 0];
          ma += p / 64;
          mb += q / 64;
          aa += (p * p) / 64;
          bb += (q * q) / 64;
          ab += (p * q) / 64;
        }
      }
      const [c1, c2] = [6.5, 58.5];
      sum +=
        ((2 * ma * mb + c1) * (2 * (ab - ma * mb) + c2)) /
        ((ma * ma + mb * mb + c1) * (aa - ma * ma + bb - mb * mb + c2));
      count += 1;
    }
  }
  return sum / count;
}

/** Px that are clearly darker or redder than paper, as a share of the sheet's. */
async function inkOf(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let ink = 0;
  for (let at = 0; at < data.length; at += 3) if ((data[at + 1] ?? 0) < 140) ink += 1;
  return ink / (info.width * info.height);
}

describe('a scan laid straight', () => {
  test.each([-12, -5, 3, 8])(
    'turned by %f degrees comes back as it was, nothing of it lost',
    async (degrees) => {
      const original = await sheet();
      const askew = await sharp(original).rotate(degrees, { background: '#faf8f2' }).png().toBuffer();
      const made = await pictures.straighten(folder.put(`askew ${degrees}.png`, askew), {
        corners: null,
        degrees: -degrees,
        dpi: 200,
      });
      expect(made.type).toBe('png');
      const { width = 0, height = 0, density } = await sharp(made.bytes).metadata();
      expect(density).toBe(200);
      const left = Math.round((width - 600) / 2);
      const top = Math.round((height - 848) / 2);
      const middle = await sharp(made.bytes).extract({ left, top, width: 600, height: 848 }).png().toBuffer();
      expect(
        similarity(await grey(middle, 600, 848), await grey(original, 600, 848), 600, 848),
      ).toBeGreaterThan(0.86);
      // An independent resampler turns it back to nearly the same.
      const other = await sharp(askew).rotate(-degrees, { background: '#faf8f2' }).png().toBuffer();
      const size = await sharp(other).metadata();
      const otherMiddle = await sharp(other)
        .extract({
          left: Math.round(((size.width ?? 0) - 600) / 2),
          top: Math.round(((size.height ?? 0) - 848) / 2),
          width: 600,
          height: 848,
        })
        .png()
        .toBuffer();
      expect(
        similarity(await grey(middle, 600, 848), await grey(otherMiddle, 600, 848), 600, 848),
      ).toBeGreaterThan(0.9);
      const ink = (await inkOf(made.bytes)) * width * height;
      expect(ink / ((await inkOf(original)) * 600 * 848)).toBeGreaterThan(0.98);
    },
  );

  /** The sheet as a camera sees it from an angle, drawn by the same formula the other way round and four samples a px. */
  async function photographed(corners: SheetCorners, width: number, height: number): Promise<Buffer> {
    const { data } = await sharp(await sheet())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [a, b, c, d] = corners;
    const out = Buffer.alloc(width * height * 3, 70);
    const steps = 1600;
    const side = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
    const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
    const cross = dx1 * dy2 - dx2 * dy1;
    const g = (side.x * dy2 - dx2 * side.y) / cross;
    const h = (dx1 * side.y - side.x * dy1) / cross;
    const sums = new Float64Array(width * height * 4);
    for (let row = 0; row < steps * 1.4; row += 1) {
      for (let column = 0; column < steps; column += 1) {
        const [u, v] = [(column + 0.5) / steps, (row + 0.5) / (steps * 1.4)];
        const w = g * u + h * v + 1;
        const x = Math.floor(((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / w);
        const y = Math.floor(((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / w);
        const from = (Math.floor(v * 848) * 600 + Math.floor(u * 600)) * 3;
        const to = (y * width + x) * 4;
        for (let channel = 0; channel < 3; channel += 1)
          sums[to + channel] = (sums[to + channel] ?? 0) + (data[from + channel] ?? 0);
        sums[to + 3] = (sums[to + 3] ?? 0) + 1;
      }
    }
    for (let px = 0; px < width * height; px += 1) {
      const count = sums[px * 4 + 3] ?? 0;
      if (count > 0)
        for (let channel = 0; channel < 3; channel += 1)
          out[px * 3 + channel] = Math.round((sums[px * 4 + channel] ?? 0) / count);
    }
    return sharp(out, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
  }

  const slanting: SheetCorners = [
    { x: 140, y: 90 },
    { x: 690, y: 130 },
    { x: 790, y: 960 },
    { x: 60, y: 1010 },
  ];

  test('photographed from an angle is drawn out to its rectangle, whole, with a margin and never coarser', async () => {
    const photo = await photographed(slanting, 860, 1100);
    const made = await pictures.straighten(folder.put('photo.png', photo), {
      corners: slanting,
      degrees: 0,
      dpi: null,
    });
    const sides = slanting.map((corner, index) => {
      const next = slanting[(index + 1) % 4] ?? corner;
      return Math.hypot(next.x - corner.x, next.y - corner.y);
    });
    const margin = Math.ceil(0.012 * Math.max(...sides, Math.max(...sides)));
    expect(made.widthPx).toBeGreaterThanOrEqual(Math.round(Math.max(sides[0] ?? 0, sides[2] ?? 0)));
    expect(made.heightPx).toBeGreaterThanOrEqual(Math.round(Math.max(sides[1] ?? 0, sides[3] ?? 0)));
    const inner = await sharp(made.bytes)
      .extract({
        left: margin,
        top: margin,
        width: made.widthPx - 2 * margin,
        height: made.heightPx - 2 * margin,
      })
      .png()
      .toBuffer();
    expect(
      similarity(await grey(inner, 600, 848), await grey(await sheet(), 600, 848), 600, 848),
    ).toBeGreaterThan(0.8);
    // The disc is round again: as wide as it is high.
    const red = await sharp(inner).resize(600, 848, { fit: 'fill' }).removeAlpha().raw().toBuffer();
    const xs: number[] = [];
    const ys: number[] = [];
    for (let px = 0; px < 600 * 848; px += 1) {
      if ((red[px * 3] ?? 0) - (red[px * 3 + 1] ?? 0) < 80) continue;
      xs.push(px % 600);
      ys.push(Math.floor(px / 600));
    }
    expect(Math.abs(Math.max(...xs) - Math.min(...xs) - 125)).toBeLessThanOrEqual(4);
    expect(Math.abs(Math.max(...ys) - Math.min(...ys) - 125)).toBeLessThanOrEqual(4);
  });

  test('is the same to the byte each time, and as JPEG of the same quality where it was one', async () => {
    const photo = folder.put(
      'photo.jpg',
      await sharp(await sheet())
        .rotate(6, { background: '#faf8f2' })
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
    const how = { corners: null, degrees: -6, dpi: 200 } as const;
    const [one, two] = [await pictures.straighten(photo, how), await pictures.straighten(photo, how)];
    expect(one.type).toBe('jpeg');
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    const inspector = createInspector();
    const put = folder.put('made.jpg', one.bytes);
    const seen = await inspector.inspect(put, 'made.jpg', 'scan');
    expect(Math.abs(seen.pages?.[0]?.scan?.skewDegrees ?? 99)).toBeLessThan(0.5);
    expect(seen.metadata).toBeUndefined();
  });

  test('ends when it is cancelled', async () => {
    const call = new AbortController();
    const source = folder.put(
      'large.png',
      await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    const made = pictures.straighten(source, { corners: null, degrees: 5, dpi: null }, call.signal);
    setTimeout(() => call.abort(new Error('stopped')), 150);
    await expect(made).rejects.toThrow('stopped');
  });
});
