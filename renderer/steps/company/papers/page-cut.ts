import type { PictureBox, Turn } from '../../../../main/contract/read-paper.ts';

/** A page's picture as it was read: its size in px once it is turned clockwise by `turn`. */
export interface TurnedPage {
  readonly turn: Turn;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The size of the page's picture before it is turned. */
export function sizeBeforeTurn({ turn, widthPx, heightPx }: TurnedPage): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const isOnSide = turn === 90 || turn === 270;
  return isOnSide ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** The SVG transform that lays the picture, drawn from 0, 0, upright over the turned page. */
export function uprightTransform({ turn, widthPx, heightPx }: TurnedPage): string | undefined {
  switch (turn) {
    case 0:
      return undefined;
    case 90:
      return `translate(${widthPx} 0) rotate(90)`;
    case 180:
      return `translate(${widthPx} ${heightPx}) rotate(180)`;
    case 270:
      return `translate(0 ${heightPx}) rotate(270)`;
  }
}

/** A box with something of the page around it, half a line of print on every side, within the page. */
export function cutAround(box: PictureBox, page: TurnedPage): PictureBox {
  const margin = Math.round(Math.min(60, Math.max(10, box.heightPx / 2)));
  const leftPx = Math.min(Math.max(0, box.leftPx - margin), page.widthPx - 1);
  const topPx = Math.min(Math.max(0, box.topPx - margin), page.heightPx - 1);
  const right = Math.min(page.widthPx, box.leftPx + box.widthPx + margin);
  const bottom = Math.min(page.heightPx, box.topPx + box.heightPx + margin);
  return {
    leftPx,
    topPx,
    widthPx: Math.max(1, right - leftPx),
    heightPx: Math.max(1, bottom - topPx),
  };
}

/** How wide a cut-out is shown: as large as it was read, or less where it would stand higher than 72 px. */
export const shownWidthPx = ({ widthPx, heightPx }: PictureBox): number =>
  Math.round(Math.min(widthPx, Math.max(96, (widthPx * 72) / heightPx)));
