import type { DecodedType } from './decoded-type.ts';

/** What the beginning of a file says of its picture. */
export interface PictureHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether blocks that may be EXIF or XMP are there. */
  readonly hasMetadata: boolean;
}

/**
 * Reads a PNG's chunks or a JPEG's segments before its picture, which spares asking the decoder first, half a millisecond. Null for
 * other types, and where the decoder must say what is wrong.
 */
export function readPictureHeader(bytes: Uint8Array, type: DecodedType): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (type === 'png') return readPng(view);
  return type === 'jpeg' ? readJpeg(view) : null;
}

/** iTXt, tEXt, zTXt and eXIf. */
const metadataChunks = new Set([0x69_54_58_74, 0x74_45_58_74, 0x7a_54_58_74, 0x65_58_49_66]);

function readPng(view: DataView): PictureHeader | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89_50_4e_47 || view.getUint32(12) !== 0x49_48_44_52)
    return null;
  let hasMetadata = false;
  for (let at = 33; at + 12 <= view.byteLength && !hasMetadata; at += 12 + view.getUint32(at)) {
    hasMetadata = metadataChunks.has(view.getUint32(at + 4));
  }
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20), hasMetadata };
}

function readJpeg(view: DataView): PictureHeader | null {
  let hasMetadata = false;
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // APP1 holds EXIF or XMP.
    if (marker === 0xe1) hasMetadata = true;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5), hasMetadata };
    if (marker === 0xda || marker === 0xd9) return null;
  }
  return null;
}
