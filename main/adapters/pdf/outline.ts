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
 * A simple outline on a grid `divisor` times as coarse, without instructions, padded to four bytes. Empty stays empty.
 * Curves stay curves: each point is rounded to the nearest place of the new grid.
 */
export function coarserOutline(outline: Buffer, divisor: number): Buffer {
  if (outline.length < 10) return Buffer.alloc(0);
  const { ends, flags, xs, ys } = readSimple(outline);
  const rounded = (value: number): number => Math.round(value / divisor);
  const xsOut = xs.map(rounded);
  const ysOut = ys.map(rounded);
  const head: number[] = [];
  const word = (value: number): void => {
    head.push((value >> 8) & 0xff, value & 0xff);
  };
  word(ends.length);
  word(least(xsOut));
  word(least(ysOut));
  word(most(xsOut));
  word(most(ysOut));
  for (const end of ends) word(end);
  word(0);
  const x = encodeDeltas(xsOut, shortX, sameOrPositiveX);
  const y = encodeDeltas(ysOut, shortY, sameOrPositiveY);
  const points = flags.map((flag, index) => (flag & onCurve) | (x.flags[index] ?? 0) | (y.flags[index] ?? 0));
  const bytes = Buffer.from([...head, ...points, ...x.bytes, ...y.bytes]);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

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

function encodeDeltas(
  values: readonly number[],
  short: number,
  sameOrPositive: number,
): { readonly flags: readonly number[]; readonly bytes: readonly number[] } {
  const bytes: number[] = [];
  let before = 0;
  const flags = values.map((value) => {
    const step = value - before;
    before = value;
    if (step === 0) return sameOrPositive;
    if (Math.abs(step) < 0x100) {
      bytes.push(Math.abs(step));
      return short | (step > 0 ? sameOrPositive : 0);
    }
    bytes.push((step >> 8) & 0xff, step & 0xff);
    return 0;
  });
  return { flags, bytes };
}
