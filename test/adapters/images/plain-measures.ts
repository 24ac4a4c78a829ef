import type { DecodedPixels } from '../../../main/adapters/images/pixels.ts';

// What the kernels measure, written down plainly, pixel by pixel, to compare them with.

const channel = ({ data, width, channels }: DecodedPixels, x: number, y: number, which: number): number =>
  which < channels ? data[(y * width + x) * channels + which]! : 255;

export const plainShade = (pixels: DecodedPixels, x: number, y: number): number =>
  Math.floor((channel(pixels, x, y, 0) + 2 * channel(pixels, x, y, 1) + channel(pixels, x, y, 2)) / 4);

/** Mean colour over white and opacity of a block, every `step`th row of it. */
export function plainMean(
  pixels: DecodedPixels,
  { left, top, side, step }: { left: number; top: number; side: number; step: number },
): { rgb: number[]; alpha: number } {
  const sums = [0, 0, 0, 0];
  let count = 0;
  for (let y = top; y < Math.min(pixels.height, top + side); y += step) {
    for (let x = left; x < Math.min(pixels.width, left + side); x += 1) {
      const opacity = channel(pixels, x, y, 3);
      for (let which = 0; which < 3; which += 1) {
        const value = channel(pixels, x, y, which);
        sums[which]! += (value * opacity + 255 * (255 - opacity)) / 255;
      }
      sums[3]! += opacity;
      count += 1;
    }
  }
  const [r = 0, g = 0, b = 0, a = 0] = sums.map((sum) => sum / count);
  return { rgb: [r, g, b], alpha: a };
}

/** Blocks with dark drawing on white in eight rows, and those of them strewn with pale grey. */
export function plainSpecks(pixels: DecodedPixels): { blocks: number; strewn: number } {
  let [blocks, strewn] = [0, 0];
  for (let left = 0; left + 8 <= pixels.width; left += 8) {
    const greens = Array.from({ length: 64 }, (_, at) => channel(pixels, left + (at % 8), at >> 3, 1));
    const isPale = (green: number): boolean => green >= 205 && green <= 244;
    if (!greens.slice(0, 16).some((green) => green === 255 || isPale(green))) continue;
    if (greens.filter((green) => green === 255).length < 8 || Math.min(...greens) > 150) continue;
    blocks += 1;
    if (greens.filter(isPale).length >= 10) strewn += 1;
  }
  return { blocks, strewn };
}

/** Low frequencies of the blocks of eight rows that tell something, in halves. */
export function plainFrequencies(pixels: DecodedPixels): number[] {
  const found: number[] = [];
  for (let left = 0; left + 8 <= pixels.width; left += 8) {
    const colours = Array.from({ length: 64 }, (_, at) =>
      [0, 1, 2].map((which) => channel(pixels, left + (at % 8), at >> 3, which)),
    );
    if (colours.flat().some((value) => value === 0 || value === 255)) continue;
    const shades = colours.map(([r = 0, g = 0, b = 0]) => 0.299 * r + 0.587 * g + 0.114 * b);
    const range = (some: readonly number[]): number => Math.max(...some) - Math.min(...some);
    if (range(shades.slice(0, 24)) < 1 || range(shades) < 20) continue;
    for (const [u, v] of [
      [1, 0],
      [0, 1],
      [0, 2],
      [1, 1],
      [2, 0],
    ] as const) {
      const wave = (place: number, waves: number): number =>
        Math.cos(((2 * place + 1) * waves * Math.PI) / 16) * (waves === 0 ? Math.SQRT1_2 : 1);
      const sum = shades.reduce((all, shade, at) => all + shade * wave(at % 8, u) * wave(at >> 3, v), 0);
      found.push(sum / 2);
    }
  }
  return found;
}

/** How much shades bend at each place along a direction. */
export function plainBends(
  pixels: DecodedPixels,
  direction: 'across' | 'down',
): { sums: number[]; counts: number[] } {
  const { width, height } = pixels;
  const [length, lines] = direction === 'across' ? [width, height] : [height, width];
  const at = (place: number, line: number): number =>
    direction === 'across' ? plainShade(pixels, place, line) : plainShade(pixels, line, place);
  const sums = Array.from({ length }, () => 0);
  const counts = Array.from({ length }, () => 0);
  for (let line = 0; line < lines; line += 2) {
    for (let place = 1; place < length - 1; place += 1) {
      const [before, middle, after] = [at(place - 1, line), at(place, line), at(place + 1, line)];
      const bend = Math.abs(before - 2 * middle + after);
      if (bend < 8 && Math.abs(after - before) < 8) continue;
      sums[place]! += Math.min(bend, 24);
      counts[place]! += 1;
    }
  }
  return { sums, counts };
}

/** Edges of a line: how steep each is, where shades change, and finder patterns. */
export function plainEdges(line: readonly number[]): {
  steepness: number[];
  steps: number[];
  finders: { middlePx: number; lengthPx: number }[];
} {
  const signOf = (change: number): number => (change > 1 ? 1 : change < -1 ? -1 : 0);
  const signs = line.map((shade, x) => (x === 0 ? 0 : signOf(shade - line[x - 1]!)));
  const steps = signs.flatMap((sign, x) => (sign === 0 ? [] : [x]));
  const steepness: number[] = [];
  const finders: { middlePx: number; lengthPx: number }[] = [];
  let edges: { at: number; sign: number }[] = [];
  for (let x = 1; x < line.length;) {
    const sign = signs[x]!;
    let end = x;
    while (end + 1 < line.length && signs[end + 1] === sign) end += 1;
    const [from, to] = [x - 1, end];
    const rise = Math.abs(line[to]! - line[from]!);
    x = end + 1;
    if (sign === 0 || rise < 40) continue;
    const changes = Array.from({ length: to - from }, (_, more) =>
      Math.abs(line[from + more + 1]! - line[from + more]!),
    );
    steepness.push(Math.round((Math.max(...changes) / rise) * 64));
    const half = rise / 2;
    let come = 0;
    let at = from;
    for (const change of changes) {
      if (come + change >= half) {
        at += (half - come) / change;
        break;
      }
      come += change;
      at += 1;
    }
    if (edges.at(-1)?.sign === sign) edges = edges.slice(0, -1);
    edges = [...edges, { at, sign }].slice(-6);
    if (edges.length < 6 || sign < 0) continue;
    const first = edges[0]!.at;
    const lengthPx = edges[5]!.at - first;
    const module = lengthPx / 7;
    const isOne = [1, 1, 3, 1, 1].every(
      (wanted, index) =>
        Math.abs((edges[index + 1]!.at - edges[index]!.at) / module - wanted) <= (wanted === 3 ? 0.75 : 0.5),
    );
    if (module >= 1.2 && isOne) finders.push({ middlePx: first + lengthPx / 2, lengthPx });
  }
  return { steepness, steps, finders };
}
