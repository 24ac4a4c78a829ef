/** Profiles of cameras and screens take 500 bytes to 4 KB. */
const mostProfileBytes = 1_000_000;
/** Of a box: its length, its name and what kind of colour it tells. */
const headBytes = 12;
/** Where an ICC profile has its own mark, `acsp`. */
const markAt = 36;

/**
 * The ICC profile of a HEIC photograph's colours (ISO/IEC 14496-12, box `colr` of kind `prof`); undefined where it has none that can be
 * one. Pictures that a phone splits into tiles say the same profile for each: the first counts.
 */
export function heifProfile(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf('colrprof'); at >= 4; at = file.indexOf('colrprof', at + 1)) {
    const length = file.readUInt32BE(at - 4) - headBytes;
    const profile = file.subarray(at + 8, at + 8 + length);
    const isWhole = length > markAt + 4 && length <= mostProfileBytes && profile.length === length;
    if (isWhole && profile.toString('latin1', markAt, markAt + 4) === 'acsp') return profile;
  }
  return undefined;
}
