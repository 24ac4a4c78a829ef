import sharp, { type OverlayOptions } from 'sharp';
import type { FontId } from '../../main/contract/laid-out-document.ts';
import type { World } from '../../main/world.ts';
import { drawText } from './text-mask.ts';

/** A line of text placed on a picture: `xPx` is its start, or its middle when `centred`. */
export interface PlacedText {
  readonly text: string;
  readonly xPx: number;
  readonly yPx: number;
  readonly sizePx: number;
  readonly colour: string;
  readonly font?: FontId;
  readonly centred?: boolean;
}

/** Black text on white becomes `colour` with the blackness as opacity. */
async function tint(png: Uint8Array, colour: string): Promise<Buffer> {
  const { data, info } = await sharp(png).greyscale().negate().raw().toBuffer({ resolveWithObject: true });
  const base = { width: info.width, height: info.height, channels: 3 as const, background: colour };
  return sharp({ create: base })
    .joinChannel(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
}

/** Shapes from an SVG body of this size, with lines of text on top. */
export async function composePicture(
  world: World,
  size: { readonly widthPx: number; readonly heightPx: number },
  shapes: string,
  texts: readonly PlacedText[],
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.widthPx}" height="${size.heightPx}">${shapes}</svg>`;
  const layers: OverlayOptions[] = [];
  for (const line of texts.filter(({ text }) => text.trim() !== '')) {
    const drawn = await drawText(world, line.text, line.font ?? 'sans', line.sizePx);
    const left = Math.round(line.xPx - (line.centred === true ? drawn.widthPx / 2 : 0));
    layers.push({ input: await tint(drawn.png, line.colour), left, top: Math.round(line.yPx) });
  }
  return sharp(Buffer.from(svg)).composite(layers).png().toBuffer();
}

/** A round specimen mark in seal red that says 样例: it cannot be taken for a real seal. */
export async function specimenMark(world: World, diameterPx: number): Promise<Buffer> {
  const r = diameterPx / 2;
  const red = '#c8161d';
  const ring = `<circle cx="${r}" cy="${r}" r="${r - 4}" fill="none" stroke="${red}" stroke-width="6"/>
    <circle cx="${r}" cy="${r}" r="${r * 0.8}" fill="none" stroke="${red}" stroke-width="2"/>`;
  const centred = { xPx: r, colour: red, centred: true } as const;
  return composePicture(world, { widthPx: diameterPx, heightPx: diameterPx }, ring, [
    { ...centred, text: '样例', yPx: r * 0.55, sizePx: r * 0.55 },
    { ...centred, text: 'SPECIMEN', yPx: r * 1.3, sizePx: r * 0.18 },
  ]);
}
