const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const shades: ReadonlyMap<string, number> = new Map(
  Array.from(alphabet, (character, shade) => [character, shade]),
);

/**
 * Two pages are one where no place differs by more than `most` of 63 shades, and all together by no more than `mean`. Saving
 * anew, in half the size or at JPEG quality 40, moves a place by 2 at most; another text of the same form by 4 and more.
 */
const limits = { most: 3, mean: 0.6 } as const;

/** Whether two fingerprints (see ScanMeasure) are of the same page, however it was encoded or resized. */
export function isSameFingerprint(a: string, b: string): boolean {
  if (a.length !== b.length || a.length === 0) return false;
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) {
    const apart = Math.abs((shades.get(a.charAt(at)) ?? 0) - (shades.get(b.charAt(at)) ?? 0));
    if (apart > limits.most) return false;
    sum += apart;
  }
  return sum <= limits.mean * a.length;
}
