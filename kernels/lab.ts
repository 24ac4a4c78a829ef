/** The cube root of CIELAB, straight below a small value. */
// @ts-ignore: decorator
@inline
function root(value: f64): f64 {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116.0;
}

/** The linear share of a value, 0 to 255, out of 256 f32. */
// @ts-ignore: decorator
@inline
function linearOf(value: f32, linear: usize): f64 {
  return <f64>load<f32>(linear + ((<usize>floor<f32>(value + 0.5)) << 2));
}

/** Turns colours, three f32 each, 0 to 255, into L, a and b of CIELAB for D65, three f32 each at `to`. */
export function readLab(rgb: usize, count: i32, linear: usize, to: usize): void {
  let before = v128.splat<f32>(-1);
  let l: f32 = 0;
  let a: f32 = 0;
  let b: f32 = 0;
  for (; count > 0; count -= 1, rgb += 12, to += 12) {
    // Neighbours mostly have one colour.
    const colour = v128.load(rgb);
    if ((i32x4.bitmask(f32x4.ne(colour, before)) & 7) != 0) {
      const red = linearOf(load<f32>(rgb), linear);
      const green = linearOf(load<f32>(rgb, 4), linear);
      const blue = linearOf(load<f32>(rgb, 8), linear);
      const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
      const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
      const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
      l = <f32>(116 * y - 16);
      a = <f32>(500 * (x - y));
      b = <f32>(200 * (y - z));
      before = colour;
    }
    store<f32>(to, l);
    store<f32>(to, a, 4);
    store<f32>(to, b, 8);
  }
}

/**
 * How much the colours around each px of a plane of `side` × `side` px differ, the inner ones alone: the larger of the differences between its left and
 * right neighbour and between those above and below it, f32 at `to`, less than nothing where the latter is larger.
 */
export function colourChanges(lab: usize, side: i32, to: usize): void {
  const row = <usize>side * 12;
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const place = <usize>(y * side + x);
      const at = lab + place * 12;
      const across = differenceOf(at - 12, at + 12);
      const down = differenceOf(at - row, at + row);
      store<f32>(to + (place << 2), across >= down ? across : -down);
    }
  }
}

// @ts-ignore: decorator
@inline
function differenceOf(one: usize, other: usize): f32 {
  const off = f32x4.sub(v128.load(one), v128.load(other));
  const squares = f32x4.mul(off, off);
  return sqrt<f32>(
    f32x4.extract_lane(squares, 0) + f32x4.extract_lane(squares, 1) + f32x4.extract_lane(squares, 2),
  );
}
