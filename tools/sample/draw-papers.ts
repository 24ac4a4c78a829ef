import sharp from 'sharp';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { World } from '../../main/world.ts';
import { composePicture, specimenMark, type PlacedText } from './compose-picture.ts';

const page = { widthPx: 1240, heightPx: 1754 } as const;
const ink = '#22262b';

interface Paper {
  readonly path: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What the clause asks to be written on it by hand; here printed as a specimen. */
  readonly written?: string;
  readonly ground: string;
}

const frame = (ground: string): string =>
  `<rect width="1240" height="1754" fill="#fbf9f4"/><rect x="60" y="60" width="1120" height="1634" fill="${ground}" stroke="#b08d4a" stroke-width="5"/>
   <rect x="80" y="80" width="1080" height="1594" fill="none" stroke="#b08d4a" stroke-width="2"/>`;

/** One page of a fictitious paper at 150 dpi, marked 样例, with a specimen mark in red. */
async function drawPaper(world: World, paper: Paper): Promise<Buffer> {
  const texts: PlacedText[] = [
    { text: '样例 · 虚构 · 非真实证照', xPx: 620, yPx: 110, sizePx: 30, colour: '#c8161d', centred: true },
    { text: paper.title, xPx: 620, yPx: 210, sizePx: 64, colour: ink, font: 'serif-bold', centred: true },
    ...paper.lines.map((text, n): PlacedText => ({
      text,
      xPx: 150,
      yPx: 400 + n * 82,
      sizePx: 32,
      colour: ink,
      font: 'serif',
    })),
  ];
  if (paper.written !== undefined) {
    texts.push({
      text: `［此处应手写］${paper.written}`,
      xPx: 150,
      yPx: 1420,
      sizePx: 34,
      colour: '#27408b',
      font: 'serif',
    });
  }
  const sheet = await composePicture(world, page, frame(paper.ground), texts);
  const mark = await specimenMark(world, 236);
  return sharp(sheet)
    .composite([{ input: mark, left: 860, top: 1120 }])
    .removeAlpha()
    .withMetadata({ density: 150 })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

/** A screenshot of a filing record, drawn: a plain page of rows. */
async function drawFilingScreenshot(world: World, company: string, icpNumber: string): Promise<Buffer> {
  const rows = [
    ['主办单位名称', company],
    ['主办单位性质', '企业'],
    ['备案号', icpNumber],
    ['网站首页', 'www.example.com'],
    ['审核日期', '2026-09-01'],
  ] as const;
  const shapes = `<rect width="1280" height="760" fill="#ffffff"/><rect width="1280" height="96" fill="#1d4e89"/>${rows
    .map(
      (_, n) =>
        `<rect x="80" y="${190 + n * 96}" width="1120" height="92" fill="${n % 2 === 0 ? '#f2f5f9' : '#ffffff'}"/>`,
    )
    .join('')}`;
  const texts: PlacedText[] = [
    { text: '备案信息查询结果（样例，非真实页面）', xPx: 80, yPx: 24, sizePx: 34, colour: '#ffffff' },
    ...rows.flatMap(([label, value], n): PlacedText[] => [
      { text: label, xPx: 120, yPx: 212 + n * 96, sizePx: 30, colour: '#526070' },
      { text: value, xPx: 480, yPx: 212 + n * 96, sizePx: 30, colour: ink },
    ]),
  ];
  const drawn = await composePicture(world, { widthPx: 1280, heightPx: 760 }, shapes, texts);
  return sharp(drawn)
    .removeAlpha()
    .png({ palette: true, colours: 128, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/** Everything the sample needs besides its letters: fictitious licences, certificates and ID copies, by path. */
export async function drawPapers(
  world: World,
  dossier: DossierDocument,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const company = dossier.company?.name ?? '';
  const app = dossier.app?.name ?? '';
  const icpNumber = dossier.company?.icpNumber ?? '';
  const person = (role: string, who: { name?: string; idNumber?: string } | undefined): readonly string[] => [
    `${role}身份证复印件（正面与反面）`,
    '',
    `姓　　名　${who?.name ?? ''}`,
    `证件号码　${who?.idNumber ?? ''}`,
    '签发机关　样例市公安局样例分局',
    '有效期限　2020.01.01—2040.01.01',
    '',
    '仅用于腾讯会议开放平台应用上线申请',
  ];
  const papers: readonly Paper[] = [
    {
      path: 'papers/business-licence.jpg',
      title: '营业执照（样例）',
      ground: '#fffdf6',
      lines: [
        `统一社会信用代码　${dossier.company?.uscc ?? ''}`,
        `名　　称　${company}`,
        '类　　型　有限责任公司',
        `法定代表人　${dossier.company?.legalRepresentative?.name ?? ''}`,
        '注册资本　壹佰万元整',
        '成立日期　2025 年 01 月 01 日',
        `住　　所　${dossier.company?.address ?? ''}`,
        '经营范围　软件开发；信息系统集成服务；互联网信息服务',
      ],
      written: '用于注册腾讯开发者账号　2026 年 11 月 1 日',
    },
    {
      path: 'papers/icp-filing.jpg',
      title: 'ICP 备案凭证（样例）',
      ground: '#f8fbff',
      lines: [
        `主办单位　${company}`,
        `备案号　　${icpNumber}`,
        '网站名称　样例纪要',
        '网站首页　www.example.com',
        '审核日期　2026 年 09 月 01 日',
      ],
    },
    {
      path: 'papers/software-copyright-certificate.jpg',
      title: '计算机软件著作权登记证书（样例）',
      ground: '#f6fbf4',
      lines: [
        '证书号　　软著登字第 00000000 号',
        `软件名称　${app} V1.0`,
        `著作权人　${company}`,
        '开发完成日期　2026 年 06 月 30 日',
        '首次发表日期　未发表',
        '权利取得方式　原始取得',
        '权利范围　全部权利',
        '登记号　　2026SR0000000',
      ],
    },
    {
      path: 'papers/legal-representative-id.jpg',
      title: '身份证复印件（样例）',
      ground: '#ffffff',
      lines: person('法定代表人', dossier.company?.legalRepresentative),
    },
    {
      path: 'papers/agent-id.jpg',
      title: '身份证复印件（样例）',
      ground: '#ffffff',
      lines: person('被授权人', dossier.company?.agent),
    },
  ];
  const drawn = new Map<string, Uint8Array>();
  for (const paper of papers) drawn.set(paper.path, await drawPaper(world, paper));
  drawn.set('papers/icp-filing-proof.png', await drawFilingScreenshot(world, company, icpNumber));
  return drawn;
}
