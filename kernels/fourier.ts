/**
 * Sums values times the cosine of each frequency, f64 at `real`, and times its sine, f64 at `imaginary`, for `count` frequencies, a multiple of four, whose
 * own cosines and sines are given. Values are given as sums and differences of each place and its mirror (`half` + 1 f64 each): Clenshaw's recurrence, four
 * frequencies at a time.
 */
export function fourierSums(
  sums: usize,
  differences: usize,
  half: i32,
  cosines: usize,
  sines: usize,
  count: i32,
  real: usize,
  imaginary: usize,
): void {
  for (let at: usize = 0; at < (<usize>count) << 3; at += 32) {
    const cosA = v128.load(cosines + at);
    const cosB = v128.load(cosines + at, 16);
    const twiceA = f64x2.add(cosA, cosA);
    const twiceB = f64x2.add(cosB, cosB);
    let evenA = f64x2.splat(0);
    let evenB = f64x2.splat(0);
    let oddA = f64x2.splat(0);
    let oddB = f64x2.splat(0);
    let laterEvenA = f64x2.splat(0);
    let laterEvenB = f64x2.splat(0);
    let laterOddA = f64x2.splat(0);
    let laterOddB = f64x2.splat(0);
    for (let place = <usize>half; place > 0; place -= 1) {
      const sum = v128.load_splat<f64>(sums + (place << 3));
      const difference = v128.load_splat<f64>(differences + (place << 3));
      const nextEvenA = f64x2.add(f64x2.sub(sum, laterEvenA), f64x2.mul(twiceA, evenA));
      const nextEvenB = f64x2.add(f64x2.sub(sum, laterEvenB), f64x2.mul(twiceB, evenB));
      const nextOddA = f64x2.add(f64x2.sub(difference, laterOddA), f64x2.mul(twiceA, oddA));
      const nextOddB = f64x2.add(f64x2.sub(difference, laterOddB), f64x2.mul(twiceB, oddB));
      laterEvenA = evenA;
      laterEvenB = evenB;
      laterOddA = oddA;
      laterOddB = oddB;
      evenA = nextEvenA;
      evenB = nextEvenB;
      oddA = nextOddA;
      oddB = nextOddB;
    }
    const start = v128.load_splat<f64>(sums);
    v128.store(real + at, f64x2.sub(f64x2.add(start, f64x2.mul(evenA, cosA)), laterEvenA));
    v128.store(real + at, f64x2.sub(f64x2.add(start, f64x2.mul(evenB, cosB)), laterEvenB), 16);
    v128.store(imaginary + at, f64x2.mul(oddA, v128.load(sines + at)));
    v128.store(imaginary + at, f64x2.mul(oddB, v128.load(sines + at, 16)), 16);
  }
}
