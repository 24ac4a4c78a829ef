/** The fewest dashes that Markdown takes for a column are one; three look like a rule. */
const fewest = 3;
const most = 60;

/**
 * Column widths in any unit as the smallest whole numbers, each at least 3, that stand in their proportion: the dashes of
 * the line under a table's heading. Widths that Word rounded still give the numbers they were made from.
 */
export function tidyShares(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0) return widths.map(() => fewest);
  const scaled = (count: number): readonly number[] => widths.map((width) => (width / total) * count);
  for (let count = fewest * widths.length; count <= most * widths.length; count += 1) {
    const shares = scaled(count);
    if (shares.every((share) => share >= fewest - 0.02 && Math.abs(share - Math.round(share)) < 0.02)) {
      return shares.map((share) => Math.round(share));
    }
  }
  return scaled(most).map((share) => Math.max(fewest, Math.round(share)));
}
