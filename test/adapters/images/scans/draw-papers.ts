import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { numbersFrom } from '../draw-scan.ts';

/** RGB rows, three bytes a pixel. */
export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A seal to stamp: its outer size and middle in mm on the sheet. */
export interface Stamp {
  readonly shape: 'round' | 'oval' | 'square';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly ink?: string;
  readonly turn?: number;
  /** Strength of the ink, 0 to 1. */
  readonly opacity?: number;
}

/** What to draw on an A4 sheet. */
export interface Paper {
  readonly kind: 'letter' | 'licence' | 'id-copy' | 'certificate' | 'contract' | 'blank';
  readonly seed: number;
  readonly dpi: number;
  readonly stamps?: readonly Stamp[];
  readonly ground?: string;
  /** A red headline over the text, as official papers have. */
  readonly redHead?: boolean;
  /** A red fingerprint at this place. */
  readonly fingerprint?: { readonly xMm: number; readonly yMm: number };
}

const fonts = join(import.meta.dirname, '..', '..', '..', '..', 'node_modules', '@expo-google-fonts');
const serif = join(fonts, 'noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf');
const words =
  '深圳市样例科技有限公司承诺所提交的应用资料真实准确完整并对上述内容承担全部法律责任开发者应当遵守平台规则保护用户个人信息不得收集与服务无关的数据经营范围软件开发信息系统集成互联网数据统一社会信用代码法定代表人住所成立日期营业期限登记机关授权委托书签字盖章身份证明';

/** Text as a white-on-nothing mask in the colour wanted. */
async function text(content: string, px: number, colour: string, widthPx?: number): Promise<Buffer> {
  const { data, info } = await sharp({
    text: {
      text: content,
      font: 'Noto Serif SC',
      fontfile: serif,
      dpi: Math.max(1, Math.round((px * 72) / 10)),
      ...(widthPx === undefined ? {} : { width: widthPx }),
      wrap: 'char',
      spacing: Math.round(px * 0.7),
      rgba: true,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let at = 0; at < data.length; at += 4) {
    data[at] = r;
    data[at + 1] = g;
    data[at + 2] = b;
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}

/** An A4 sheet with print, and what is stamped on it, multiplied like ink. */
export async function drawPaper(paper: Paper): Promise<Picture> {
  const mm = paper.dpi / 25.4;
  const [width, height] = [Math.round(210 * mm), Math.round(297 * mm)];
  const next = numbersFrom(paper.seed * 7919 + 1);
  for (let skip = 0; skip < 5; skip += 1) next();
  const sentence = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(next() * words.length)] ?? '样').join('');
  const layers: OverlayOptions[] = [];
  const put = async (
    content: string,
    sizeMm: number,
    xMm: number,
    yMm: number,
    colour = '#1a1a1a',
    widthMm?: number,
  ) => {
    layers.push({
      input: await text(
        content,
        sizeMm * mm,
        colour,
        widthMm === undefined ? undefined : Math.round(widthMm * mm),
      ),
      left: Math.round(xMm * mm),
      top: Math.round(yMm * mm),
      blend: 'multiply',
    });
  };
  const svg = (body: string): void => {
    layers.push({
      input: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 297">${body}</svg>`,
      ),
      left: 0,
      top: 0,
      blend: 'over',
    });
  };
  if (paper.redHead === true) {
    await put('样例市行政管理机关文件', 11, 40, 24, '#d02020');
    svg('<rect x="25" y="46" width="160" height="0.8" fill="#d02020"/>');
  }
  switch (paper.kind) {
    case 'letter':
      await put(sentence(8), 6, 80, paper.redHead === true ? 54 : 34);
      for (let part = 0; part < 4; part += 1)
        await put(sentence(90), 3.9, 27, 66 + part * 42, '#1a1a1a', 156);
      await put(`${sentence(6)}\n2026 年 11 月 ${1 + Math.floor(next() * 28)} 日`, 3.9, 125, 250);
      break;
    case 'contract':
      for (let part = 0; part < 8; part += 1)
        await put(sentence(130), 3.2, 22, 24 + part * 32, '#222222', 166);
      break;
    case 'licence':
      svg(
        '<rect x="9" y="9" width="192" height="279" fill="none" stroke="#b08d46" stroke-width="3"/><rect x="13" y="13" width="184" height="271" fill="#fffdf2" stroke="#9a8a4a" stroke-width="0.5"/><circle cx="105" cy="34" r="13" fill="#c8102e"/><path d="M105 24 l3 8 8 0 -6 5 2 8 -7 -5 -7 5 2 -8 -6 -5 8 0z" fill="#f4c430"/>',
      );
      await put('营业执照', 13, 76, 56);
      for (let line = 0; line < 9; line += 1)
        await put(`${sentence(4)}　${sentence(8 + Math.floor(next() * 14))}`, 4.4, 28, 92 + line * 15);
      break;
    case 'certificate':
      svg(
        `<rect width="210" height="297" fill="#eaf2e4"/>${Array.from({ length: 40 }, (_, index) => `<path d="M0 ${index * 8} Q 52 ${index * 8 - 6} 105 ${index * 8} T 210 ${index * 8}" fill="none" stroke="#cfe3c6" stroke-width="0.6"/>`).join('')}<rect x="12" y="12" width="186" height="273" fill="none" stroke="#4d8c57" stroke-width="2.2"/>`,
      );
      await put('计算机软件著作权登记证书', 8, 55, 44);
      for (let line = 0; line < 8; line += 1)
        await put(`${sentence(5)}：${sentence(10)}`, 4.6, 34, 88 + line * 17);
      break;
    case 'id-copy':
      svg(
        '<rect x="60" y="50" width="85.6" height="54" rx="3" fill="#e6eef2" stroke="#b9c8cf" stroke-width="0.3"/><rect x="117" y="60" width="22" height="28" fill="#8a8f94"/><circle cx="128" cy="70" r="6" fill="#caa58a"/><rect x="60" y="124" width="85.6" height="54" rx="3" fill="#f2e6e6" stroke="#cfb9b9" stroke-width="0.3"/><circle cx="74" cy="138" r="7" fill="#cf3a3a"/>',
      );
      for (let line = 0; line < 5; line += 1)
        await put(`${sentence(2)}　${sentence(6)}`, 3, 65, 56 + line * 9);
      await put('中华人民共和国\n居民身份证', 4, 90, 132);
      await put(sentence(16), 4.2, 40, 210, '#2a3f8f');
      break;
    case 'blank':
      break;
  }
  if (paper.fingerprint !== undefined) {
    const { xMm, yMm } = paper.fingerprint;
    const ridges = Array.from(
      { length: 11 },
      (_, ridge) =>
        `<ellipse cx="${xMm}" cy="${yMm + ridge * 0.3}" rx="${(ridge + 0.6) * 0.72}" ry="${(ridge + 0.6) * 1.02}" fill="none" stroke="#c8202a" stroke-width="0.42" stroke-dasharray="${3 + ridge} 0.7"/>`,
    );
    svg(ridges.join(''));
  }
  for (const stamp of paper.stamps ?? []) layers.push(await stampLayer(stamp, mm));
  const drawn = await sharp({ create: { width, height, channels: 3, background: paper.ground ?? '#fdfdfb' } })
    .composite(await onSheet(layers, width, height))
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data: drawn, width, height };
}

/** Composite refuses what is larger than the sheet or starts outside it. */
async function onSheet(
  layers: readonly OverlayOptions[],
  width: number,
  height: number,
): Promise<OverlayOptions[]> {
  const kept: OverlayOptions[] = [];
  for (const layer of layers) {
    if (!Buffer.isBuffer(layer.input)) continue;
    const about = await sharp(layer.input).metadata();
    const [left, top] = [layer.left ?? 0, layer.top ?? 0];
    const [cutLeft, cutTop] = [Math.max(0, -left), Math.max(0, -top)];
    const wide = Math.min(about.width - cutLeft, width - Math.max(0, left));
    const high = Math.min(about.height - cutTop, height - Math.max(0, top));
    if (wide < 1 || high < 1) continue;
    const input = await sharp(layer.input)
      .extract({ left: cutLeft, top: cutTop, width: wide, height: high })
      .png()
      .toBuffer();
    kept.push({ ...layer, input, left: Math.max(0, left), top: Math.max(0, top) });
  }
  return kept;
}

/** A seal: ring, star and lettering round it, as an overlay that darkens like ink. */
async function stampLayer(stamp: Stamp, mm: number): Promise<OverlayOptions> {
  const ink = stamp.ink ?? '#d0202c';
  const box = Math.ceil(Math.max(stamp.widthMm, stamp.heightMm) * 1.5 * mm);
  const [rx, ry] = [(stamp.widthMm / 2) * mm, (stamp.heightMm / 2) * mm];
  const line = 1.1 * mm;
  const middle = box / 2;
  const outline =
    stamp.shape === 'square'
      ? `<rect x="${middle - rx + line / 2}" y="${middle - ry + line / 2}" width="${2 * rx - line}" height="${2 * ry - line}" fill="none" stroke="${ink}" stroke-width="${line}"/>`
      : `<ellipse cx="${middle}" cy="${middle}" rx="${rx - line / 2}" ry="${ry - line / 2}" fill="none" stroke="${ink}" stroke-width="${line}"/>`;
  const star = Array.from({ length: 10 }, (_, index) => {
    const reach = (index % 2 === 0 ? 0.34 : 0.13) * Math.min(rx, ry);
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return `${middle + Math.cos(angle) * reach},${middle + Math.sin(angle) * reach}`;
  }).join(' ');
  const body = stamp.shape === 'square' ? '' : `<polygon points="${star}" fill="${ink}"/>`;
  const base = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${box}" height="${box}">${outline}${body}</svg>`,
    ),
  )
    .png()
    .toBuffer();
  const letters: OverlayOptions[] = [];
  const name = stamp.shape === 'square' ? '样例印章' : '深圳市样例科技有限公司';
  for (const [index, character] of Array.from(name).entries()) {
    const share = name.length === 1 ? 0 : index / (name.length - 1);
    const angle = ((-125 + 250 * share) * Math.PI) / 180;
    const glyph = await sharp(
      await text(character, (stamp.shape === 'square' ? 0.36 : 0.2) * Math.min(rx, ry) * 1.1, ink),
    )
      .rotate(stamp.shape === 'square' ? 0 : (angle * 180) / Math.PI, {
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      })
      .png()
      .toBuffer();
    const about = await sharp(glyph).metadata();
    const x =
      stamp.shape === 'square' ? middle + ((index % 2) - 0.5) * rx : middle + Math.sin(angle) * rx * 0.74;
    const y =
      stamp.shape === 'square'
        ? middle + (Math.floor(index / 2) - 0.5) * ry
        : middle - Math.cos(angle) * ry * 0.74;
    letters.push({
      input: glyph,
      left: Math.round(x - about.width / 2),
      top: Math.round(y - about.height / 2),
    });
  }
  const whole = await sharp(await sharp(base).composite(letters).png().toBuffer())
    .rotate(stamp.turn ?? 0, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .ensureAlpha(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 3; at < whole.data.length; at += 4) {
    whole.data[at] = Math.round((whole.data[at] ?? 0) * (stamp.opacity ?? 0.9));
  }
  return {
    input: await sharp(whole.data, {
      raw: { width: whole.info.width, height: whole.info.height, channels: 4 },
    })
      .png()
      .toBuffer(),
    left: Math.round(stamp.xMm * mm - whole.info.width / 2),
    top: Math.round(stamp.yMm * mm - whole.info.height / 2),
    blend: 'multiply',
  };
}
