/** Line tables above this many cells are not worked out. */
const maxCells = 4_000_000;

/** Pairs of equal lines, in order, as [index in one, index in other]; null for texts too long to compare. */
export function matchLines(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] | null {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (
    end < one.length - start &&
    end < other.length - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  ) {
    end += 1;
  }
  const height = one.length - start - end;
  const width = other.length - start - end;
  if ((height + 1) * (width + 1) > maxCells) return null;
  const lengths = new Uint32Array((height + 1) * (width + 1));
  const at = (row: number, column: number): number => lengths[row * (width + 1) + column] ?? 0;
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      lengths[row * (width + 1) + column] =
        one[start + row] === other[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  let row = 0;
  let column = 0;
  while (row < height && column < width) {
    if (one[start + row] === other[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  for (let index = end; index > 0; index -= 1) pairs.push([one.length - index, other.length - index]);
  return pairs;
}

/**
 * Carries a change over to a text that is laid out differently: where `after` is the same as `before`, the lines of
 * `original` stay as they are; elsewhere those of `after` stand. Spaces do not count when `original` is matched with
 * `before`. Null for texts too long to compare.
 */
export function carryChange(original: string, before: string, after: string): string | null {
  const [ours, base, theirs] = [original.split('\n'), before.split('\n'), after.split('\n')];
  const bare = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/\s/g, ''));
  const toOurs = matchLines(bare(base), bare(ours));
  const toTheirs = matchLines(base, theirs);
  if (toOurs === null || toTheirs === null) return null;
  const oursOf = new Map(toOurs);
  const theirsOf = new Map(toTheirs);
  const merged: string[] = [];
  const depths = new Map<number, number>();
  let [oursAt, baseAt, theirsAt] = [0, 0, 0];
  const close = (oursEnd: number, baseEnd: number, theirsEnd: number): void => {
    const isChanged = baseEnd - baseAt !== theirsEnd - theirsAt || hasUnmatched(baseAt, baseEnd, theirsOf);
    const come = theirs.slice(theirsAt, theirsEnd).map((line) => moveTo(line, depths.get(depthOf(line))));
    merged.push(...(isChanged ? come : ours.slice(oursAt, oursEnd)));
    [oursAt, baseAt, theirsAt] = [oursEnd, baseEnd, theirsEnd];
  };
  for (let index = 0; index < base.length; index += 1) {
    const inOurs = oursOf.get(index);
    const inTheirs = theirsOf.get(index);
    if (inOurs === undefined || inTheirs === undefined) continue;
    close(inOurs, index, inTheirs);
    merged.push(ours[inOurs] ?? '');
    depths.set(depthOf(base[index] ?? ''), depthOf(ours[inOurs] ?? ''));
    [oursAt, baseAt, theirsAt] = [inOurs + 1, index + 1, inTheirs + 1];
  }
  close(ours.length, base.length, theirs.length);
  return merged.join('\n');
}

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** A new line indented as its neighbours of the same depth are in the original. */
const moveTo = (line: string, depth: number | undefined): string =>
  depth === undefined ? line : ' '.repeat(depth) + line.trimStart();

const hasUnmatched = (from: number, to: number, matches: ReadonlyMap<number, number>): boolean => {
  for (let index = from; index < to; index += 1) if (!matches.has(index)) return true;
  return false;
};
