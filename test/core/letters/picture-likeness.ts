/** A picture in greys: 0 is black, 255 white; rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** Reads a binary PGM of 8 bits. Throws for anything else. */
export function parsePicture(pgm: Buffer): Picture {
  const match = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  if (match === null) throw new Error('not a PGM of 8 bits');
  const [head, width, height] = match;
  return { width: Number(width), height: Number(height), greys: new Uint8Array(pgm.subarray(head.length)) };
}

/** The same picture in four greys, the lightest for whatever is not quite white: light guides stay to be seen. */
export function reduced({ width, height, greys }: Picture): Picture {
  const level = (grey: number): number => (grey < 64 ? 0 : grey < 150 ? 85 : grey < 245 ? 170 : 255);
  return { width, height, greys: greys.map(level) };
}

/** How far two pictures may differ once dots are averaged over their neighbours. */
const mostDifference = 48;
const radius = 2;

/** Whether two pictures show the same but for how edges are smoothed: averages over 5 × 5 dots differ little everywhere. */
export function isLike(one: Picture, other: Picture): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  const a = averaged(one);
  const b = averaged(other);
  return a.every((grey, at) => Math.abs(grey - (b[at] ?? 0)) <= mostDifference);
}

function averaged({ width, height, greys }: Picture): Float64Array {
  // Sums of everything above and to the left, so that each average takes four look-ups.
  const sums = new Float64Array((width + 1) * (height + 1));
  const at = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      sums[(y + 1) * (width + 1) + x + 1] =
        (greys[y * width + x] ?? 255) + at(x, y + 1) + at(x + 1, y) - at(x, y);
    }
  }
  return Float64Array.from({ length: width * height }, (_, index) => {
    const left = Math.max(0, (index % width) - radius);
    const right = Math.min(width, (index % width) + radius + 1);
    const top = Math.max(0, Math.floor(index / width) - radius);
    const bottom = Math.min(height, Math.floor(index / width) + radius + 1);
    const sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
    return sum / ((right - left) * (bottom - top));
  });
}
