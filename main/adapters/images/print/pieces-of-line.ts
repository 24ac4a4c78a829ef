import type { PictureBox, PrintedPiece } from '../../../contract/read-paper.ts';

/** A word as the recogniser gives it, often a single Han character; `confidence` is 0 to 1. */
export interface PrintedWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: PictureBox;
}

/** Words further apart than so many of their heights stand in different columns; the characters of a label (名　　称) about 2.2. */
const columnGap = 2.7;
/** Words further apart than this are set apart by a space. */
const spaceGap = 0.35;

const right = ({ leftPx, widthPx }: PictureBox): number => leftPx + widthPx;

/** Puts the words of a line together into pieces: one for each column that the line runs through. */
export function piecesOfLine(words: readonly PrintedWord[]): readonly PrintedPiece[] {
  const pieces: { text: string; confidence: number; box: PictureBox }[] = [];
  for (const word of words) {
    if (word.text.trim() === '') continue;
    const last = pieces.at(-1);
    const gap = last === undefined ? 0 : word.box.leftPx - right(last.box);
    const height = last === undefined ? 0 : Math.max(last.box.heightPx, word.box.heightPx);
    if (last === undefined || gap > columnGap * height) {
      pieces.push({ ...word });
      continue;
    }
    const top = Math.min(last.box.topPx, word.box.topPx);
    const bottom = Math.max(last.box.topPx + last.box.heightPx, word.box.topPx + word.box.heightPx);
    pieces[pieces.length - 1] = {
      text: `${last.text}${gap > spaceGap * height ? ' ' : ''}${word.text}`,
      confidence: meanConfidence(last, word),
      box: {
        leftPx: last.box.leftPx,
        topPx: top,
        widthPx: Math.max(1, right(word.box) - last.box.leftPx),
        heightPx: bottom - top,
      },
    };
  }
  return pieces;
}

/** By characters: one character that was hard to read says little about the others. */
const meanConfidence = (a: PrintedWord, b: PrintedWord): number =>
  (a.confidence * a.text.length + b.confidence * b.text.length) / (a.text.length + b.text.length);
