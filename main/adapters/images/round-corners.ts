import type { Pixels } from './pixels.ts';

/** Steps into which a px at the edge of the rounding is divided, across and down. */
const steps = 8;

/** The same picture with corners of this radius, transparent outside; what lies in between lets the ground through by its share. */
export function roundCorners({ data, width, height }: Pixels, radiusPx: number): Pixels {
  const rounded = Uint8Array.from(data);
  const side = Math.min(Math.ceil(radiusPx), width, height);
  for (let down = 0; down < side; down += 1) {
    for (let across = 0; across < side; across += 1) {
      const share = shareWithin(across, down, radiusPx);
      if (share === 1) continue;
      for (const x of [across, width - 1 - across]) {
        for (const y of [down, height - 1 - down]) {
          const alpha = (y * width + x) * 4 + 3;
          rounded[alpha] = Math.min(rounded[alpha] ?? 0, Math.round(255 * share));
        }
      }
    }
  }
  return { data: rounded, width, height };
}

/** How much of a px, so far from its corner, lies within a rounding of this radius. */
function shareWithin(across: number, down: number, radius: number): number {
  let within = 0;
  for (let row = 0; row < steps; row += 1) {
    for (let column = 0; column < steps; column += 1) {
      const x = Math.max(0, radius - (across + (column + 0.5) / steps));
      const y = Math.max(0, radius - (down + (row + 0.5) / steps));
      if (x * x + y * y <= radius * radius) within += 1;
    }
  }
  return within / steps ** 2;
}
