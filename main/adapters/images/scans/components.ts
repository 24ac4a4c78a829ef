/** The outermost columns and rows of something. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells of a mask that hang together over their sides. */
export interface Component extends Box {
  /** Indices into the mask. */
  readonly cells: Int32Array;
}

/** The connected parts of a mask with at least so many cells, largest first. The mask is used up. */
export function componentsOf(
  mask: Uint8Array,
  width: number,
  height: number,
  leastCells: number,
): readonly Component[] {
  const queue = new Int32Array(mask.length);
  const found: Component[] = [];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1) continue;
    let [head, tail] = [0, 1];
    queue[0] = start;
    mask[start] = 0;
    let [left, right, top, bottom] = [width, 0, height, 0];
    while (head < tail) {
      const cell = queue[head] ?? 0;
      head += 1;
      const x = cell % width;
      const y = (cell - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      if (x > 0 && mask[cell - 1] === 1) {
        mask[cell - 1] = 0;
        queue[tail++] = cell - 1;
      }
      if (x + 1 < width && mask[cell + 1] === 1) {
        mask[cell + 1] = 0;
        queue[tail++] = cell + 1;
      }
      if (y > 0 && mask[cell - width] === 1) {
        mask[cell - width] = 0;
        queue[tail++] = cell - width;
      }
      if (y + 1 < height && mask[cell + width] === 1) {
        mask[cell + width] = 0;
        queue[tail++] = cell + width;
      }
    }
    if (tail >= leastCells) found.push({ cells: queue.slice(0, tail), left, top, right, bottom });
  }
  return found.toSorted((a, b) => b.cells.length - a.cells.length);
}
