import type { DecodedType } from './decoded-type.ts';

/**
 * Whether a picture reaches its own end mark. The decoders let a PNG without its last chunk, a GIF cut off between
 * frames and a WebP shorter than it says pass; a JPEG or TIFF cut off they notice themselves.
 */
export function endsWell(bytes: Uint8Array, type: DecodedType): boolean {
  switch (type) {
    case 'png':
      return pngEnds(bytes);
    case 'gif':
      return gifEnds(bytes);
    case 'webp':
      return bytes.length >= 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    case 'jpeg':
    case 'tiff':
      return true;
  }
}

/** Walks the chunks (length, name, data, checksum) to a whole IEND. */
function pngEnds(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
  return false;
}

/** Walks the blocks to the trailer 0x3B: extensions and pictures are sub-blocks, each led by its length, up to a 0. */
function gifEnds(bytes: Uint8Array): boolean {
  const colourTable = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  let at = 13 + colourTable(bytes[10] ?? 0);
  while (at < bytes.length) {
    const mark = bytes[at];
    if (mark === 0x3b) return true;
    if (mark === 0x21) at += 2;
    else if (mark === 0x2c) at += 11 + colourTable(bytes[at + 9] ?? 0);
    else return false;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    at += 1;
  }
  return false;
}
