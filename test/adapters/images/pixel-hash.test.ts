import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PixelHash } from '../../../main/adapters/images/pixel-hash.ts';
import { KernelRoom, stripsOf } from '../../../main/adapters/images/pixel-kernels.ts';
import type { DecodedPixels } from '../../../main/adapters/images/pixels.ts';
import { pictures } from './small-pictures.ts';

describe('the hash of pixels', () => {
  const hashOf = (pixels: DecodedPixels): string => {
    const room = new KernelRoom();
    const hash = new PixelHash(room, pixels);
    for (const strip of stripsOf(room, pixels)) hash.read(strip);
    return hash.hex();
  };
  const colours = ({ data, channels }: DecodedPixels): Uint8Array =>
    data.filter((_, at) => at % channels < 3);

  test('is that of the colours alone where all is opaque, and another where not', () => {
    assert(
      property(pictures, (pixels) => {
        const opaque =
          pixels.channels === 3 || pixels.data.every((value, at) => at % 4 !== 3 || value === 255);
        const plain = hashOf({ ...pixels, channels: 3, data: colours(pixels) });
        expect(hashOf(pixels) === plain).toBe(opaque);
      }),
    );
  });

  test('changes with any byte, with rows and pixels in another order and with the width', () => {
    assert(
      property(pictures, integer({ min: 0 }), integer({ min: 1, max: 255 }), (pixels, place, by) => {
        const changed = pixels.data.slice();
        const at = place % changed.length;
        changed[at] = (changed[at]! + by) % 256;
        expect(hashOf({ ...pixels, data: changed })).not.toBe(hashOf(pixels));
        const turned = { ...pixels, data: pixels.data.toReversed() };
        expect(hashOf(turned) === hashOf(pixels)).toBe(Buffer.from(turned.data).equals(pixels.data));
        const pulled = { ...pixels, width: pixels.height, height: pixels.width };
        expect(hashOf(pulled) === hashOf(pixels)).toBe(pixels.width === pixels.height);
      }),
    );
  });

  test('changes when 64 bytes trade places with others anywhere in their strip', () => {
    const data = Uint8Array.from({ length: 128 * 32 * 3 }, (_, at) => (at * 7 + (at >> 6) * 13) % 251);
    const hash = hashOf({ data, width: 128, height: 32, channels: 3 });
    for (let other = 64; other < data.length; other += 64) {
      const traded = data.slice();
      traded.copyWithin(0, other, other + 64);
      traded.set(data.subarray(0, 64), other);
      expect(hashOf({ data: traded, width: 128, height: 32, channels: 3 })).not.toBe(hash);
    }
  });
});
