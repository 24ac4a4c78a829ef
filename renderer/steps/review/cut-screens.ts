/** The places of the first statement of a screen and of the one after its last. */
export type ScreenSpan = readonly [start: number, end: number];

/** How high items stand in a grid of so many columns whose rows are as high as their highest item, in px. */
export function gridHeightPx(heightsPx: readonly number[], columns: number): number {
  let sum = 0;
  for (let row = 0; row < heightsPx.length; row += columns)
    sum += Math.max(...heightsPx.slice(row, row + columns));
  return sum;
}

/** Fills one screen after the other up to a height; an item that is higher stands alone. */
function fillScreens(heightsPx: readonly number[], columns: number, limitPx: number): readonly ScreenSpan[] {
  const spans: ScreenSpan[] = [];
  let start = 0;
  for (let end = 1; end <= heightsPx.length; end += 1) {
    const isLast = end === heightsPx.length;
    if (!isLast && gridHeightPx(heightsPx.slice(start, end + 1), columns) <= limitPx) continue;
    spans.push([start, end]);
    start = end;
  }
  return spans;
}

/**
 * Cuts statements of these heights, in their order, into as few screens as fit into a height, all in px, about as high as each other:
 * every statement is on exactly one of them.
 */
export function cutScreens(
  heightsPx: readonly number[],
  columns: number,
  availablePx: number,
): readonly ScreenSpan[] {
  let best = fillScreens(heightsPx, columns, availablePx);
  let [low, high] = [0, Math.ceil(availablePx)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const tried = fillScreens(heightsPx, columns, middle);
    if (tried.length > best.length) low = middle;
    else [best, high] = [tried, middle];
  }
  return best;
}
