import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { openLettering, type Lettering } from '../../../inspection/drawing/lettering.ts';
import { svgOf } from '../../../inspection/drawing/raster.ts';

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

const ink = '#1f2328';
const red = '#c2161c';

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

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** Breaks a text into lines of so many characters. */
const lines = (text: string, length: number): readonly string[] =>
  text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];

function seal(letters: Lettering, x: number, y: number, r: number, name: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${red}" stroke-width="6" opacity="0.85"/>${letters.text('★', { x, y: y + r * 0.25, size: r * 0.6, colour: red, anchor: 'middle' })}${letters.text(name, { x, y: y - r * 0.4, size: r * 0.22, colour: red, anchor: 'middle' })}`;
}

function rows(
  letters: Lettering,
  pairs: readonly (readonly [label: string, value: string, length?: number])[],
  place: {
    readonly x: number;
    readonly valueX: number;
    readonly y: number;
    readonly size: number;
    readonly pitch: number;
  },
): string {
  let y = place.y;
  let body = '';
  for (const [label, value, length = 40] of pairs) {
    body += letters.text(label, { x: place.x, y, size: place.size, colour: ink, face: 'serif' });
    for (const line of lines(value, length)) {
      body += letters.text(line, { x: place.valueX, y, size: place.size, colour: ink, face: 'serif' });
      y += place.pitch * 0.75;
    }
    y += place.pitch * 0.4;
  }
  return body;
}

const frame = (width: number, height: number): string =>
  `<rect width="${width}" height="${height}" fill="#fdfaf1"/><rect x="50" y="50" width="${width - 100}" height="${height - 100}" fill="none" stroke="#b58b3d" stroke-width="8"/><rect x="66" y="66" width="${width - 132}" height="${height - 132}" fill="none" stroke="#b58b3d" stroke-width="2"/>`;

const layouts: Readonly<Record<ReadablePaper['kind'], (letters: Lettering, paper: ReadablePaper) => Drawn>> =
  {
    'licence-landscape': (letters, { values: v }) => ({
      width: 1754,
      height: 1240,
      body:
        frame(1754, 1240) +
        `<circle cx="877" cy="150" r="52" fill="${red}"/>` +
        letters.text('营业执照', {
          x: 877,
          y: 310,
          size: 92,
          colour: ink,
          face: 'serif-bold',
          anchor: 'middle',
        }) +
        letters.text('（副　本）', {
          x: 877,
          y: 375,
          size: 40,
          colour: ink,
          face: 'serif',
          anchor: 'middle',
        }) +
        letters.text('统一社会信用代码', { x: 140, y: 230, size: 30, colour: ink, face: 'serif' }) +
        letters.text(v['credit-code'] ?? '', { x: 140, y: 275, size: 32, colour: ink, face: 'serif-bold' }) +
        rows(
          letters,
          [
            ['名　　称', v['company-name'] ?? '', 20],
            ['类　　型', v['company-type'] ?? '', 20],
            ['法定代表人', v['legal-representative'] ?? ''],
            ['经营范围', v['business-scope'] ?? '', 18],
          ],
          { x: 140, valueX: 320, y: 480, size: 30, pitch: 56 },
        ) +
        rows(
          letters,
          [
            ['注册资本', v['registered-capital'] ?? ''],
            ['成立日期', v['established-on'] ?? ''],
            ['营业期限', v['period'] ?? ''],
            ['住　　所', v['address'] ?? '', 18],
          ],
          { x: 960, valueX: 1140, y: 480, size: 30, pitch: 56 },
        ) +
        letters.text('登记机关', { x: 1180, y: 960, size: 36, colour: ink, face: 'serif' }) +
        seal(letters, 1400, 960, 120, '样例市场监督管理局') +
        letters.text(v['issued'] ?? '2025 年 03 月 12 日', {
          x: 1240,
          y: 1100,
          size: 30,
          colour: ink,
          face: 'serif',
        }),
    }),
    'licence-portrait': (letters, { values: v }) => ({
      width: 1240,
      height: 1754,
      body:
        frame(1240, 1754) +
        letters.text('营业执照', {
          x: 620,
          y: 330,
          size: 96,
          colour: ink,
          face: 'serif-bold',
          anchor: 'middle',
        }) +
        letters.text(`统一社会信用代码　${v['credit-code'] ?? ''}`, {
          x: 620,
          y: 430,
          size: 32,
          colour: ink,
          face: 'serif',
          anchor: 'middle',
        }) +
        rows(
          letters,
          [
            ['名　　称', v['company-name'] ?? '', 22],
            ['类　　型', v['company-type'] ?? '', 22],
            ['住　　所', v['address'] ?? '', 22],
            ['法定代表人', v['legal-representative'] ?? ''],
            ['注册资本', v['registered-capital'] ?? ''],
            ['成立日期', v['established-on'] ?? ''],
            ['营业期限', v['period'] ?? ''],
            ['经营范围', v['business-scope'] ?? '', 22],
          ],
          { x: 180, valueX: 400, y: 560, size: 34, pitch: 72 },
        ) +
        letters.text('登记机关', { x: 700, y: 1450, size: 36, colour: ink, face: 'serif' }) +
        seal(letters, 960, 1450, 140, '样例市场监督管理局'),
    }),
    'icp-licence': (letters, { values: v }) => ({
      width: 1240,
      height: 1754,
      body:
        frame(1240, 1754) +
        letters.text('中华人民共和国', {
          x: 620,
          y: 300,
          size: 54,
          colour: ink,
          face: 'serif-bold',
          anchor: 'middle',
        }) +
        letters.text('增值电信业务经营许可证', {
          x: 620,
          y: 400,
          size: 70,
          colour: ink,
          face: 'serif-bold',
          anchor: 'middle',
        }) +
        letters.text(`经营许可证编号：${v['licence-number'] ?? ''}`, {
          x: 620,
          y: 500,
          size: 34,
          colour: ink,
          face: 'serif',
          anchor: 'middle',
        }) +
        rows(
          letters,
          [
            ['公司名称：', v['company-name'] ?? '', 24],
            ['法定代表人：', v['legal-representative'] ?? ''],
            ['业务种类：', v['business-scope'] ?? '', 24],
            ['有效期至：', v['valid-until'] ?? ''],
          ],
          { x: 180, valueX: 420, y: 660, size: 34, pitch: 84 },
        ) +
        seal(letters, 900, 1350, 150, '样例省通信管理局'),
    }),
    copyright: (letters, { values: v }) => ({
      width: 1240,
      height: 1754,
      body:
        frame(1240, 1754) +
        letters.text('中华人民共和国国家版权局', {
          x: 620,
          y: 280,
          size: 44,
          colour: ink,
          face: 'serif',
          anchor: 'middle',
        }) +
        letters.text('计算机软件著作权登记证书', {
          x: 620,
          y: 390,
          size: 66,
          colour: ink,
          face: 'serif-bold',
          anchor: 'middle',
        }) +
        letters.text(`证书号：　${v['certificate-number'] ?? ''}`, {
          x: 780,
          y: 470,
          size: 28,
          colour: ink,
          face: 'serif',
        }) +
        rows(
          letters,
          [
            ['软　件　名　称：', v['software'] ?? '', 20],
            ['著　作　权　人：', v['copyright-owner'] ?? '', 20],
            ['开发完成日期：', v['completed-on'] ?? ''],
            ['首次发表日期：', v['published-on'] ?? ''],
            ['权利取得方式：', '原始取得'],
            ['权　利　范　围：', '全部权利'],
            ['登　　记　　号：', v['registration-number'] ?? ''],
          ],
          { x: 200, valueX: 500, y: 620, size: 34, pitch: 84 },
        ) +
        seal(letters, 880, 1400, 140, '样例登记专用章'),
    }),
    'identity-front': (letters, { values: v }) => ({
      width: 1000,
      height: 640,
      body:
        `<rect width="1000" height="640" fill="#e8f1f5"/><rect x="650" y="110" width="250" height="310" fill="#c7d3d9"/>` +
        letters.text(`姓　名　${v['person-name'] ?? ''}`, { x: 80, y: 130, size: 36, colour: ink }) +
        letters.text('性　别　女　　民　族　汉', { x: 80, y: 200, size: 32, colour: ink }) +
        letters.text('出　生　1990 年 1 月 1 日', { x: 80, y: 270, size: 32, colour: ink }) +
        lines(v['address'] ?? '', 13)
          .map((line, n) =>
            letters.text(n === 0 ? `住　址　${line}` : line, {
              x: n === 0 ? 80 : 208,
              y: 340 + n * 50,
              size: 32,
              colour: ink,
            }),
          )
          .join('') +
        letters.text(`公民身份号码　　${v['identity-number'] ?? ''}`, {
          x: 80,
          y: 560,
          size: 36,
          colour: ink,
        }),
    }),
    'identity-back': (letters, { values: v }) => ({
      width: 1000,
      height: 640,
      body:
        `<rect width="1000" height="640" fill="#e8f1f5"/><circle cx="150" cy="150" r="70" fill="${red}"/>` +
        letters.text('中华人民共和国', { x: 600, y: 140, size: 52, colour: ink, anchor: 'middle' }) +
        letters.text('居 民 身 份 证', { x: 600, y: 240, size: 70, colour: ink, anchor: 'middle' }) +
        letters.text('签发机关　样例市公安局样例分局', { x: 260, y: 470, size: 34, colour: ink }) +
        letters.text(`有效期限　${v['period'] ?? ''}`, { x: 260, y: 540, size: 34, colour: ink }),
    }),
    filing: (letters, { values: v }) => ({
      width: 1280,
      height: 760,
      body:
        `<rect width="1280" height="760" fill="#fff"/><rect width="1280" height="90" fill="#20548f"/>` +
        letters.text('ICP备案查询', { x: 60, y: 58, size: 34, colour: '#fff' }) +
        (
          [
            ['主办单位名称', v['company-name']],
            ['主办单位性质', '企业'],
            ['ICP备案/许可证号', v['icp-number']],
            ['网站域名', v['domain']],
            ['审核通过日期', v['approved-on']],
          ] as const
        )
          .map(
            ([label, value = ''], n) =>
              `<rect x="60" y="${150 + n * 100}" width="1160" height="98" fill="${n % 2 === 0 ? '#f2f6fb' : '#fff'}"/>` +
              letters.text(label, { x: 100, y: 210 + n * 100, size: 28, colour: '#58626e' }) +
              letters.text(value, { x: 520, y: 210 + n * 100, size: 28, colour: ink }),
          )
          .join(''),
    }),
  };
