/** A line of words across a page: where its first baseline begins, from the upper left. */
export interface PurposePlace {
  readonly x: number;
  readonly y: number;
}

/** Where the words stand on a page, in its own unit: all lines rise to the right by the same angle. */
export interface PurposeLayout {
  readonly size: number;
  readonly degrees: number;
  readonly places: readonly PurposePlace[];
}

/** Steep enough to be no line of print, flat enough to be read. */
const degrees = 25;
/** Of the way across the page through its middle, what the words take at most. */
const mostOfWay = 0.94;
/** Of the page's short side, what a character takes at most. */
const mostOfSide = 1 / 34;
/** From line to line, and from the words to the next, in characters: print between the lines stays readable. */
const pitchEm = 9;
const gapEm = 3;

/**
 * Lays words of this width (in em) over a page: once whole through its middle, and again beside, above and below, so that no part of it
 * can be used without them.
 */
export function layOutPurpose(
  page: { readonly width: number; readonly height: number },
  widthEm: number,
): PurposeLayout {
  const { width, height } = page;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const way = Math.min(width / cos, height / sin);
  const size = Math.min((way * mostOfWay) / widthEm, Math.min(width, height) * mostOfSide);
  const [length, period, pitch] = [widthEm * size, (widthEm + gapEm) * size, pitchEm * size];
  const reach = Math.hypot(width, height) / 2;
  const rows = Math.ceil(reach / pitch);
  const columns = Math.ceil(reach / period) + 1;
  const places: PurposePlace[] = [];
  for (let row = -rows; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) {
      // Every other line is shifted, and the middle of the middle one is the page's.
      const along = (column + (Math.abs(row) % 2) / 2) * period - length / 2;
      const across = row * pitch + size * middleOfCharacters;
      const place = {
        x: width / 2 + along * cos + across * sin,
        y: height / 2 - along * sin + across * cos,
      };
      if (isSeen(place, { x: length * cos, y: -length * sin }, page)) places.push(place);
    }
  }
  return { size, degrees, places };
}

/** A Han character's middle lies above its baseline by so much of the em. */
const middleOfCharacters = 0.36;

/** Whether enough of a line lies on the page to be more than a speck. */
function isSeen(
  { x, y }: PurposePlace,
  step: PurposePlace,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  let [from, to] = [0, 1];
  for (const [start, by, end] of [
    [x, step.x, width],
    [y, step.y, height],
  ] as const) {
    const [one, other] = [-start / by, (end - start) / by];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return to - from > 0.02;
}
