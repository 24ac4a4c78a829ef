/** A point of a TrueType outline in font units, y upwards. */
interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** The contours of a simple `glyf` outline, read by the letter of the OpenType specification. */
export function readContours(outline: Buffer): readonly (readonly OutlinePoint[])[] {
  if (outline.length < 10) return [];
  const count = outline.readInt16BE(0);
  if (count < 0) throw new Error('a composite glyph');
  let at = 10;
  const ends = Array.from({ length: count }, (_, index) => outline.readUInt16BE(at + index * 2));
  at += count * 2;
  at += 2 + outline.readUInt16BE(at);
  const total = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = outline.readUInt8(at++);
    const times = flag & 8 ? outline.readUInt8(at++) + 1 : 1;
    for (let n = 0; n < times; n += 1) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? outline.readUInt8(at++) : -outline.readUInt8(at++);
      else if (!(flag & same)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOn: (flag & 1) === 1,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  isOn: true,
});

/** An outline as the data of an SVG path; `place` puts a point of the font on the picture. */
export function contoursToPath(
  contours: readonly (readonly OutlinePoint[])[],
  place: (x: number, y: number) => string,
): string {
  let path = '';
  for (const contour of contours) {
    const [first] = contour;
    const last = contour.at(-1);
    if (first === undefined || last === undefined) continue;
    const start = first.isOn ? first : last.isOn ? last : middle(first, last);
    path += `M${place(start.x, start.y)}`;
    let control: OutlinePoint | null = null;
    for (const point of [...(first.isOn ? contour.slice(1) : contour), start]) {
      if (point.isOn) {
        path +=
          control === null
            ? `L${place(point.x, point.y)}`
            : `Q${place(control.x, control.y)} ${place(point.x, point.y)}`;
        control = null;
      } else {
        if (control !== null) {
          const between = middle(control, point);
          path += `Q${place(control.x, control.y)} ${place(between.x, between.y)}`;
        }
        control = point;
      }
    }
    if (control !== null) path += `Q${place(control.x, control.y)} ${place(start.x, start.y)}`;
    path += 'Z';
  }
  return path;
}
