/** Bytes that are taken in at a time: one to each of eight sums of 64 bits. */
const stripeBytes: usize = 64;
/** After so many stripes the sums are mixed, so that their order counts. */
const stripesAtOnce = 16;
const prime: i64 = 0x9e3779b1;

/** Numbers without a pattern (splitmix64 of 1, 2, 3 and so on): stripe n of 16 is met with those from place n on. */
const secret: usize = memory.data(<i32>(stripeBytes + 8 * stripesAtOnce));
for (let index: usize = 0; index < 8 + stripesAtOnce; index += 1) {
  let mixed = <u64>(index + 1) * 0x9e3779b97f4a7c15;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  store<u64>(secret + (index << 3), mixed ^ (mixed >> 31));
}
const rest: usize = memory.data(64);

/** Takes 16 bytes into two sums as XXH3 does: the halves of what it is with the secret multiplied, and itself crosswise. */
// @ts-ignore: decorator
@inline
function taken(sums: v128, bytes: v128, key: v128): v128 {
  const mixed = v128.xor(bytes, key);
  const low = v128.shuffle<i32>(mixed, mixed, 0, 2, 0, 2);
  const high = v128.shuffle<i32>(mixed, mixed, 1, 3, 1, 3);
  const crosswise = v128.shuffle<i64>(bytes, bytes, 1, 0);
  return i64x2.add(i64x2.add(sums, crosswise), i64x2.extmul_low_i32x4_u(low, high));
}

// @ts-ignore: decorator
@inline
function scrambled(sums: v128, key: v128): v128 {
  const mixed = v128.xor(v128.xor(sums, i64x2.shr_u(sums, 47)), key);
  return i64x2.mul(mixed, i64x2.splat(prime));
}

/** Hashes bytes to 64 bytes at `to`. */
export function hashBytes(at: usize, length: i32, to: usize): void {
  let a = v128.load(secret);
  let b = v128.load(secret, 16);
  let c = v128.load(secret, 32);
  let d = v128.load(secret, 48);
  let stripe = 0;
  let left = <usize>length;
  while (left > 0) {
    if (left < stripeBytes) {
      // The last stripe is filled up with zeros; the length is mixed in by the caller.
      memory.fill(rest, 0, stripeBytes);
      memory.copy(rest, at, left);
      at = rest;
      left = stripeBytes;
    }
    const key = secret + ((<usize>stripe) << 3);
    a = taken(a, v128.load(at), v128.load(key));
    b = taken(b, v128.load(at, 16), v128.load(key, 16));
    c = taken(c, v128.load(at, 32), v128.load(key, 32));
    d = taken(d, v128.load(at, 48), v128.load(key, 48));
    at += stripeBytes;
    left -= stripeBytes;
    stripe += 1;
    if (stripe < stripesAtOnce) continue;
    stripe = 0;
    const last = secret + 8 * stripesAtOnce;
    a = scrambled(a, v128.load(last));
    b = scrambled(b, v128.load(last, 16));
    c = scrambled(c, v128.load(last, 32));
    d = scrambled(d, v128.load(last, 48));
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}
