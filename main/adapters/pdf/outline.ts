import { fewerPoints, type OutlinePoint } from './fewer-points.ts';

const onCurve = 0x01;
const shortX = 0x02;
const shortY = 0x04;
const repeat = 0x08;
const sameOrPositiveX = 0x10;
const sameOrPositiveY = 0x20;

/** Whether an outline is put together from other glyphs. */
export function isComposite(outline: Buffer): boolean {
  return outline.length >= 10 && outline.readInt16BE(0) < 0;
}

/**
 * A simple outline on a grid `divisor` times as coarse, without instructions, padded to four bytes. Empty stays empty. It is
 * drawn with as few points as keep it where it is: see `fewerPoints`.
 */
export function coarserOutline(outline: Buffer, divisor: number): Buffer {
  if (outline.length < 10) return Buffer.alloc(0);
  const { ends, flags, xs, ys } = readSimple(outline);
  const points: OutlinePoint[] = [];
  const endsOut: number[] = [];
  let from = 0;
  for (const end of ends) {
    const contour: OutlinePoint[] = [];
    for (let at = from; at <= end; at += 1) {
      const [x, y] = [(xs[at] ?? 0) / divisor, (ys[at] ?? 0) / divisor];
      contour.push({ x, y, isOn: ((flags[at] ?? 0) & onCurve) !== 0 });
    }
    points.push(...fewerPoints(contour));
    endsOut.push(points.length - 1);
    from = end + 1;
  }
  return encoded(points, endsOut);
}

/** An outline as a glyf table has it. */
function encoded(points: readonly OutlinePoint[], ends: readonly number[]): Buffer {
  const room = Buffer.alloc(12 + ends.length * 2 + points.length * 5 + 3);
  const [flagsAt, coordinatesAt] = [12 + ends.length * 2, 12 + ends.length * 2 + points.length];
  room.writeInt16BE(ends.length, 0);
  for (const [index, end] of ends.entries()) room.writeUInt16BE(end, 10 + index * 2);
  for (const [index, { isOn }] of points.entries()) room[flagsAt + index] = isOn ? onCurve : 0;
  let at = coordinatesAt;
  for (const [axis, boxAt, short, sameOrPositive] of [
    ['x', 2, shortX, sameOrPositiveX],
    ['y', 4, shortY, sameOrPositiveY],
  ] as const) {
    let [before, least, most] = [0, Infinity, -Infinity];
    for (let index = 0; index < points.length; index += 1) {
      const value = points[index]?.[axis] ?? 0;
      const step = value - before;
      before = value;
      least = Math.min(least, value);
      most = Math.max(most, value);
      let flag = 0;
      if (step === 0) flag = sameOrPositive;
      else if (Math.abs(step) < 0x100) {
        at = room.writeUInt8(Math.abs(step), at);
        flag = short | (step > 0 ? sameOrPositive : 0);
      } else at = room.writeInt16BE(step, at);
      room[flagsAt + index] = (room[flagsAt + index] ?? 0) | flag;
    }
    room.writeInt16BE(least, boxAt);
    room.writeInt16BE(most, boxAt + 4);
  }
  return Buffer.from(room.subarray(0, Math.ceil(at / 4) * 4));
}

function readSimple(outline: Buffer): {
  readonly ends: readonly number[];
  readonly flags: readonly number[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
} {
  const contours = outline.readInt16BE(0);
  let at = 10;
  const ends: number[] = [];
  for (let index = 0; index < contours; index += 1, at += 2) ends.push(outline.readUInt16BE(at));
  at += 2 + outline.readUInt16BE(at);
  const count = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = outline.readUInt8(at);
    at += 1;
    flags.push(flag);
    if (flag & repeat) {
      for (let times = outline.readUInt8(at); times > 0; times -= 1) flags.push(flag);
      at += 1;
    }
  }
  const read = (short: number, sameOrPositive: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) {
        const step = outline.readUInt8(at);
        at += 1;
        value += flag & sameOrPositive ? step : -step;
      } else if (!(flag & sameOrPositive)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(shortX, sameOrPositiveX);
  const ys = read(shortY, sameOrPositiveY);
  return { ends, flags, xs, ys };
}
