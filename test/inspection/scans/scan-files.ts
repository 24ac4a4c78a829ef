import { PDFDocument } from 'pdf-lib';
import { fromRaster, type Raster } from '../drawing/raster.ts';

export const asJpeg = (raster: Raster, quality = 82): Promise<Buffer> =>
  fromRaster(raster).jpeg({ quality }).toBuffer();
export const asPng = (raster: Raster): Promise<Buffer> =>
  fromRaster(raster).png({ compressionLevel: 6 }).toBuffer();

/** Pictures of pages as a PDF whose pages have these sizes in mm, as scanners and phone apps make it. */
export async function asPdf(
  pages: readonly { readonly picture: Buffer; readonly widthMm: number; readonly heightMm: number }[],
): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const { picture, widthMm, heightMm } of pages) {
    const [width, height] = [(widthMm / 25.4) * 72, (heightMm / 25.4) * 72];
    pdf.addPage([width, height]).drawImage(await pdf.embedJpg(picture), { x: 0, y: 0, width, height });
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
