import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Random } from '../drawing/random.ts';
import { fromRaster, svgOf, toRaster, withNoise } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { animated, animatedPng } from './animations.ts';
import { drawLogo, exported } from './draw-logo.ts';
import { faultsOf, planOf, type LogoFault } from './logo-fault.ts';

const sizes = faultsOf(
  [
    [127, 128],
    [128, 129],
    [64, 64],
    [96, 96],
    [120, 120],
    [256, 256],
    [512, 512],
    [128, 100],
  ] as const,
  ([width, height], index): LogoFault => ({
    kind: 'logo-size',
    as: `${width}x${height}`,
    field: index % 2 === 0 ? 'app.logo' : 'company.logo',
    draw: async (studio, random) =>
      sharp(await drawLogo(planOf(random), studio, random))
        .resize(width, height, { fit: 'fill' })
        .png({ palette: true, colours: 64 })
        .toBuffer(),
  }),
);

/** A photographic logo padded by metadata to exactly so many bytes, as design programs leave it. */
async function ofBytes(size: number, studio: Studio, random: Random): Promise<Buffer> {
  const png = await exported(await drawLogo(planOf(random), studio, random));
  const tail = png.subarray(png.length - 12);
  const room = size - png.length - 12;
  if (room < 0) throw new Error('the logo is larger than wanted');
  const text = Buffer.alloc(room, 0x20);
  text.write('Comment\0', 'latin1');
  const body = Buffer.concat([Buffer.from('tEXt', 'latin1'), text]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(room, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([
    png.subarray(0, png.length - 12),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    tail,
  ]);
}

const heavy = [
  ...faultsOf([20_001, 20_400, 20_481, 21_000, 30_000, 200_000], (size, index): LogoFault => ({
    kind: 'logo-bytes',
    as: `${size} bytes`,
    field: index % 3 === 2 ? 'company.logo' : 'app.logo',
    draw: (studio, random) => ofBytes(size, studio, random),
  })),
  ...faultsOf([18, 34], (sigma): LogoFault => ({
    kind: 'logo-bytes',
    as: `grain ${sigma}`,
    draw: async (studio, random) => {
      const still = await toRaster(
        await drawLogo(planOf(random, { ground: 'bokeh', outside: 'white' }), studio, random),
      );
      return fromRaster(withNoise(still, sigma, random))
        .png()
        .toBuffer();
    },
  })),
];

const types = [
  ...faultsOf(['gif', 'webp', 'tiff', 'svg', 'bmp', 'pdf'] as const, (type): LogoFault => ({
    kind: 'logo-type',
    as: type,
    file: `assets/logo.${type}`,
    draw: async (studio, random) => {
      const png = await drawLogo(planOf(random), studio, random);
      switch (type) {
        case 'svg':
          return Buffer.from(
            svgOf(
              128,
              128,
              '<rect width="128" height="128" rx="16" fill="#2563eb"/><circle cx="64" cy="64" r="46" fill="#fff"/>',
            ),
          );
        case 'bmp': {
          const { data } = await toRaster(png);
          const head = Buffer.alloc(54);
          head.write('BM', 'latin1');
          head.writeUInt32LE(54 + data.length, 2);
          head.writeUInt32LE(54, 10);
          head.writeUInt32LE(40, 14);
          head.writeInt32LE(128, 18);
          head.writeInt32LE(-128, 22);
          head.writeUInt16LE(1, 26);
          head.writeUInt16LE(24, 28);
          for (let at = 0; at < data.length; at += 3)
            [data[at], data[at + 2]] = [data[at + 2] ?? 0, data[at] ?? 0];
          return Buffer.concat([head, data]);
        }
        case 'pdf': {
          const { PDFDocument } = await import('pdf-lib');
          const pdf = await PDFDocument.create({ updateMetadata: false });
          const page = pdf.addPage([128, 128]);
          page.drawImage(await pdf.embedPng(png), { x: 0, y: 0, width: 128, height: 128 });
          return Buffer.from(await pdf.save());
        }
        default:
          return sharp(png).toFormat(type).toBuffer();
      }
    },
  })),
  ...faultsOf([60, 80, 92, 98], (quality): LogoFault => ({
    kind: 'logo-jpeg',
    as: `quality ${quality}`,
    file: 'assets/logo.jpg',
    draw: async (studio, random) =>
      sharp(await drawLogo(planOf(random, { outside: 'white' }), studio, random))
        .jpeg({ quality })
        .toBuffer(),
  })),
  ...faultsOf(
    [
      ['jpeg', 'png'],
      ['png', 'jpg'],
      ['webp', 'png'],
      ['gif', 'png'],
      ['tiff', 'png'],
    ] as const,
    ([type, ending]): LogoFault => ({
      kind: 'logo-named-otherwise',
      as: `${type} named ${ending}`,
      file: `assets/logo.${ending}`,
      draw: async (studio, random) =>
        sharp(await drawLogo(planOf(random, { outside: 'white' }), studio, random))
          .toFormat(type)
          .toBuffer(),
    }),
  ),
];

const moving = faultsOf(['gif', 'webp', 'apng', 'apng'] as const, (type, index): LogoFault => ({
  kind: 'logo-animated',
  as: `${type} of ${index + 2} frames`,
  file: `assets/logo.${type === 'apng' ? 'png' : type}`,
  draw: async (studio, random) => {
    const plan = planOf(random, { markPx: 90 });
    const frames = [];
    for (let n = 0; n < index + 2; n += 1)
      frames.push(await drawLogo({ ...plan, shift: [0, n * 3 - 3] }, studio, random));
    return type === 'apng' ? animatedPng(frames) : animated(frames, type);
  },
}));

/** Wrong in size, bytes, type, name, or moving. */
export const fileFaults: readonly LogoFault[] = [...sizes, ...heavy, ...types, ...moving];
