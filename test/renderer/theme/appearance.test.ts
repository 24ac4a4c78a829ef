import { describe, expect, test } from 'vitest';
import { paletteFor } from '../../../renderer/theme/appearance.ts';
import { daylight, lamplight, midnight, noon } from '../../../renderer/theme/palette.ts';

const day = { isDark: false, wantsContrast: false };
const night = { isDark: true, wantsContrast: false };

describe('the colours of the app', () => {
  test('follow the system until someone chooses', () => {
    expect(paletteFor('system', day)).toBe(daylight);
    expect(paletteFor('system', night)).toBe(lamplight);
    expect(paletteFor('system', { ...day, wantsContrast: true })).toBe(noon);
    expect(paletteFor('system', { ...night, wantsContrast: true })).toBe(midnight);
  });

  test('are the chosen ones whatever the system asks', () => {
    expect(paletteFor('light', { isDark: true, wantsContrast: true })).toBe(daylight);
    expect(paletteFor('dark', day)).toBe(lamplight);
  });

  test('of high contrast are light or dark as the system is', () => {
    expect(paletteFor('contrast', day)).toBe(noon);
    expect(paletteFor('contrast', night)).toBe(midnight);
  });
});
