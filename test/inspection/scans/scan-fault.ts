import type { Random } from '../drawing/random.ts';
import { painted, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { companySeal, stamped } from './clean-scans.ts';
import { drawPaper, type PaperName } from './draw-paper.ts';
import type { Paper } from './paper.ts';
import type { Seal } from './draw-seal.ts';
import { asJpeg, asPdf, asPng } from './scan-files.ts';
import { takeScan, type Take } from './take-scan.ts';

/** A scan, or a pair of scans, with one thing wrong. */
export interface ScanFault {
  readonly kind: string;
  readonly as: string;
  readonly strength?: number;
  readonly ending?: 'jpg' | 'png' | 'pdf';
  readonly slot?: string;
  make(studio: Studio, random: Random, variant: number): Promise<readonly Uint8Array[]>;
  /** A second file, for the kinds that need two. */
  readonly second?: { readonly slot: string; readonly path: string };
  readonly paper: PaperName;
}

/** One fault for each value. */
export const faultsOf = <T>(
  values: readonly T[],
  make: (value: T, index: number) => ScanFault,
): ScanFault[] => values.map(make);
const mixed: readonly PaperName[] = [
  'letter',
  'licence',
  'certificate',
  'commitment',
  'identity',
  'filing',
  'authorisation',
  'letterhead',
];
/** Papers by turns. */
export const paperAt = (index: number, from: readonly PaperName[] = mixed): PaperName =>
  from[index % from.length] ?? 'letter';
/** Papers that bear no red seal but the company's. */
export const stampedPapers: readonly PaperName[] = [
  'letter',
  'commitment',
  'authorisation',
  'last',
  'letterhead',
];

/** The page that bears the seal, with it. */
export async function sealedPage(
  paper: Paper,
  studio: Studio,
  random: Random,
  seals?: readonly Seal[],
): Promise<Raster> {
  const page = (await stamped(paper, seals ?? [companySeal(paper, random)], studio, random))[
    paper.sealAt.page
  ];
  if (page === undefined) throw new Error('no page to seal');
  return page;
}

/** How a faulty scan comes about. */
export interface TakenPlan {
  readonly take: Take | ((random: Random) => Take);
  readonly seals?: (paper: Paper, random: Random) => readonly Seal[];
  /** Before the picture is taken, and after. */
  readonly before?: (page: Raster, studio: Studio, random: Random) => Promise<Raster>;
  readonly after?: (picture: Raster, random: Random) => Promise<Raster>;
  readonly quality?: number;
  readonly ending?: 'jpg' | 'png' | 'pdf';
}

/** A paper stamped, changed, taken, changed again and saved. */
export const taken =
  (name: PaperName, plan: TakenPlan): ScanFault['make'] =>
  async (studio, random, variant) => {
    const paper = await drawPaper(name, variant, studio);
    const page = await sealedPage(paper, studio, random, plan.seals?.(paper, random));
    const before = plan.before === undefined ? page : await plan.before(page, studio, random);
    const picture = await takeScan(
      before,
      typeof plan.take === 'function' ? plan.take(random) : plan.take,
      random,
    );
    const after = plan.after === undefined ? picture : await plan.after(picture, random);
    if (plan.ending === 'png') return [await asPng(after)];
    const jpeg = await asJpeg(after, plan.quality);
    return [
      plan.ending === 'pdf'
        ? await asPdf([{ picture: jpeg, widthMm: paper.widthMm, heightMm: paper.heightMm }])
        : jpeg,
    ];
  };

/** The same without colour. */
export const toGrey = async (picture: Raster): Promise<Raster> =>
  painted(picture, (data, at) => {
    const shade = Math.round((data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11);
    data.fill(shade, at, at + 3);
  });
