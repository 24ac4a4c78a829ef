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

// @ts-ignore: decorator
@inline
function scrambled(sums: v128, key: v128): v128 {
  const mixed = v128.xor(v128.xor(sums, i64x2.shr_u(sums, 47)), key);
  return i64x2.mul(mixed, i64x2.splat(prime));
}

/**
 * Hashes bytes to 64 bytes at `to`, after XXH3: what is mixed with the secret is multiplied, 32 bits by 32, and summed, here each four numbers with the four that
 * follow them, which no lane need be moved for.
 */
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
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    const oneMixed = v128.xor(one, v128.load(key));
    const twoMixed = v128.xor(two, v128.load(key, 16));
    const threeMixed = v128.xor(three, v128.load(key, 32));
    const fourMixed = v128.xor(four, v128.load(key, 48));
    // Bytes are added plainly too, to the other sum: a product forgets a factor where the other one is 0.
    a = i64x2.add(i64x2.add(a, two), i64x2.extmul_low_i32x4_u(oneMixed, twoMixed));
    b = i64x2.add(i64x2.add(b, one), i64x2.extmul_high_i32x4_u(oneMixed, twoMixed));
    c = i64x2.add(i64x2.add(c, four), i64x2.extmul_low_i32x4_u(threeMixed, fourMixed));
    d = i64x2.add(i64x2.add(d, three), i64x2.extmul_high_i32x4_u(threeMixed, fourMixed));
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
