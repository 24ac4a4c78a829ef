import { describe, expect, test } from 'vitest';
import {
  daylight,
  isDark,
  isHighContrast,
  lamplight,
  midnight,
  noon,
  type Palette,
} from '../../../renderer/theme/palette.ts';

const palettes: readonly (readonly [string, Palette])[] = [
  ['daylight', daylight],
  ['lamplight', lamplight],
  ['noon', noon],
  ['midnight', midnight],
];

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(palettes)('the palette %s', (_name, palette) => {
  const wanted = isHighContrast(palette) ? 7 : 4.5;

  test('every ink reads on paper, surface and sunken ground', () => {
    const inks = ['ink', 'inkSoft', 'inkFaint', 'seal', 'sealDeep', 'bad', 'warn', 'note', 'good'] as const;
    for (const ink of inks)
      for (const ground of ['paper', 'surface', 'sunken'] as const) {
        expect
          .soft(contrast(palette[ink], palette[ground]), `${ink} on ${ground}`)
          .toBeGreaterThanOrEqual(wanted);
      }
  });

  test('every meaning reads on its own wash', () => {
    for (const [ink, wash] of [
      ['bad', 'badWash'],
      ['warn', 'warnWash'],
      ['note', 'noteWash'],
      ['good', 'goodWash'],
      ['sealDeep', 'sealWash'],
      ['ink', 'sealWash'],
    ] as const) {
      expect.soft(contrast(palette[ink], palette[wash]), `${ink} on ${wash}`).toBeGreaterThanOrEqual(wanted);
    }
  });

  test('the edge of a control stands out from its ground', () => {
    expect(contrast(palette.edge, palette.surface)).toBeGreaterThanOrEqual(3);
  });

  test('it is dark exactly when its paper is', () => {
    expect(isDark(palette)).toBe(luminance(palette.paper) < 0.2);
  });
});
