import type { FontId } from '../../main/contract/laid-out-document.ts';
import type { World } from '../../main/world.ts';

const mmPerPx = 25.4 / 96;

/** A line of text as a PNG of black on white, `sizePx` high em; made by the product's own writer, so that no system font is needed. */
export async function drawText(
  world: World,
  text: string,
  font: FontId,
  sizePx: number,
): Promise<{ readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }> {
  const metrics = (await world.fonts())[font];
  const advancesMm = Array.from(text, (char) => metrics.advance(char.codePointAt(0) ?? 0) * sizePx * mmPerPx);
  const widthMm = advancesMm.reduce((sum, advance) => sum + advance, 0) + 4 * mmPerPx;
  const heightMm = sizePx * 1.5 * mmPerPx;
  const pdf = await world.pdf.write({
    title: text,
    author: 'Yinqi',
    language: 'zh-CN',
    subject: '样例',
    keywords: [],
    pages: [
      {
        widthMm,
        heightMm,
        items: [
          {
            kind: 'text',
            text,
            font,
            sizePt: sizePx * 0.75,
            xMm: 2 * mmPerPx,
            baselineMm: sizePx * 1.1 * mmPerPx,
            advancesMm,
            grey: 0,
            role: 'body',
          },
        ],
      },
    ],
  });
  return world.pictures.picture(pdf, { page: 0, dpi: 96 });
}
