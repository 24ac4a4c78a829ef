/** A running SHA-256 (FIPS 180-4). */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; the hash must not be updated after. */
  hex(): string;
}

const blockBytes = 64;
/** The first 32 bits of the fractional parts of a root of each of the first primes: square roots begin, cube roots go on. */
const fractionOf = (value: number): number => ((value - Math.floor(value)) * 0x1_0000_0000) | 0;
const primes: readonly number[] = Array.from({ length: 312 }, (_, at) => at)
  .filter((n) => n > 1 && Array.from({ length: n }, (_, at) => at).every((d) => d < 2 || n % d !== 0))
  .slice(0, 64);
const initial = primes.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime)));
const rounds = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));

/** Starts a hash of bytes that come piece by piece. Browsers hash only what is whole in memory, and not on every page opened from a disk. */
export function createSha256(): Sha256 {
  const state = Int32Array.from(initial);
  const words = new Int32Array(64);
  const rest = new Uint8Array(blockBytes);
  let filled = 0;
  let total = 0;

  const digest = (bytes: Uint8Array, from: number): void => {
    for (let t = 0; t < 16; t += 1) {
      const at = from + t * 4;
      words[t] =
        ((bytes[at] ?? 0) << 24) |
        ((bytes[at + 1] ?? 0) << 16) |
        ((bytes[at + 2] ?? 0) << 8) |
        (bytes[at + 3] ?? 0);
    }
    mixBlock(state, words);
  };

  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (filled > 0) {
        at = Math.min(blockBytes - filled, bytes.length);
        rest.set(bytes.subarray(0, at), filled);
        filled += at;
        if (filled < blockBytes) return;
        digest(rest, 0);
        filled = 0;
      }
      for (; at + blockBytes <= bytes.length; at += blockBytes) digest(bytes, at);
      rest.set(bytes.subarray(at), 0);
      filled = bytes.length - at;
    },
    hex() {
      const end = new Uint8Array(filled < 56 ? blockBytes : 2 * blockBytes);
      end.set(rest.subarray(0, filled));
      end[filled] = 0x80;
      new DataView(end.buffer).setBigUint64(end.length - 8, BigInt(total) * 8n);
      for (let at = 0; at < end.length; at += blockBytes) digest(end, at);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Takes one block of 16 words into the state (FIPS 180-4, section 6.2.2); `words` has room for 64. */
function mixBlock(state: Int32Array, words: Int32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const w15 = words[t - 15] ?? 0;
    const w2 = words[t - 2] ?? 0;
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    words[t] = ((words[t - 16] ?? 0) + s0 + (words[t - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[t] ?? 0) + (words[t] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) | 0;
}
