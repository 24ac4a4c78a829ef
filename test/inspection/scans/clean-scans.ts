import type { CorpusCase, MadeCase } from '../corpus-case.ts';
import type { Random } from '../drawing/random.ts';
import { drawRaster, fromRaster, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { drawPaper, type PaperName } from './draw-paper.ts';
import { pxPerMm, type Paper } from './paper.ts';
import { pressed, type Seal } from './draw-seal.ts';
import { asJpeg, asPdf, asPng } from './scan-files.ts';
import { takeScan, type Take } from './take-scan.ts';

/** A company's seal where the paper wants it, a little off as a hand presses it. */
export function companySeal(paper: Paper, random: Random, over: Partial<Seal> = {}): Seal {
  return {
    shape: 'round',
    widthMm: 40,
    turnDeg: random.between(-12, 12),
    ink: random.between(0.72, 0.95),
    colour: random.one(['#d21e2b', '#c8161d', '#e0242f', '#b81c22']),
    xMm: paper.sealAt.xMm + random.between(-4, 4),
    yMm: paper.sealAt.yMm + random.between(-3, 3),
    ...over,
  };
}

/** Every page of a paper with the seal on its own. */
export async function stamped(
  paper: Paper,
  seals: readonly Seal[],
  studio: Studio,
  random: Random,
): Promise<readonly Raster[]> {
  const pages: Raster[] = [];
  for (const [index, page] of paper.pages.entries())
    pages.push(index === paper.sealAt.page ? await pressed(page, seals, pxPerMm, studio, random) : page);
  return pages;
}

type Ending = 'jpg' | 'png' | 'pdf';
interface Plan {
  readonly paper: PaperName;
  readonly take: Take;
  readonly as: Ending;
  readonly seal?: Partial<Seal>;
  readonly quality?: number;
  readonly note: string;
}

const oval: Partial<Seal> = { shape: 'oval', widthMm: 45, heightMm: 30 };
const papers: readonly PaperName[] = [
  'commitment',
  'authorisation',
  'letter',
  'letterhead',
  'licence',
  'certificate',
  'filing',
  'identity',
  'last',
];
const deskOf = (index: number): NonNullable<Take['desk']> =>
  (['wood', 'grey', 'dark', 'blue'] as const)[index % 4] ?? 'wood';

const plans: readonly Plan[] = [
  ...papers.map((paper): Plan => ({ paper, take: { by: 'flatbed' }, as: 'jpg', note: 'flatbed' })),
  ...papers.map((paper, index): Plan => ({
    paper,
    take: { by: 'photo', desk: deskOf(index) },
    as: 'jpg',
    note: 'photo',
  })),
  ...papers.slice(0, 8).map((paper, index): Plan => ({
    paper,
    take: { by: 'flatbed', dpi: [150, 200, 300][index % 3] ?? 200 },
    as: 'pdf',
    seal: index % 2 === 0 ? oval : {},
    note: 'pdf',
  })),
  ...(['letter', 'certificate', 'identity', 'licence'] as const).map((paper): Plan => ({
    paper,
    take: { by: 'photo', tilt: 0.09, turnDeg: 1.6 },
    as: 'jpg',
    seal: oval,
    note: 'photo tilted',
  })),
  { paper: 'letter', take: { by: 'flatbed', dpi: 300 }, as: 'jpg', note: 'at 300 dpi' },
  { paper: 'letter', take: { by: 'flatbed', dpi: 150 }, as: 'jpg', note: 'at 150 dpi' },
  { paper: 'licence', take: { by: 'flatbed', dpi: 150 }, as: 'png', note: 'png' },
  { paper: 'letter', take: { by: 'flatbed' }, as: 'jpg', quality: 55, note: 'small file' },
  { paper: 'certificate', take: { by: 'flatbed', noise: 4 }, as: 'jpg', note: 'grainy' },
  { paper: 'letter', take: { by: 'flatbed', turnDeg: 0.9 }, as: 'jpg', note: 'turned a little' },
  { paper: 'authorisation', take: { by: 'flatbed', turnDeg: -1 }, as: 'jpg', note: 'turned a little' },
  { paper: 'letter', take: { by: 'flatbed' }, as: 'jpg', seal: { widthMm: 42 }, note: 'seal of 42 mm' },
  { paper: 'letter', take: { by: 'flatbed' }, as: 'jpg', seal: { widthMm: 38.5 }, note: 'seal of 38.5 mm' },
  { paper: 'last', take: { by: 'flatbed' }, as: 'jpg', seal: { widthMm: 44.5 }, note: 'seal of 44.5 mm' },
  { paper: 'letter', take: { by: 'flatbed' }, as: 'jpg', seal: { ink: 0.58 }, note: 'pale seal' },
  {
    paper: 'commitment',
    take: { by: 'flatbed' },
    as: 'jpg',
    seal: { ink: 0.6, colour: '#e8505b' },
    note: 'pale seal',
  },
  { paper: 'letter', take: { by: 'photo', light: (x) => 0.82 + 0.14 * x }, as: 'jpg', note: 'soft shadow' },
  { paper: 'licence', take: { by: 'photo', fill: 0.6, desk: 'dark' }, as: 'jpg', note: 'some desk around' },
  { paper: 'letter', take: { by: 'photo', fill: 0.62, desk: 'white' }, as: 'jpg', note: 'on a white desk' },
  { paper: 'identity', take: { by: 'photo', fill: 0.8 }, as: 'pdf', note: 'photo in a pdf' },
];

/** What one page becomes. */
async function coded(picture: Raster, as: Ending, paper: Paper, quality?: number): Promise<Buffer> {
  if (as === 'png') return asPng(picture);
  const jpeg = await asJpeg(picture, quality);
  return as === 'jpg' ? jpeg : asPdf([{ picture: jpeg, widthMm: paper.widthMm, heightMm: paper.heightMm }]);
}

const single = plans.map(({ paper: name, take, as, seal, quality, note }, index): CorpusCase => {
  const path = `papers/${name}.${as}`;
  return {
    id: `clean-scan/${name}-${note.replaceAll(/[ .]+/g, '-')}-${index}`,
    role: 'paper',
    defects: [],
    clean: [{ role: 'paper', at: path }],
    async make(studio, random): Promise<MadeCase> {
      const paper = await drawPaper(name, index, studio);
      const pages = await stamped(paper, [companySeal(paper, random, seal)], studio, random);
      if (pages.length === 1 || as !== 'pdf') {
        const page = pages[paper.sealAt.page];
        if (page === undefined) throw new Error(`no page ${paper.sealAt.page}`);
        return {
          fields: { [`documents.${paper.slot}`]: path },
          files: new Map([[path, await coded(await takeScan(page, take, random), as, paper, quality)]]),
        };
      }
      const pictures = [];
      for (const page of pages)
        pictures.push({
          picture: await asJpeg(await takeScan(page, take, random), quality),
          widthMm: paper.widthMm,
          heightMm: paper.heightMm,
        });
      return {
        fields: { [`documents.${paper.slot}`]: path },
        files: new Map([[path, await asPdf(pictures)]]),
      };
    },
  };
});

/** Three pages with one seal, and the same seal pressed across their edges. */
const acrossPages: CorpusCase = {
  id: 'clean-scan/three-pages-sealed-across',
  role: 'paper',
  defects: [],
  clean: [{ role: 'paper', at: 'papers/letter.pdf' }],
  async make(studio, random) {
    const pictures = [];
    for (let n = 0; n < 3; n += 1) {
      const paper = await drawPaper(n === 2 ? 'last' : 'letter', n, studio);
      const edge: Seal = { ...companySeal(paper, random), xMm: 210 + 13 - n * 13, yMm: 150, turnDeg: 0 };
      const page = paper.pages[0];
      if (page === undefined) throw new Error('no page');
      const sealed = await pressed(
        page,
        n === 2 ? [edge, companySeal(paper, random)] : [edge],
        pxPerMm,
        studio,
        random,
      );
      pictures.push({
        picture: await asJpeg(await takeScan(sealed, { by: 'flatbed' }, random)),
        widthMm: 210,
        heightMm: 297,
      });
    }
    return {
      fields: { 'documents.publishing-commitment': 'papers/letter.pdf' },
      files: new Map([['papers/letter.pdf', await asPdf(pictures)]]),
    };
  },
};

/** A phone's photograph whose pixels lie on their side and whose Exif says so. */
const turnedByExif: readonly CorpusCase[] = ([6, 8, 3] as const).map((orientation): CorpusCase => ({
  id: `clean-scan/exif-orientation-${orientation}`,
  role: 'paper',
  defects: [],
  clean: [{ role: 'paper', at: 'papers/photo.jpg' }],
  async make(studio, random) {
    const paper = await drawPaper('letter', orientation, studio);
    const [page] = await stamped(paper, [companySeal(paper, random)], studio, random);
    if (page === undefined) throw new Error('no page');
    const upright = await takeScan(page, { by: 'photo' }, random);
    const turn = orientation === 6 ? 270 : orientation === 8 ? 90 : 180;
    const bytes = await fromRaster(upright)
      .rotate(turn)
      .withMetadata({ orientation })
      .jpeg({ quality: 84 })
      .toBuffer();
    return {
      fields: { [`documents.${paper.slot}`]: 'papers/photo.jpg' },
      files: new Map([['papers/photo.jpg', bytes]]),
    };
  },
}));

/** Screenshots of a filing, which are no paper. */
const screenshots: readonly CorpusCase[] = (
  [
    [1280, 760],
    [1440, 900],
    [1920, 1080],
  ] as const
).map(([width, height], index): CorpusCase => ({
  id: `clean-scan/screenshot-${width}`,
  role: 'paper',
  defects: [],
  clean: [{ role: 'paper', at: 'papers/filing.png' }],
  async make({ lettering }) {
    const lines = [
      '主办单位名称　深圳市样例科技有限公司',
      '主办单位性质　企业',
      '备案号　样ICP备00000000号-1',
      '网站首页　www.example.com',
      '审核日期　2026-09-01',
    ];
    const body = `<rect width="${width}" height="${height}" fill="#ffffff"/><rect width="${width}" height="96" fill="${['#1d4e89', '#b91c1c', '#0f766e'][index]}"/>${lettering.text('备案信息查询结果', { x: 80, y: 62, size: 36, colour: '#ffffff' })}
      ${lines.map((line, n) => `<rect x="80" y="${180 + n * 92}" width="${width - 160}" height="88" fill="${n % 2 === 0 ? '#f2f5f9' : '#ffffff'}"/>${lettering.text(line, { x: 120, y: 236 + n * 92, size: 28 })}`).join('')}`;
    return {
      fields: { 'documents.icp-filing-proof': 'papers/filing.png' },
      files: new Map([['papers/filing.png', await asPng(await drawRaster(width, height, body))]]),
    };
  },
}));

/** Papers that a reviewer would accept. */
export const cleanScans: readonly CorpusCase[] = [...single, acrossPages, ...turnedByExif, ...screenshots];
