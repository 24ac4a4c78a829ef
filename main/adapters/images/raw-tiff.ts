import type { Pixels } from './pixels.ts';

const shortType = 3;
const longType = 4;
const undefinedType = 7;

/**
 * Pixels as an uncompressed TIFF 6.0 with the ICC profile of their colours, which is how a decoder takes both: one strip of RGBA, opacity
 * not multiplied in.
 */
export function rawTiff({ data, width, height }: Pixels, profile: Uint8Array): Buffer {
  const bitsAt = 8 + 2 + 11 * 12 + 4;
  const profileAt = bitsAt + 8;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, longType, 1, width],
    [257, longType, 1, height],
    [258, shortType, 4, bitsAt],
    [259, shortType, 1, 1],
    [262, shortType, 1, 2],
    [273, longType, 1, pixelsAt],
    [277, shortType, 1, 4],
    [278, longType, 1, height],
    [279, longType, 1, data.length],
    [338, shortType, 1, 2],
    [34675, undefinedType, profile.length, profileAt],
  ];
  const head = Buffer.alloc(pixelsAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  for (let channel = 0; channel < 4; channel += 1) head.writeUInt16LE(8, bitsAt + channel * 2);
  head.set(profile, profileAt);
  return Buffer.concat([head, data]);
}
