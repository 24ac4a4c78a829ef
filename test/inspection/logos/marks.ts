import sharp from 'sharp';
import { svgOf } from '../drawing/raster.ts';
import type { Lettering } from '../drawing/lettering.ts';

/** Draws a mark on 400 × 400 units in a colour, with a second one for what stands inside it. */
type Mark = (colour: string, inner: string, lettering: Lettering) => string;

const letters =
  (text: string, face: 'bold' | 'black' | 'serif-bold', size: number): Mark =>
  (colour, _inner, lettering) =>
    lettering.text(text, { x: 200, y: 200 + size * 0.36, size, face, colour, anchor: 'middle' });

const petals = (colour: string, count: number, shape: string): string =>
  Array.from(
    { length: count },
    (_, n) => `<g transform="rotate(${(n * 360) / count} 200 200)" fill="${colour}">${shape}</g>`,
  ).join('');

/** Marks as apps have them: pictures, letters, thick and thin, whole and in parts. */
export const marks = {
  bubble: (c, i) =>
    `<path d="M50 60h300a40 40 0 0 1 40 40v170a40 40 0 0 1-40 40H190l-80 70v-70H50a40 40 0 0 1-40-40V100a40 40 0 0 1 40-40z" fill="${c}"/>
     <circle cx="110" cy="185" r="26" fill="${i}"/><circle cx="200" cy="185" r="26" fill="${i}"/><circle cx="290" cy="185" r="26" fill="${i}"/>`,
  tick: (c, i) =>
    `<circle cx="200" cy="200" r="180" fill="${c}"/><path d="M110 205l65 65 120-135" fill="none" stroke="${i}" stroke-width="42" stroke-linecap="round" stroke-linejoin="round"/>`,
  play: (c, i) =>
    `<rect x="20" y="20" width="360" height="360" rx="90" fill="${c}"/><path d="M160 115l140 85-140 85z" fill="${i}"/>`,
  bars: (c) =>
    [80, 180, 280, 230, 340]
      .map((h, n) => `<rect x="${30 + n * 72}" y="${380 - h}" width="50" height="${h}" rx="12" fill="${c}"/>`)
      .join(''),
  camera: (c, i) =>
    `<rect x="10" y="90" width="265" height="220" rx="40" fill="${c}"/><path d="M295 170l95-60v180l-95-60z" fill="${c}"/><circle cx="142" cy="200" r="52" fill="${i}"/>`,
  calendar: (c, i) =>
    `<rect x="30" y="55" width="340" height="320" rx="44" fill="${c}"/><rect x="62" y="140" width="276" height="203" rx="20" fill="${i}"/>
     <rect x="105" y="20" width="34" height="80" rx="17" fill="${c}"/><rect x="261" y="20" width="34" height="80" rx="17" fill="${c}"/>
     ${[0, 1, 2, 3, 4, 5].map((n) => `<circle cx="${125 + (n % 3) * 75}" cy="${200 + Math.floor(n / 3) * 80}" r="22" fill="${c}"/>`).join('')}`,
  wave: (c) =>
    `<g fill="none" stroke="${c}" stroke-width="34" stroke-linecap="round"><path d="M30 130q57-80 113 0t113 0 113 0"/><path d="M30 210q57-80 113 0t113 0 113 0"/><path d="M30 290q57-80 113 0t113 0 113 0"/></g>`,
  mountain: (c, i) =>
    `<path d="M10 350L150 90l90 150 50-75 100 185z" fill="${c}"/><circle cx="300" cy="95" r="42" fill="${c}"/><path d="M150 90l38 64-38 28-38-22z" fill="${i}"/>`,
  hexagon: (c, i) =>
    `<path d="M200 10l165 95v190l-165 95-165-95V105z" fill="${c}"/><path d="M200 100l87 50v100l-87 50-87-50V150z" fill="${i}"/>`,
  house: (c, i) =>
    `<path d="M200 20L15 180h50v190h270V180h50z" fill="${c}"/><rect x="155" y="230" width="90" height="140" rx="12" fill="${i}"/>`,
  pen: (c) =>
    `<path d="M290 30l80 80-230 230-110 30 30-110z" fill="${c}"/><rect x="200" y="340" width="170" height="34" rx="17" fill="${c}"/>`,
  leaf: (c, i) =>
    `<path d="M40 360C10 150 150 20 370 30c10 220-110 350-330 330z" fill="${c}"/><path d="M60 345C130 250 210 170 300 110" stroke="${i}" stroke-width="22" fill="none" stroke-linecap="round"/>`,
  flower: (c) => petals(c, 6, '<ellipse cx="200" cy="100" rx="52" ry="88"/>'),
  star: (c) =>
    `<path d="M200 15l56 122 134 15-100 91 28 132-118-67-118 67 28-132L10 152l134-15z" fill="${c}"/>`,
  ring: (c) =>
    `<circle cx="200" cy="200" r="150" fill="none" stroke="${c}" stroke-width="60"/><circle cx="200" cy="200" r="52" fill="${c}"/>`,
  squares: (c) =>
    [0, 1, 2, 3]
      .map(
        (n) =>
          `<rect x="${25 + (n % 2) * 185}" y="${25 + Math.floor(n / 2) * 185}" width="165" height="165" rx="36" fill="${c}" opacity="${n === 3 ? 0.75 : 1}"/>`,
      )
      .join(''),
  people: (c) =>
    `<circle cx="140" cy="120" r="78" fill="${c}"/><path d="M10 370c0-190 260-190 260 0z" fill="${c}"/><circle cx="300" cy="150" r="56" fill="${c}"/><path d="M290 370c0-70-15-100-40-125 90-25 140 40 140 125z" fill="${c}"/>`,
  shield: (c, i) =>
    `<path d="M200 15l160 55v130c0 100-70 160-160 190C110 360 40 300 40 200V70z" fill="${c}"/><path d="M125 200l55 55 105-115" fill="none" stroke="${i}" stroke-width="36" stroke-linecap="round" stroke-linejoin="round"/>`,
  globe: (c) =>
    `<g fill="none" stroke="${c}" stroke-width="22"><circle cx="200" cy="200" r="170"/><ellipse cx="200" cy="200" rx="75" ry="170"/><path d="M35 200h330M60 110h280M60 290h280"/></g>`,
  thinClock: (c) =>
    `<g fill="none" stroke="${c}" stroke-width="14" stroke-linecap="round"><circle cx="200" cy="200" r="180"/><path d="M200 85v120l80 50"/></g>`,
  thinMicrophone: (c) =>
    `<g fill="none" stroke="${c}" stroke-width="15" stroke-linecap="round"><rect x="130" y="20" width="140" height="230" rx="70"/><path d="M70 190c0 170 260 170 260 0M200 320v62M130 384h140"/></g>`,
  note: (c, i) =>
    `<path d="M60 20h200l90 90v270H60z" fill="${c}"/>${[150, 210, 270].map((y, n) => `<rect x="105" y="${y}" width="${[200, 200, 130][n]}" height="26" rx="13" fill="${i}"/>`).join('')}`,
  letterM: letters('M', 'black', 420),
  han: letters('纪', 'bold', 380),
  hanSerif: letters('印', 'serif-bold', 380),
  wordmark: letters('云签', 'black', 200),
  wordmarkLatin: letters('Note', 'bold', 150),
} satisfies Record<string, Mark>;
export type MarkName = keyof typeof marks;
/** Their names in order. */
export const markNames = Object.keys(marks) as MarkName[]; // Safe: the keys of an object literal.

/** A mark as PNG cut to its ink, its longer side of this many px. */
export async function drawMark(
  name: MarkName,
  sizePx: number,
  colours: { readonly colour: string; readonly inner: string },
  lettering: Lettering,
): Promise<{ readonly png: Buffer; readonly width: number; readonly height: number }> {
  const large = await sharp(
    Buffer.from(svgOf(400, 400, marks[name](colours.colour, colours.inner, lettering))),
    { density: 144 },
  )
    .png()
    .toBuffer();
  const cut = await sharp(large).trim({ background: '#00000000', threshold: 1 }).png().toBuffer();
  const { data, info } = await sharp(cut)
    .resize({ width: sizePx, height: sizePx, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
