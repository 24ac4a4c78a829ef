import sharp from 'sharp';
import type { World } from '../../main/world.ts';
import { composePicture, type PlacedText } from './compose-picture.ts';

const ink = '#1f2a37';
const paper = '#ffffff';
const teal = '#0f766e';

/** A 128 × 128 px logo: a mark of about 96 × 96 px on a ground with 16 px corners. */
async function logo(ground: string, mark: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128">
    <rect width="128" height="128" rx="16" fill="${ground}"/>${mark}</svg>`;
  return sharp(Buffer.from(svg))
    .png({ compressionLevel: 9, palette: true, quality: 95, effort: 10 })
    .toBuffer();
}

const minutes = [
  ['议题一', '发布节奏', '每两周一个版本，冻结期三天'],
  ['议题二', '客户反馈', '搜索慢：本周五前给出方案'],
  ['议题三', '培训安排', '新同事培训改到周三下午'],
] as const;

/** The app in use, drawn for a desktop of 1920 × 1080 px. */
function desktop(world: World, which: 1 | 2): Promise<Buffer> {
  const side = `<rect width="1920" height="1080" fill="#eef2f5"/><rect x="0" y="0" width="1920" height="84" fill="${ink}"/>
    <rect x="60" y="140" width="1160" height="880" rx="14" fill="#dfe6ea"/>
    <rect x="1270" y="140" width="590" height="880" rx="14" fill="${paper}"/>`;
  const people = [0, 1, 2, 3]
    .map((n) => {
      const x = 110 + (n % 2) * 545;
      const y = 190 + Math.floor(n / 2) * 410;
      const hue = ['#9fb8c4', '#b9c7b0', '#c9b8a4', '#b3aecb'][n];
      return `<rect x="${x}" y="${y}" width="515" height="380" rx="12" fill="${hue}"/>
        <circle cx="${x + 257}" cy="${y + 150}" r="66" fill="${paper}"/><path d="M${x + 137} ${y + 330}a120 96 0 0 1 240 0z" fill="${paper}"/>`;
    })
    .join('');
  const cards = minutes
    .map(
      (_, n) =>
        `<rect x="1300" y="${270 + n * 200}" width="530" height="176" rx="10" fill="#f4f7f9"/><rect x="1300" y="${270 + n * 200}" width="8" height="176" fill="${teal}"/>`,
    )
    .join('');
  const texts: PlacedText[] = [
    { text: '样例会议：项目周例会', xPx: 60, yPx: 18, sizePx: 34, colour: paper },
    {
      text: which === 1 ? '样例纪要 · 记录中' : '样例纪要 · 会后整理',
      xPx: 1300,
      yPx: 168,
      sizePx: 36,
      colour: ink,
    },
    ...minutes.flatMap(([topic, title, text], n): PlacedText[] => [
      {
        text: which === 1 ? topic : `待办 ${n + 1}`,
        xPx: 1330,
        yPx: 284 + n * 200,
        sizePx: 24,
        colour: teal,
      },
      { text: title, xPx: 1330, yPx: 322 + n * 200, sizePx: 30, colour: ink },
      {
        text: which === 1 ? text : `负责人：张三　期限：周${'三四五'[n]}`,
        xPx: 1330,
        yPx: 374 + n * 200,
        sizePx: 24,
        colour: '#526070',
      },
    ]),
    {
      text: which === 1 ? '会中打开侧边栏，要点随时记下' : '会后一键汇总，核对后分享',
      xPx: 1300,
      yPx: 900,
      sizePx: 30,
      colour: teal,
    },
  ];
  const finish = which === 2 ? `<rect x="1300" y="960" width="530" height="8" rx="4" fill="${teal}"/>` : '';
  return composePicture(world, { widthPx: 1920, heightPx: 1080 }, side + people + cards + finish, texts);
}

/** The same two moments on a phone of 750 × 1628 px. */
function mobile(world: World, which: 1 | 2): Promise<Buffer> {
  const shapes = `<rect width="750" height="1628" fill="#eef2f5"/><rect width="750" height="150" fill="${ink}"/>${minutes
    .map(
      (_, n) =>
        `<rect x="40" y="${330 + n * 330}" width="670" height="290" rx="16" fill="${paper}"/><rect x="40" y="${330 + n * 330}" width="10" height="290" fill="${teal}"/>`,
    )
    .join('')}<rect x="40" y="1420" width="670" height="110" rx="55" fill="${which === 1 ? teal : ink}"/>`;
  const texts: PlacedText[] = [
    { text: '项目周例会', xPx: 375, yPx: 56, sizePx: 40, colour: paper, centred: true },
    {
      text: which === 1 ? '样例纪要 · 记录中' : '样例纪要 · 会后整理',
      xPx: 40,
      yPx: 208,
      sizePx: 46,
      colour: ink,
    },
    ...minutes.flatMap(([topic, title, text], n): PlacedText[] => [
      { text: which === 1 ? topic : `待办 ${n + 1}`, xPx: 84, yPx: 356 + n * 330, sizePx: 32, colour: teal },
      { text: title, xPx: 84, yPx: 412 + n * 330, sizePx: 42, colour: ink },
      {
        text: which === 1 ? text : `负责人：张三　期限：周${'三四五'[n]}`,
        xPx: 84,
        yPx: 496 + n * 330,
        sizePx: 32,
        colour: '#526070',
      },
    ]),
    {
      text: which === 1 ? '记下一条要点' : '核对后分享',
      xPx: 375,
      yPx: 1446,
      sizePx: 40,
      colour: paper,
      centred: true,
    },
  ];
  return composePicture(world, { widthPx: 750, heightPx: 1628 }, shapes, texts);
}

const small = (picture: Buffer): Promise<Buffer> =>
  sharp(picture)
    .removeAlpha()
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
    .toBuffer();

/** The sample's logos and previews, by path. */
export async function drawAssets(world: World): Promise<ReadonlyMap<string, Uint8Array>> {
  const lines = [40, 60, 80]
    .map((y, n) => `<rect x="36" y="${y}" width="${[56, 44, 30][n]}" height="9" rx="4.5" fill="${paper}"/>`)
    .join('');
  return new Map([
    [
      'assets/app-logo.png',
      await logo(
        teal,
        `<path d="M24 16h80a8 8 0 0 1 8 8v80a8 8 0 0 1-8 8H24a8 8 0 0 1-8-8V24a8 8 0 0 1 8-8z" fill="#134e4a"/>${lines}<path d="M74 92l10 10 20-24" fill="none" stroke="#fbbf24" stroke-width="9" stroke-linecap="round"/>`,
      ),
    ],
    [
      'assets/company-logo.png',
      await logo(
        ink,
        `<circle cx="64" cy="64" r="46" fill="none" stroke="#fbbf24" stroke-width="12"/><path d="M40 82L64 38l24 44z" fill="${paper}"/>`,
      ),
    ],
    ['assets/desktop-1.png', await small(await desktop(world, 1))],
    ['assets/desktop-2.png', await small(await desktop(world, 2))],
    ['assets/mobile-1.png', await small(await mobile(world, 1))],
    ['assets/mobile-2.png', await small(await mobile(world, 2))],
  ]);
}
