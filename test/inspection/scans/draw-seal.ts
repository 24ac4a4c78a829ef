import sharp from 'sharp';
import type { Random } from '../drawing/random.ts';
import { fromRaster, svgOf, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';

/** A seal as it was cut and pressed; sizes in mm. */
export interface Seal {
  readonly shape: 'round' | 'oval' | 'square' | 'bar' | 'triangle';
  readonly widthMm: number;
  readonly heightMm?: number;
  readonly company?: string;
  readonly colour?: string;
  /** How much ink came onto the paper, 0 to 1. */
  readonly ink?: number;
  readonly turnDeg?: number;
  /** Its middle on the page, in mm. */
  readonly xMm: number;
  readonly yMm: number;
}

const star = (x: number, y: number, reach: number): string =>
  Array.from({ length: 10 }, (_, n) => {
    const [angle, r] = [(n * Math.PI) / 5 - Math.PI / 2, n % 2 === 0 ? reach : reach * 0.382];
    return `${(x + r * Math.cos(angle)).toFixed(2)},${(y + r * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');

/** A seal as SVG around its middle (0, 0), in mm. */
function cut(seal: Seal, { lettering }: Studio): string {
  const { shape, widthMm: w, company = '深圳市样例科技有限公司' } = seal;
  const h = seal.heightMm ?? w;
  const red = '#000';
  switch (shape) {
    case 'round': {
      const r = w / 2;
      return `<circle r="${r - 0.55}" fill="none" stroke="${red}" stroke-width="1.1"/><polygon points="${star(0, 0, r * 0.36)}" fill="${red}"/>
        ${lettering.around(company, { x: 0, y: 0, radius: r * 0.76, size: r * 0.24, from: -118, to: 118, face: 'serif-bold', colour: red })}
        ${lettering.around('4403019900001', { x: 0, y: 0, radius: r * 0.79, size: r * 0.11, from: 205, to: 155, face: 'sans', colour: red })}`;
    }
    case 'oval':
      return `<ellipse rx="${w / 2 - 0.5}" ry="${h / 2 - 0.5}" fill="none" stroke="${red}" stroke-width="1"/>
        ${lettering.around(company, { x: 0, y: 0, radius: w * 0.39, squash: (h * 0.36) / (w * 0.39), size: h * 0.13, from: -112, to: 112, face: 'serif-bold', colour: red })}
        ${lettering.text('914403005X0001', { x: 0, y: h * 0.04, size: h * 0.11, anchor: 'middle', colour: red })}
        ${lettering.text('合同专用章', { x: 0, y: h * 0.24, size: h * 0.12, anchor: 'middle', colour: red, face: 'serif-bold' })}`;
    case 'square':
      return `<rect x="${-w / 2 + 0.5}" y="${-h / 2 + 0.5}" width="${w - 1}" height="${h - 1}" fill="none" stroke="${red}" stroke-width="1"/>
        ${lettering.text('张三', { x: 0, y: -h * 0.06, size: w * 0.38, anchor: 'middle', face: 'serif-bold', colour: red })}${lettering.text('之印', { x: 0, y: h * 0.36, size: w * 0.38, anchor: 'middle', face: 'serif-bold', colour: red })}`;
    case 'bar':
      return `<rect x="${-w / 2 + 0.4}" y="${-h / 2 + 0.4}" width="${w - 0.8}" height="${h - 0.8}" fill="none" stroke="${red}" stroke-width="0.8"/>${lettering.text('与原件一致', { x: 0, y: h * 0.2, size: h * 0.55, anchor: 'middle', face: 'serif-bold', colour: red })}`;
    case 'triangle':
      return `<polygon points="0,${-h / 2} ${w / 2},${h / 2} ${-w / 2},${h / 2}" fill="none" stroke="${red}" stroke-width="1"/>${lettering.text('财务', { x: 0, y: h * 0.28, size: w * 0.2, anchor: 'middle', face: 'serif-bold', colour: red })}`;
  }
}

/** Presses seals on a page of `pxPerMm`: ink on paper, darker over print, with the gaps that a real one has. */
export async function pressed(
  page: Raster,
  seals: readonly Seal[],
  pxPerMm: number,
  studio: Studio,
  random: Random,
): Promise<Raster> {
  const layers = [];
  for (const seal of seals) {
    const side = Math.ceil((Math.max(seal.widthMm, seal.heightMm ?? 0) * 1.5 + 4) * pxPerMm);
    const body = `<rect width="${side}" height="${side}" fill="#fff"/><g transform="translate(${side / 2} ${side / 2}) rotate(${seal.turnDeg ?? 0}) scale(${pxPerMm})">${cut(seal, studio)}</g>`;
    const { data: mask } = await sharp(Buffer.from(svgOf(side, side, body)))
      .flatten()
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Blots: coarse noise made smooth, so that the ink is thick here and thin there.
    const coarse = Buffer.from(Array.from({ length: 48 * 48 }, () => random.whole(0, 255)));
    const blots = await sharp(coarse, { raw: { width: 48, height: 48, channels: 1 } })
      .resize(side, side, { kernel: 'cubic' })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    const [r, g, b] = rgb(seal.colour ?? '#d21e2b');
    const ink = seal.ink ?? 0.85;
    const out = Buffer.alloc(side * side * 3);
    for (let at = 0; at < side * side; at += 1) {
      const thickness = Math.min(1, 0.62 + (blots[at] ?? 128) / 255 + (random.next() - 0.5) * 0.3);
      const covered = (1 - (mask[at] ?? 255) / 255) * ink * Math.max(0, thickness);
      out[at * 3] = 255 - (255 - r) * covered;
      out[at * 3 + 1] = 255 - (255 - g) * covered;
      out[at * 3 + 2] = 255 - (255 - b) * covered;
    }
    layers.push({
      out,
      side,
      left: Math.round(seal.xMm * pxPerMm - side / 2),
      top: Math.round(seal.yMm * pxPerMm - side / 2),
    });
  }
  const data = Buffer.from(page.data);
  for (const { out, side, left, top } of layers) {
    for (let y = Math.max(0, -top); y < side && top + y < page.height; y += 1) {
      for (let x = Math.max(0, -left); x < side && left + x < page.width; x += 1) {
        const to = ((top + y) * page.width + left + x) * 3;
        const from = (y * side + x) * 3;
        for (let n = 0; n < 3; n += 1) data[to + n] = ((data[to + n] ?? 0) * (out[from + n] ?? 255)) / 255;
      }
    }
  }
  return { ...page, data };
}

const rgb = (colour: string): readonly [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** A page through sharp and back, for what sharp does better. */
export const softened = async (page: Raster, sigma: number): Promise<Raster> => {
  const { data, info } = await fromRaster(page).blur(sigma).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};
