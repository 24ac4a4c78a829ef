import type { PrintedPiece, Turn } from '../../../contract/read-paper.ts';
import { loadSharp, mostPixels } from '../decode-picture.ts';

/** Characters that the machine is sure of. On twenty drawn papers: 21 and more upright, at most 1 on their side or head. */
const leastSure = 8;
/** The same of the third of a page that is tried the other ways. */
const leastSureOfThird = 3;

/** How much of what was read is print that makes sense: Han characters and digits that the machine is sure of. */
const senseOf = (pieces: readonly PrintedPiece[]): number =>
  pieces.reduce(
    (sum, { text, confidence }) =>
      sum + (confidence > 0.8 ? (text.match(/[\p{Script=Han}\d]/gu)?.length ?? 0) : 0),
    0,
  );

interface Reading {
  readonly turn: Turn;
  readonly pieces: readonly PrintedPiece[];
}

/**
 * Reads a PNG, and where next to nothing makes sense the middle third of its print turned clockwise by 90°, 270° and 180°, then all of it
 * the first way that makes sense; the boxes lie on the turned picture. A damaged page full of strokes, which makes none, would take four times as long.
 */
export async function readUpright(
  png: Uint8Array,
  read: (png: Uint8Array) => Promise<readonly PrintedPiece[]>,
): Promise<Reading> {
  const asItStands: Reading = { turn: 0, pieces: await read(png) };
  if (senseOf(asItStands.pieces) >= leastSure) return asItStands;
  const sharp = await loadSharp();
  const turnedBy = (turn: Turn, bytes: Uint8Array): Promise<Buffer> =>
    sharp(bytes, { limitInputPixels: mostPixels }).rotate(turn).png({ compressionLevel: 1 }).toBuffer();
  const third = await middleThird(png, asItStands.pieces);
  for (const turn of [90, 270, 180] as const) {
    const tried = await read(await turnedBy(turn, third ?? png));
    if (senseOf(tried) < (third === null ? leastSure : leastSureOfThird)) continue;
    const pieces = third === null ? tried : await read(await turnedBy(turn, png));
    if (senseOf(pieces) > senseOf(asItStands.pieces)) return { turn, pieces };
  }
  return asItStands;
}

/** The rows of a page that hold the middle third of the characters read; null where none were. */
async function middleThird(png: Uint8Array, pieces: readonly PrintedPiece[]): Promise<Buffer | null> {
  const all = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (all === 0) return null;
  let before = 0;
  const middle = pieces
    .toSorted((a, b) => a.box.topPx - b.box.topPx)
    .filter(({ text }) => {
      const isMiddle = before + text.length > all / 3 && before < (all * 2) / 3;
      before += text.length;
      return isMiddle;
    });
  const sharp = await loadSharp();
  const picture = sharp(png, { limitInputPixels: mostPixels });
  const { width, height } = await picture.metadata();
  const top = Math.max(0, Math.min(...middle.map(({ box }) => box.topPx)));
  const bottom = Math.min(height, Math.max(...middle.map(({ box }) => box.topPx + box.heightPx)));
  if (bottom <= top) return null;
  return picture
    .extract({ left: 0, top, width, height: bottom - top })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
