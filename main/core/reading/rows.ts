import type { PictureBox, PrintedPiece } from '../../contract/read-paper.ts';

/** Pieces that stand on one line of print, from the left. */
export type Row = readonly PrintedPiece[];

const middle = ({ topPx, heightPx }: PictureBox): number => topPx + heightPx / 2;

/** Puts pieces into rows from the top: a piece belongs to the row whose piece next to its left is level with it, so that a page may lie askew. */
export function rowsOf(pieces: readonly PrintedPiece[]): readonly Row[] {
  const rows: [PrintedPiece, ...PrintedPiece[]][] = [];
  for (const piece of [...pieces].sort((a, b) => a.box.leftPx - b.box.leftPx || a.box.topPx - b.box.topPx)) {
    const distance = (row: Row): number => Math.abs(middle((row.at(-1) ?? piece).box) - middle(piece.box));
    const level = rows.filter((row) => isLevel((row.at(-1) ?? piece).box, piece.box));
    const nearest = level.sort((a, b) => distance(a) - distance(b))[0];
    if (nearest === undefined) rows.push([piece]);
    else nearest.push(piece);
  }
  return rows.sort((a, b) => middle(a[0].box) - middle(b[0].box));
}

const isLevel = (a: PictureBox, b: PictureBox): boolean =>
  Math.abs(middle(a) - middle(b)) < Math.min(a.heightPx, b.heightPx) * 0.5;

/** The box around boxes. */
export function boxAround(boxes: readonly [PictureBox, ...PictureBox[]]): PictureBox {
  const leftPx = Math.min(...boxes.map((box) => box.leftPx));
  const topPx = Math.min(...boxes.map((box) => box.topPx));
  return {
    leftPx,
    topPx,
    widthPx: Math.max(...boxes.map((box) => box.leftPx + box.widthPx)) - leftPx,
    heightPx: Math.max(...boxes.map((box) => box.topPx + box.heightPx)) - topPx,
  };
}
