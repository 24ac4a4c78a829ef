/** Frames of a PNG: more than one where an acTL chunk before its picture says that it is animated (APNG), which decoders of PNG pass over. */
export function countPngFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === 0x61_63_54_4c) return at + 12 <= bytes.length ? Math.max(1, view.getUint32(at + 8)) : 1;
    if (name === 0x49_44_41_54) return 1;
  }
  return 1;
}
