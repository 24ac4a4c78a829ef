/** Cells of a likeness along each side. */
const side = 64;

/**
 * Sums shades, f32 in rows of `columns`, to 64 × 64 bytes at `to`, each cell with the weights of those that count for it. Along a direction these are, for
 * each cell, the first of them (i32) and the weights of that and those after it (`most` f32 each). `lines` is room for 64 lines of `columns` and 4 more f32.
 */
export function sumLikeness(
  shades: usize,
  columns: i32,
  firstsAcross: usize,
  weightsAcross: usize,
  mostAcross: i32,
  firstsDown: usize,
  weightsDown: usize,
  mostDown: i32,
  lines: usize,
  to: usize,
): void {
  const lineBytes = (<usize>(columns + 4)) << 2;
  const rowBytes = (<usize>columns) << 2;
  // Down first: what lies side by side is summed four at a time. What is read and written beyond a row is not looked at again.
  for (let cell = 0; cell < side; cell += 1) {
    const first = shades + <usize>load<i32>(firstsDown + ((<usize>cell) << 2)) * rowBytes;
    const weights = weightsDown + ((<usize>(cell * mostDown)) << 2);
    const line = lines + <usize>cell * lineBytes;
    for (let at: usize = 0; at < rowBytes; at += 16) {
      let sum = f32x4.splat(0);
      for (let index: usize = 0; index < <usize>mostDown; index += 1) {
        const weight = v128.load_splat<f32>(weights + (index << 2));
        sum = f32x4.add(sum, f32x4.mul(weight, v128.load(first + index * rowBytes + at)));
      }
      v128.store(line + at, sum);
    }
  }
  for (let cell = 0; cell < side; cell += 1) {
    const first = lines + ((<usize>load<i32>(firstsAcross + ((<usize>cell) << 2))) << 2);
    const weights = weightsAcross + ((<usize>(cell * mostAcross)) << 2);
    // Four lines at a time: one sum alone would wait for itself.
    for (let line = 0; line < side; line += 4) {
      const start = first + <usize>line * lineBytes;
      let a: f32 = 0;
      let b: f32 = 0;
      let c: f32 = 0;
      let d: f32 = 0;
      for (let at: usize = 0; at < (<usize>mostAcross) << 2; at += 4) {
        const weight = load<f32>(weights + at);
        a += weight * load<f32>(start + at);
        b += weight * load<f32>(start + lineBytes + at);
        c += weight * load<f32>(start + 2 * lineBytes + at);
        d += weight * load<f32>(start + 3 * lineBytes + at);
      }
      const place = to + <usize>(line * side + cell);
      store<u8>(place, <u8>floor<f32>(a + 0.5));
      store<u8>(place + side, <u8>floor<f32>(b + 0.5));
      store<u8>(place + 2 * side, <u8>floor<f32>(c + 0.5));
      store<u8>(place + 3 * side, <u8>floor<f32>(d + 0.5));
    }
  }
}
