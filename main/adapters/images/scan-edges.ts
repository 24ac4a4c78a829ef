import type { Edges } from '../../contract/picture-measure.ts';

/** Changes of less than this from one shade to another are no clear edges. */
const leastRise = 40;
/** With fewer edges along a direction nothing is said about it. */
const leastEdges = 150;
const bins = 64;

/** Where a finder pattern of a QR code may be: the middle of its 7 modules along a line, and their length in px. */
export interface FinderHit {
  readonly middlePx: number;
  readonly lengthPx: number;
}

/** What is gathered from the lines along one direction, each at most `lengthPx` long. */
export class EdgeTally {
  readonly #steepness = new Uint32Array(bins + 1);
  readonly #steps: Uint32Array;
  readonly #edgeAt = new Float64Array(6);
  #count = 0;

  constructor(lengthPx: number) {
    this.#steps = new Uint32Array(lengthPx + 1);
  }

  /**
   * Walks a line of shades. Each run of changes in one direction is an edge when it is high enough; six edges in turn
   * whose distances are 1 : 1 : 3 : 1 : 1 are reported as a finder pattern.
   */
  add(line: Uint8Array, onFinder?: (hit: FinderHit) => void): void {
    const { length } = line;
    const steps = this.#steps;
    const edgeAt = this.#edgeAt;
    let edges = 0;
    let lastSign = 0;
    let start = 0;
    let sign = 0;
    let steepest = 0;
    let previous = line[0] ?? 0;
    for (let x = 1; x <= length; x += 1) {
      // Most of a screen is even.
      if (sign === 0) while (x < length && line[x] === previous) x += 1;
      const shade = x < length ? (line[x] ?? 0) : previous;
      const change = shade - previous;
      const direction = change > 1 ? 1 : change < -1 ? -1 : 0;
      if (direction !== sign) {
        if (sign !== 0 && Math.abs(previous - (line[start] ?? 0)) >= leastRise) {
          const at = this.#addEdge(line, start, x - 1, steepest);
          // Two edges of one direction in turn are one that was broken: the later one counts.
          if (sign === lastSign && edges > 0) edges -= 1;
          if (edges === 6) {
            edgeAt.copyWithin(0, 1);
            edges = 5;
          }
          edgeAt[edges] = at;
          edges += 1;
          lastSign = sign;
          if (edges === 6 && sign > 0 && onFinder !== undefined) {
            const hit = finderOf(edgeAt);
            if (hit !== null) onFinder(hit);
          }
        }
        start = x - 1;
        steepest = 0;
        sign = direction;
      }
      if (direction !== 0) {
        steepest = Math.max(steepest, change * direction);
        steps[x] = (steps[x] ?? 0) + 1;
      }
      previous = shade;
    }
  }

  #addEdge(line: Uint8Array, from: number, to: number, steepest: number): number {
    const rise = Math.abs((line[to] ?? 0) - (line[from] ?? 0));
    const bin = Math.round((steepest / rise) * bins);
    this.#count += 1;
    this.#steepness[bin] = (this.#steepness[bin] ?? 0) + 1;
    return middleOf(line, from, to);
  }

  /** Absent where there are too few edges to judge. */
  edges(): Edges | undefined {
    if (this.#count < leastEdges) return undefined;
    let above = 0;
    let bin = bins;
    for (; bin > 0; bin -= 1) {
      above += this.#steepness[bin] ?? 0;
      if (above >= this.#count / 4) break;
    }
    return { steepness: bin / bins, count: this.#count };
  }

  /** The whole factor by which every pixel was repeated, where one was: then steps lie at its multiples alone. */
  repeatedBy(): number | undefined {
    return [4, 3, 2].find((period) => {
      const phases = new Float64Array(period);
      this.#steps.forEach((count, x) => {
        phases[x % period] = (phases[x % period] ?? 0) + count;
      });
      const all = phases.reduce((sum, one) => sum + one, 0);
      return all >= leastEdges && Math.max(...phases) >= 0.985 * all;
    });
  }
}

/** Where a change has come half of its way, between px `from` and `to` of a line. */
function middleOf(line: Uint8Array, from: number, to: number): number {
  const first = line[from] ?? 0;
  const half = ((line[to] ?? 0) - first) / 2;
  for (let x = from + 1; x < to; x += 1) {
    const come = (line[x] ?? 0) - first;
    if (Math.abs(come) >= Math.abs(half)) {
      const before = (line[x - 1] ?? 0) - first;
      return x - 1 + (half - before) / (come - before);
    }
  }
  const before = (line[to - 1] ?? 0) - first;
  return to - 1 + (half - before) / ((line[to] ?? 0) - first - before);
}

/** Widths of a finder pattern may differ from their modules by so much of one. */
const moduleSlack = 0.5;

function finderOf(edgeAt: Float64Array): FinderHit | null {
  const start = edgeAt[0] ?? 0;
  const length = (edgeAt[5] ?? 0) - start;
  const module = length / 7;
  if (module < 1.2) return null;
  for (let index = 0; index < 5; index += 1) {
    const width = (edgeAt[index + 1] ?? 0) - (edgeAt[index] ?? 0);
    const wanted = index === 2 ? 3 : 1;
    if (Math.abs(width / module - wanted) > moduleSlack * (index === 2 ? 1.5 : 1)) return null;
  }
  return { middlePx: start + length / 2, lengthPx: length };
}
