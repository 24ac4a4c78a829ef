import type { WordParagraph, WordRun } from '../../contract/word.ts';
import { emMm } from './set-glyphs.ts';
import type { Typography } from './typography.ts';
import { textWidthMm } from './word-text-width.ts';

const slackMm = 1;

/** Label and value in two columns: the values stand after the widest label, and their further lines under them. */
export function wordParticulars(
  rows: readonly { readonly label: readonly WordRun[]; readonly value: readonly WordRun[] }[],
  typography: Typography,
): readonly WordParagraph[] {
  const indentMm = typography.indentEm * emMm(typography.bodyPt);
  const widths = rows.map(({ label }) =>
    textWidthMm(`${label.map(({ text }) => text).join('')}：`, typography.bodyPt),
  );
  // A label as wide as its column would push the tab behind it to the next stop.
  const hangMm =
    indentMm + slackMm + Math.min(Math.max(0, ...widths), (typography.areaWidthMm - indentMm) * 0.45);
  return rows.map(({ label, value }) => ({
    kind: 'paragraph',
    style: 'particulars',
    runs: [...label, { text: '：\t' }, ...value],
    hangMm,
  }));
}
