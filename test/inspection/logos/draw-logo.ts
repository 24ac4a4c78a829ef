import sharp, { type OverlayOptions } from 'sharp';
import { svgOf } from '../drawing/raster.ts';
import type { Random } from '../drawing/random.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawMark, type MarkName } from './marks.ts';

const side = 128;

/** How a logo is put together; whatever is left out is as the design guide wants it. */
export interface LogoPlan {
  readonly mark: MarkName | null;
  /** The longer side of the mark in px. */
  readonly markPx?: number;
  readonly colour: string;
  readonly inner?: string;
  /** A colour, two colours of a gradient, a drawn landscape, or white paper. */
  readonly ground: string | readonly [string, string] | 'landscape' | 'bokeh';
  /** The radius of the ground's corners in px. */
  readonly cornerPx?: number;
  /** What is outside the corners. */
  readonly outside?: 'transparent' | 'white';
  /** How far the mark stands from the middle. */
  readonly shift?: readonly [number, number];
  /** Drawn beneath and above the mark. */
  readonly under?: string;
  readonly over?: string;
}

/** Soft blots of colour, as out of a photograph. */
async function bokeh(random: Random): Promise<Buffer> {
  const hue = random.whole(0, 359);
  const blots = Array.from(
    { length: 26 },
    () =>
      `<circle cx="${random.whole(0, 128)}" cy="${random.whole(0, 128)}" r="${random.whole(8, 34)}" fill="hsl(${hue + random.whole(-35, 35)},${random.whole(35, 75)}%,${random.whole(18, 52)}%)" opacity="0.7"/>`,
  );
  return sharp(
    Buffer.from(
      svgOf(side, side, `<rect width="128" height="128" fill="hsl(${hue},45%,30%)"/>${blots.join('')}`),
    ),
  )
    .flatten()
    .blur(4)
    .png()
    .toBuffer();
}

function landscape(random: Random): string {
  const ridge = (y: number, swing: number): string =>
    `M0 128V${y}${Array.from({ length: 9 }, (_, n) => `L${n * 16} ${(y + random.between(-swing, swing)).toFixed(1)}`).join('')}V128z`;
  const dusk = random.one(['#1e3a8a,#f59e0b', '#0f766e,#fde68a', '#4c1d95,#fb7185']).split(',');
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="${dusk[0]}"/><stop offset="1" stop-color="${dusk[1]}"/></linearGradient></defs>
    <rect width="128" height="128" fill="url(#sky)"/><path d="${ridge(78, 9)}" fill="#334155" opacity=".75"/><path d="${ridge(98, 6)}" fill="#1e293b"/>`;
}

/** A logo of 128 × 128 px as PNG with full colours. */
export async function drawLogo(plan: LogoPlan, studio: Studio, random: Random): Promise<Buffer> {
  const { ground, cornerPx = 16, outside = 'transparent', shift = [0, 0] } = plan;
  const mask = Buffer.from(
    svgOf(side, side, `<rect width="128" height="128" rx="${cornerPx}" fill="#fff"/>`),
  );
  const fill =
    ground === 'landscape'
      ? landscape(random)
      : ground === 'bokeh'
        ? ''
        : typeof ground === 'string'
          ? `<rect width="128" height="128" fill="${ground}"/>`
          : `<defs><linearGradient id="g" x2="1" y2="1"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></linearGradient></defs><rect width="128" height="128" fill="url(#g)"/>`;
  const base = ground === 'bokeh' ? await bokeh(random) : Buffer.from(svgOf(side, side, fill));
  const layers: OverlayOptions[] = [];
  const layer = (body: string): number => layers.push({ input: Buffer.from(svgOf(side, side, body)) });
  if (plan.under !== undefined) layer(plan.under);
  if (plan.mark !== null) {
    const drawn = await drawMark(
      plan.mark,
      plan.markPx ?? 92,
      { colour: plan.colour, inner: plan.inner ?? (typeof ground === 'string' ? ground : '#ffffff') },
      studio.lettering,
    );
    layers.push({
      input: drawn.png,
      left: Math.round((side - drawn.width) / 2 + shift[0]),
      top: Math.round((side - drawn.height) / 2 + shift[1]),
    });
  }
  if (plan.over !== undefined) layer(plan.over);
  const square = await sharp(base).ensureAlpha().composite(layers).png().toBuffer();
  const rounded = sharp(square).composite([{ input: mask, blend: 'dest-in' }]);
  if (outside === 'transparent') return rounded.png().toBuffer();
  return sharp(await rounded.png().toBuffer())
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer();
}

/** As it is exported: no more than 20,000 bytes, in fewer colours where it must. */
export async function exported(png: Buffer): Promise<Buffer> {
  for (const colours of [0, 256, 128, 64, 32]) {
    const bytes = await sharp(png)
      .png(
        colours === 0
          ? { compressionLevel: 9 }
          : { compressionLevel: 9, palette: true, colours, dither: 0.6 },
      )
      .toBuffer();
    if (bytes.length <= 19_500) return bytes;
  }
  throw new Error('a logo that does not get small');
}
