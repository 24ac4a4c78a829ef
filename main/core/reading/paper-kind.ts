import type { PaperKind, PrintedPiece } from '../../contract/read-paper.ts';
import { matchLabel } from './match-label.ts';
import { paperLabels, paperTitles } from './paper-labels.ts';

/** As many labels that stand on one kind of paper only tell the kind without a title. */
const enoughLabels = 3;

/** What a paper is: by the words it calls itself with, else by the labels on it; `unknown` where neither tells. */
export function paperKindOf(pieces: readonly PrintedPiece[]): PaperKind {
  const text = pieces.map((piece) => piece.text.replaceAll(/\s/gu, '')).join('');
  const titled = paperTitles.find(({ titles }) => titles.some((title) => text.includes(title)));
  if (titled !== undefined) return titled.kind;
  const votes = new Map<PaperKind, number>();
  for (const { labels, papers } of paperLabels) {
    const isThere = pieces.some((piece) => labels.some((label) => matchLabel(piece.text, label) !== null));
    if (isThere) for (const kind of papers) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  }
  const [first, second] = [...votes].filter(([kind]) => kind !== 'unknown').sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < enoughLabels || first[1] === second?.[1]) return 'unknown';
  return first[0];
}
