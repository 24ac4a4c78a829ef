/** What a JPEG's header says. */
export interface JpegFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  /** As EXIF says how it lies: 1 to 8, 1 upright. */
  readonly orientation: number;
  /** Adobe's programs write four channels upside down. */
  readonly isInverted: boolean;
}

/** Reads a JPEG's header without decoding; null for what is no JPEG that a PDF can show with its very bytes. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  let orientation = 1;
  let isInverted = false;
  for (let at = 2; at + 9 < data.length;) {
    if (data[at] !== 0xff) return null;
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const segment = data.subarray(at + 4, at + 2 + data.readUInt16BE(at + 2));
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0') {
      orientation = orientationOf(segment.subarray(6));
    }
    if (marker === 0xee && segment.toString('latin1', 0, 5) === 'Adobe') isInverted = true;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [depth, channels] = [segment.readUInt8(0), segment.readUInt8(5)];
      // Baseline, extended and progressive frames are what PDF readers decode.
      if (depth !== 8 || marker > 0xc2 || ![1, 3, 4].includes(channels)) return null;
      return {
        heightPx: segment.readUInt16BE(1),
        widthPx: segment.readUInt16BE(3),
        channels,
        orientation,
        isInverted: isInverted && channels === 4,
      };
    }
    at += 4 + segment.length;
  }
  return null;
}

/** The tag 0x0112 of the first directory of a TIFF block; 1 where it is absent or makes no sense. */
function orientationOf(tiff: Buffer): number {
  const isLittle = tiff[0] === 0x49;
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let index = 0; index < Math.min(u16(directory), 500); index += 1) {
    const at = directory + 2 + 12 * index;
    if (u16(at) !== 0x0112) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
