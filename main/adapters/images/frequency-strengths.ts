import type { KernelRoom } from './pixel-kernels.ts';

/** Values are parted into so many interleaved parts at most: more, and putting them together takes longer than what it spares. */
const mostParts = 12;

/** Of real values' discrete Fourier transform the first half, its sums with cosines and with sines. */
interface Spectrum {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/**
 * The strengths of the frequencies from `first` waves to the whole length up to one wave to two values, by a discrete Fourier transform. Every so many values
 * apart make a part of their own, whose few frequencies stand for all (Cooley and Tukey's first step): a length without a divisor takes longer.
 */
export function strengthsOf(room: KernelRoom, values: Float64Array, first: number): Float64Array {
  const { length } = values;
  let count = Math.min(mostParts, length);
  while (length % count !== 0) count -= 1;
  const parts = spectraOf(room, values, count);
  const partLength = length / count;
  const strengths = new Float64Array(Math.max(0, Math.floor(length / 2) - first + 1));
  for (let index = 0; index < strengths.length; index += 1) {
    const waves = first + index;
    const turn = (2 * Math.PI * waves) / length;
    const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
    // Real values' frequencies above the half mirror those below.
    const folded = waves % partLength;
    const isMirrored = folded > partLength / 2;
    const place = isMirrored ? partLength - folded : folded;
    let [x, y] = [0, 0];
    for (let part = count - 1; part >= 0; part -= 1) {
      const { real, imaginary } = parts[part] ?? nothing;
      const swing = imaginary[place] ?? 0;
      const turned = x * cosine - y * sine + (real[place] ?? 0);
      y = x * sine + y * cosine + (isMirrored ? -swing : swing);
      x = turned;
    }
    strengths[index] = Math.hypot(x, y);
  }
  return strengths;
}

const nothing: Spectrum = { real: new Float64Array(), imaginary: new Float64Array() };

/** The spectra of the values 0, `count`, 2 `count` …, then of 1, `count` + 1 …, and so on. */
function spectraOf(room: KernelRoom, values: Float64Array, count: number): readonly Spectrum[] {
  const length = values.length / count;
  const half = Math.floor(length / 2);
  // The kernel takes four at a time.
  const padded = Math.ceil((half + 1) / 4) * 4;
  const placeFor = (numbers: number): number => room.reserve(numbers * 8);
  const [sums, differences] = [placeFor(half + 1), placeFor(half + 1)];
  const [cosines, sines, real, imaginary] = [
    placeFor(padded),
    placeFor(padded),
    placeFor(padded),
    placeFor(padded),
  ];
  const turns = Array.from({ length: padded }, (_, waves) => (2 * Math.PI * waves) / length);
  room.f64(cosines, padded).set(turns.map(Math.cos));
  room.f64(sines, padded).set(turns.map(Math.sin));
  return Array.from({ length: count }, (_, part) => {
    const valueAt = (place: number): number => values[part + place * count] ?? 0;
    // A place and its mirror have one cosine and opposite sines.
    const [together, apart] = [room.f64(sums, half + 1), room.f64(differences, half + 1)];
    together[0] = valueAt(0);
    for (let place = 1; place <= half; place += 1) {
      const mirror = place * 2 === length ? 0 : valueAt(length - place);
      together[place] = valueAt(place) + mirror;
      apart[place] = valueAt(place) - mirror;
    }
    room.run.fourierSums(sums, differences, half, cosines, sines, padded, real, imaginary);
    return { real: room.f64(real, half + 1).slice(), imaginary: room.f64(imaginary, half + 1).slice() };
  });
}
