import type { TemplateComparison } from '../../main/contract/templates.ts';

type Line = TemplateComparison['lines'][number];

/** A line that is shown, or how many that are the same were folded away. */
export type ShownLine = Line | { readonly kind: 'folded'; readonly count: number };

/** Lines shown around each change, and the fewest worth folding away. */
const around = 3;
const fewest = 4;

/** A comparison with what is the same on both sides folded away, but for a few lines around each change. */
export function foldSame(lines: readonly Line[]): readonly ShownLine[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: ShownLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    if (near[at] === true) {
      shown.push(line);
      at += 1;
      continue;
    }
    const next = near.findIndex((isNear, index) => index > at && isNear);
    const end = next < 0 ? lines.length : next;
    if (end - at < fewest) shown.push(...lines.slice(at, end));
    else shown.push({ kind: 'folded', count: end - at });
    at = end;
  }
  return shown;
}
