import { constantFrom, integer, record, uint8Array } from 'fast-check';
import type { DecodedPixels } from '../../../main/adapters/images/pixels.ts';

/** Pictures of few colours in runs, blends and noise, black and white among them, of any small size. */
export const pictures = record({
  width: integer({ min: 1, max: 90 }),
  height: integer({ min: 1, max: 75 }),
  channels: constantFrom(3 as const, 4 as const),
  isOpaque: constantFrom(true, false),
  kind: constantFrom('runs', 'noise', 'soft', 'drawing'),
  colours: uint8Array({ minLength: 12, maxLength: 12 }),
  seed: integer({ min: 1, max: 2 ** 30 }),
}).map(({ width, height, channels, isOpaque, kind, colours, seed }): DecodedPixels => {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
  const data = new Uint8Array(width * height * channels);
  let run = 0;
  let colour = 0;
  for (let at = 0; at < width * height; at += 1) {
    if (run === 0) {
      run = 1 + (next() % 20);
      colour = next() % 4;
    }
    run -= 1;
    for (let which = 0; which < channels; which += 1) {
      const shade = Math.round(128 + 100 * Math.sin((at % width) / 3 + which) * Math.cos(at / width / 4));
      const drawn = [255, 255, 20, [204, 205, 230, 244, 245][seed % 5]!][colour]!;
      const value = {
        runs: colours[colour * 3 + (which % 3)]!,
        noise: next() & 255,
        soft: shade,
        drawing: drawn,
      };
      data[at * channels + which] = which === 3 && isOpaque ? 255 : value[kind];
    }
  }
  return { data, width, height, channels };
});
