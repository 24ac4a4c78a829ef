import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { openLettering, type Lettering } from '../../../inspection/drawing/lettering.ts';
import { svgOf } from '../../../inspection/drawing/raster.ts';
import { cards } from './draw-cards.ts';
import { certificates } from './draw-certificates.ts';
import type { PaperLayout } from './paper-parts.ts';

/** What stands on a drawn paper, and how it was photographed. */
export interface ReadablePaper {
  readonly kind:
    | 'licence-landscape'
    | 'licence-portrait'
    | 'icp-licence'
    | 'copyright'
    | 'identity-front'
    | 'identity-back'
    | 'filing';
  readonly values: Readonly<Record<string, string>>;
  /** Degrees clockwise, and JPEG quality. */
  readonly tilt?: number;
  readonly quality?: number;
  readonly qr?: string;
}

const layouts: Readonly<Record<ReadablePaper['kind'], PaperLayout>> = { ...certificates, ...cards };

let lettering: Promise<Lettering> | null = null;

/** Draws a fictitious paper as a JPEG, 1754 px on its long side but for cards and screenshots. */
export async function drawReadablePaper(paper: ReadablePaper): Promise<Buffer> {
  lettering ??= openLettering();
  const drawn = layouts[paper.kind](await lettering, paper);
  const base = sharp(Buffer.from(svgOf(drawn.width, drawn.height, drawn.body)));
  const withCode =
    paper.qr === undefined
      ? base
      : base.composite([{ input: await drawQr(paper.qr), left: drawn.width - 330, top: 130 }]);
  const flat = await withCode.flatten({ background: '#ffffff' }).png({ compressionLevel: 1 }).toBuffer();
  return sharp(flat)
    .rotate(paper.tilt ?? 0, { background: '#e9e6df' })
    .jpeg({ quality: paper.quality ?? 85 })
    .toBuffer();
}

async function drawQr(text: string): Promise<Buffer> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
  const wasmBinary = Uint8Array.from(
    await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')),
  ).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: 6 });
  if (image === null) throw new Error(error);
  return Buffer.from(await image.arrayBuffer());
}
