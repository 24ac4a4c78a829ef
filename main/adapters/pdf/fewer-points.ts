/** A point of an outline: on the curve, or a control point of a quadratic curve. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** How far a curve may move, in places of the grid: no more than rounding alone moves a point at worst. */
const mostMoved = 0.7;
/** Two curves are compared at so many steps between their ends. */
const steps = 8;

/**
 * A contour on a grid of whole places with as few points as draw the same curve. Fonts made from cubic curves draw each with
 * two to eight quadratic ones, exact to a thousandth of the em; on a coarser grid fewer do, and points that lie together or
 * half-way between their neighbours need not be said.
 */
export function fewerPoints(contour: readonly OutlinePoint[]): readonly OutlinePoint[] {
  const start = contour.findIndex(({ isOn }) => isOn);
  if (start < 0) return contour.map(rounded);
  const exact: OutlinePoint[] = [];
  const length = contour.length;
  const pointAt = (index: number): OutlinePoint =>
    contour[(start + index) % length] ?? { x: 0, y: 0, isOn: true };
  for (let from = 0; from < length;) {
    let to = from + 1;
    while (to < length && !pointAt(to).isOn) to += 1;
    exact.push(pointAt(from));
    const fewer = to - from > 2 ? fewerControls(pointAt, from, to) : null;
    if (fewer !== null) exact.push(...fewer);
    else for (let at = from + 1; at < to; at += 1) exact.push(pointAt(at));
    from = to;
  }
  return withoutNeedless(exact.map(rounded), exact);
}

const rounded = ({ x, y, isOn }: OutlinePoint): OutlinePoint => ({
  x: Math.round(x),
  y: Math.round(y),
  isOn,
});

/** Fewer control points for the curve from one end to the other that keep it where it is; null where none do. */
function fewerControls(
  pointAt: (index: number) => OutlinePoint,
  from: number,
  to: number,
): readonly OutlinePoint[] | null {
  const count = to - from - 1;
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let at = from; at <= to; at += 1) {
    const { x, y } = pointAt(at);
    xs.push(x);
    ys.push(y);
  }
  // Less than half of them hardly ever do.
  for (let wanted = Math.ceil(count / 2); wanted < count; wanted += 1) {
    const [xsFewer, ysFewer] = [refitted(xs, wanted), refitted(ys, wanted)];
    if (isNear(xs, ys, xsFewer, ysFewer)) {
      return Array.from({ length: wanted }, (_, index) => ({
        x: xsFewer[index + 1] ?? 0,
        y: ysFewer[index + 1] ?? 0,
        isOn: false,
      }));
    }
  }
  return null;
}

/**
 * One axis of a chain of quadratic curves (an end, controls, an end) with so many controls, in whole places. The chain follows
 * a cubic curve, each control over the same share of its parameter; its handles point where the first and last controls do.
 */
function refitted(chain: readonly number[], wanted: number): readonly number[] {
  const count = chain.length - 2;
  const [a, d] = [chain[0] ?? 0, chain[count + 1] ?? 0];
  const reach = (count * 2) / 3;
  const b = a + ((chain[1] ?? 0) - a) * reach;
  const c = d + ((chain[count] ?? 0) - d) * reach;
  const result = [Math.round(a)];
  for (let index = 0; index < wanted; index += 1) {
    if (wanted === 1) {
      result.push(Math.round((3 * (b + c) - a - d) / 4));
      break;
    }
    // Where the cubic's own slopes at the ends of this part lead, and between the two.
    const leaves = led(a, b, c, d, index / wanted, 1 / (2 * wanted));
    const arrives = led(a, b, c, d, (index + 1) / wanted, -1 / (2 * wanted));
    result.push(Math.round(leaves + ((arrives - leaves) * index) / (wanted - 1)));
  }
  result.push(Math.round(d));
  return result;
}

/** A place on a cubic curve moved along its slope there. */
function led(a: number, b: number, c: number, d: number, t: number, along: number): number {
  const s = 1 - t;
  const place = s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  const slope = 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
  return place + slope * along;
}

/** Whether two chains of quadratic curves run beside each other. */
function isNear(
  xs: readonly number[],
  ys: readonly number[],
  xsOther: readonly number[],
  ysOther: readonly number[],
): boolean {
  for (let step = 1; step < steps; step += 1) {
    const t = step / steps;
    const dx = chainAt(xs, t) - chainAt(xsOther, t);
    const dy = chainAt(ys, t) - chainAt(ysOther, t);
    if (dx * dx + dy * dy > mostMoved * mostMoved) return false;
  }
  return true;
}

/** One axis of a place on a chain of quadratic curves, whose inner ends lie half-way between its controls. */
function chainAt(chain: readonly number[], t: number): number {
  const count = chain.length - 2;
  const part = Math.floor(t * count);
  const u = t * count - part;
  const control = chain[part + 1] ?? 0;
  const before = chain[part] ?? 0;
  const after = chain[part + 2] ?? 0;
  const from = part === 0 ? before : (before + control) / 2;
  const to = part === count - 1 ? after : (control + after) / 2;
  return (1 - u) * (1 - u) * from + 2 * u * (1 - u) * control + u * u * to;
}

/** Leaves out points that others say: two in one place, and ends of curves half-way between two controls. */
function withoutNeedless(
  placed: readonly OutlinePoint[],
  exact: readonly OutlinePoint[],
): readonly OutlinePoint[] {
  const kept: OutlinePoint[] = [];
  for (let index = 0; index < placed.length; index += 1) {
    const [point, wanted] = [placed[index], exact[index]];
    const before = kept.at(-1);
    const after = placed[(index + 1) % placed.length];
    if (point === undefined || wanted === undefined || after === undefined) break;
    if (before !== undefined && point.isOn) {
      if (before.isOn && before.x === point.x && before.y === point.y) continue;
      if (!before.isOn && !after.isOn && isHalfWay(before, after, wanted)) continue;
    }
    kept.push(point);
  }
  return kept;
}

const isHalfWay = (one: OutlinePoint, other: OutlinePoint, wanted: OutlinePoint): boolean =>
  Math.abs((one.x + other.x) / 2 - wanted.x) <= 0.5 && Math.abs((one.y + other.y) / 2 - wanted.y) <= 0.5;
