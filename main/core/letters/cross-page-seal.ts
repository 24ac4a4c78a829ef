import type { PageItem } from '../../contract/laid-out-document.ts';
import type { DocumentTree } from '../../contract/letters.ts';
import { breakLines } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import type { Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';

const labelPt = 7;

/**
 * The guide for 骑缝章 on one page: the pages fanned out to the left so that each shows a strip of its right edge, one
 * seal goes across all strips; this page's part of its outline, half way down. Nothing on a single page or where no block
 * takes a seal.
 */
export function crossPageSeal(
  tree: DocumentTree,
  page: number,
  pages: number,
  setting: Setting,
): readonly PageItem[] {
  const { typography, fonts } = setting;
  const seal = tree.blocks.flatMap((block) =>
    block.kind === 'signature' && block.seal !== null ? [block.seal] : [],
  )[0];
  if (seal === undefined || pages < 2) return [];
  const stripMm = seal.widthMm / pages;
  const clipLeftMm = typography.pageWidthMm - stripMm;
  const middle = typography.pageHeightMm / 2;
  const em = emMm(labelPt);
  const [label] = breakLines(setGlyphs([{ text: '骑缝章' }], { font: 'serif', sizePt: labelPt }, fonts), {
    widthMm: Number.POSITIVE_INFINITY,
    justify: false,
    emMm: em,
  });
  return [
    {
      kind: 'ellipse',
      xMm: clipLeftMm - (page - 1) * stripMm,
      yMm: middle - seal.heightMm / 2,
      widthMm: seal.widthMm,
      heightMm: seal.heightMm,
      widthPt: 0.5,
      grey: 0.7,
      dashed: true,
      clipLeftMm,
      role: 'edge',
    },
    ...(label === undefined || label.widthMm > stripMm - 1
      ? []
      : placeLine(label, {
          xMm: clipLeftMm + (stripMm - label.widthMm) / 2,
          baselineMm: middle + em * 0.38,
          sizePt: labelPt,
          grey: 0.55,
          role: 'margin',
        })),
  ];
}
