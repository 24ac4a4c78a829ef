import type { PrintedPiece, Turn } from '../../../contract/read-paper.ts';
import { loadSharp, mostPixels } from '../decode-picture.ts';

/** Characters that the machine is sure of. On twenty drawn papers: 21 and more upright, at most 1 on their side or head. */
const leastSure = 8;

/** How much of what was read is print that makes sense: Han characters and digits that the machine is sure of. */
const senseOf = (pieces: readonly PrintedPiece[]): number =>
  pieces.reduce(
    (sum, { text, confidence }) =>
      sum + (confidence > 0.8 ? (text.match(/[\p{Script=Han}\d]/gu)?.length ?? 0) : 0),
    0,
  );

/** Reads a PNG, and where next to nothing makes sense the same turned clockwise by 90°, 270° and 180°; the boxes lie on the turned picture. */
export async function readUpright(
  png: Uint8Array,
  read: (png: Uint8Array) => Promise<readonly PrintedPiece[]>,
): Promise<{ readonly turn: Turn; readonly pieces: readonly PrintedPiece[] }> {
  let best: { turn: Turn; pieces: readonly PrintedPiece[] } = { turn: 0, pieces: await read(png) };
  if (senseOf(best.pieces) >= leastSure) return best;
  const sharp = await loadSharp();
  for (const turn of [90, 270, 180] as const) {
    const turned = await sharp(png, { limitInputPixels: mostPixels })
      .rotate(turn)
      .png({ compressionLevel: 1 })
      .toBuffer();
    const pieces = await read(turned);
    if (senseOf(pieces) > senseOf(best.pieces)) best = { turn, pieces };
    if (senseOf(best.pieces) >= leastSure) break;
  }
  return best;
}
