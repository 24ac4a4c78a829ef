/** Changes of less than this from one shade to another are no clear edges. */
const leastRise: i32 = 40;
const bins: i32 = 64;
/** Widths of a finder pattern may differ from their modules by so much of one. */
const moduleSlack: f64 = 0.5;

/** Where the last six edges are. */
const edgeAt: usize = memory.data(48);

/**
 * Walks a line of `length` shades (15 bytes behind them are read, not judged). Each run of changes in one direction is an edge when it is high enough:
 * its steepness, 0 to 64, is counted in `steepness` (65 u32), and each px at which a shade changes in `steps`. Six edges in turn whose distances are
 * 1 : 1 : 3 : 1 : 1 are a finder pattern: its middle and length go to `finders`, two f64. Gives how many there were.
 */
export function walkLine(line: usize, length: i32, steepness: usize, steps: usize, finders: usize): i32 {
  let found = 0;
  let edges = 0;
  let lastSign = 0;
  let start = 0;
  let sign = 0;
  let steepest = 0;
  let previous: i32 = load<u8>(line);
  for (let x = 1; x <= length; x += 1) {
    // Most of a screen is even.
    if (sign == 0) x = endOfEven(line, x, length, previous);
    const shade: i32 = x < length ? load<u8>(line + x) : previous;
    const change = shade - previous;
    const direction = change > 1 ? 1 : change < -1 ? -1 : 0;
    if (direction != sign) {
      const rise = abs(previous - <i32>load<u8>(line + start));
      if (sign != 0 && rise >= leastRise) {
        const bin = <i32>floor<f64>((<f64>steepest / <f64>rise) * bins + 0.5);
        count(steepness + ((<usize>bin) << 2));
        // Two edges of one direction in turn are one that was broken: the later one counts.
        if (sign == lastSign && edges > 0) edges -= 1;
        if (edges == 6) {
          memory.copy(edgeAt, edgeAt + 8, 40);
          edges = 5;
        }
        store<f64>(edgeAt + ((<usize>edges) << 3), middleOf(line, start, x - 1));
        edges += 1;
        lastSign = sign;
        if (edges == 6 && sign > 0 && isFinder()) {
          const first = load<f64>(edgeAt);
          const whole = load<f64>(edgeAt, 40) - first;
          store<f64>(finders + ((<usize>found) << 4), first + whole / 2);
          store<f64>(finders + ((<usize>found) << 4), whole, 8);
          found += 1;
        }
      }
      start = x - 1;
      steepest = 0;
      sign = direction;
    }
    if (direction != 0) {
      steepest = max(steepest, change * direction);
      count(steps + ((<usize>x) << 2));
    }
    previous = shade;
  }
  return found;
}

// @ts-ignore: decorator
@inline
function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

/** The first place from `x` on whose shade is another one, or the end. */
// @ts-ignore: decorator
@inline
function endOfEven(line: usize, x: i32, length: i32, shade: i32): i32 {
  const even = i8x16.splat(<i8>shade);
  while (x < length) {
    const others = i8x16.bitmask(i8x16.ne(v128.load(line + x), even));
    if (others != 0) return min(length, x + ctz(others));
    x += 16;
  }
  return length;
}

/** Where a change has come half of its way, between px `from` and `to` of a line. */
function middleOf(line: usize, from: i32, to: i32): f64 {
  const first: i32 = load<u8>(line + from);
  const half = <f64>(<i32>load<u8>(line + to) - first) / 2;
  let x = from + 1;
  while (x < to && abs<f64>(<f64>(<i32>load<u8>(line + x) - first)) < abs<f64>(half)) x += 1;
  const before = <f64>(<i32>load<u8>(line + x - 1) - first);
  const come = <f64>(<i32>load<u8>(line + x) - first);
  return <f64>(x - 1) + (half - before) / (come - before);
}

function isFinder(): bool {
  const module = (load<f64>(edgeAt, 40) - load<f64>(edgeAt)) / 7;
  if (module < 1.2) return false;
  for (let index = 0; index < 5; index += 1) {
    const at = edgeAt + ((<usize>index) << 3);
    const width = load<f64>(at, 8) - load<f64>(at);
    const wanted: f64 = index == 2 ? 3 : 1;
    if (abs<f64>(width / module - wanted) > moduleSlack * (index == 2 ? 1.5 : 1)) return false;
  }
  return true;
}
