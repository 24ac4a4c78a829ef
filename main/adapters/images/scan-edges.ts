import type { Edges } from '../../contract/picture-measure.ts';
import type { KernelRoom } from './pixel-kernels.ts';

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
  readonly #room: KernelRoom;
  readonly #lengthPx: number;
  readonly #steepness: number;
  readonly #steps: number;
  readonly #finders: number;

  constructor(room: KernelRoom, lengthPx: number) {
    this.#room = room;
    this.#lengthPx = lengthPx;
    this.#steepness = room.reserve((bins + 1) * 4);
    this.#steps = room.reserve((lengthPx + 1) * 4);
    this.#finders = room.reserveUnset(lengthPx * 16);
  }

  /** Walks a line of shades, bytes of the kernels' memory, for its edges and what reads like a finder pattern. */
  walk(line: number, lengthPx: number): readonly FinderHit[] {
    const { run } = this.#room;
    const count = run.walkLine(line, lengthPx, this.#steepness, this.#steps, this.#finders);
    if (count === 0) return [];
    const found = this.#room.f64(this.#finders, count * 2);
    return Array.from({ length: count }, (_, index) => ({
      middlePx: found[index * 2] ?? 0,
      lengthPx: found[index * 2 + 1] ?? 0,
    }));
  }

  /** Absent where there are too few edges to judge. */
  edges(): Edges | undefined {
    const steepness = this.#room.u32(this.#steepness, bins + 1);
    const count = steepness.reduce((sum, one) => sum + one, 0);
    if (count < leastEdges) return undefined;
    let above = 0;
    let bin = bins;
    for (; bin > 0; bin -= 1) {
      above += steepness[bin] ?? 0;
      if (above >= count / 4) break;
    }
    return { steepness: bin / bins, count };
  }

  /** The whole factor by which every pixel was repeated, where one was: then steps lie at its multiples alone. */
  repeatedBy(): number | undefined {
    const steps = this.#room.u32(this.#steps, this.#lengthPx + 1);
    return [4, 3, 2].find((period) => {
      const phases = new Float64Array(period);
      for (let x = 0, phase = 0; x < steps.length; x += 1) {
        phases[phase] = (phases[phase] ?? 0) + (steps[x] ?? 0);
        phase = phase + 1 === period ? 0 : phase + 1;
      }
      const all = phases.reduce((sum, one) => sum + one, 0);
      return all >= leastEdges && Math.max(...phases) >= 0.985 * all;
    });
  }
}
