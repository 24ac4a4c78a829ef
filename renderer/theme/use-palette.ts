import { useEffect, useSyncExternalStore } from 'react';
import { applyPalette, daylight, lamplight, type Palette } from './palette.ts';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** The colours that the system asks for. */
export const palettePreferred = (): Palette => (dark().matches ? lamplight : daylight);

function subscribe(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The palette of the system's appearance, kept applied to the page; redraws when it changes. */
export function usePalette(): Palette {
  const palette = useSyncExternalStore(subscribe, palettePreferred);
  useEffect(() => applyPalette(palette, document.documentElement), [palette]);
  return palette;
}
