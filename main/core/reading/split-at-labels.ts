import type { PrintedPiece } from '../../contract/read-paper.ts';
import { matchLabel } from './match-label.ts';

/** Shorter labels stand in the middle of names, too. */
const leastLength = 3;

/** Cuts a piece before each label that follows a space: two columns of print that a machine ran together. */
export function splitAtLabels(piece: PrintedPiece, labels: readonly string[]): readonly PrintedPiece[] {
  const cuts = [...piece.text.matchAll(/\s+(?=\S)/gu)]
    .map((gap) => gap.index + gap[0].length)
    .filter((at) =>
      labels.some((label) => {
        if ([...label].length < leastLength) return false;
        const match = matchLabel(piece.text.slice(at), label);
        return match !== null && match.exact;
      }),
    );
  if (cuts.length === 0) return [piece];
  const { box, text } = piece;
  const leftOf = (at: number): number => Math.round(box.leftPx + (box.widthPx * at) / text.length);
  return [0, ...cuts].map((start, index) => {
    const end = cuts[index] ?? text.length;
    return {
      ...piece,
      text: text.slice(start, end).trim(),
      box: { ...box, leftPx: leftOf(start), widthPx: Math.max(1, leftOf(end) - leftOf(start)) },
    };
  });
}
