import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { World } from '../../main/world.ts';
import { composePicture, specimenMark } from './compose-picture.ts';

const dpi = 150;
const a4 = { widthPt: 595.28, heightPt: 841.89 } as const;

/** Where the seal guide of a letter stands: its page from 0, and its middle in millimetres. */
export interface SealPlace {
  readonly page: number;
  readonly xMm: number;
  readonly yMm: number;
}

const px = (mm: number): number => Math.round((mm / 25.4) * dpi);

/** Prints a letter, marks it as a specimen where the seal goes, and scans it: a PDF of pictures at 150 dpi. */
export async function scanLetter(
  world: World,
  letterPdf: Uint8Array,
  pages: number,
  seal: SealPlace,
): Promise<Uint8Array> {
  const scan = await PDFDocument.create({ updateMetadata: false });
  const mark = await specimenMark(world, px(40));
  for (let page = 0; page < pages; page += 1) {
    const printed = await world.pictures.picture(letterPdf, { page, dpi });
    const ground = { r: 252, g: 250, b: 245 };
    const banner = await composePicture(world, { widthPx: printed.widthPx, heightPx: 60 }, '', [
      {
        text: '样例 · 虚构 · 印章为样例标记',
        xPx: printed.widthPx / 2,
        yPx: 6,
        sizePx: 24,
        colour: '#c8161d',
        centred: true,
      },
    ]);
    const marks = [{ input: banner, left: 0, top: 30 }];
    if (page === seal.page) {
      marks.push({ input: mark, left: px(seal.xMm) - px(20), top: px(seal.yMm) - px(20) });
    }
    const sheet = await sharp(printed.png)
      .flatten({ background: '#ffffff' })
      .composite([
        {
          input: {
            create: { width: printed.widthPx, height: printed.heightPx, channels: 3, background: ground },
          },
          blend: 'multiply',
        },
        ...marks,
      ])
      .removeAlpha()
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer();
    const picture = await scan.embedJpg(sheet);
    scan
      .addPage([a4.widthPt, a4.heightPt])
      .drawImage(picture, { x: 0, y: 0, width: a4.widthPt, height: a4.heightPt });
  }
  return scan.save({ useObjectStreams: false });
}
