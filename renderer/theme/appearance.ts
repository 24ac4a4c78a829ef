import { daylight, lamplight, midnight, noon, type Palette } from './palette.ts';

/** How the app looks: as the system asks, or as the user chose. */
export const appearances = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof appearances)[number];

/** What the system asks for. */
export interface SystemWish {
  readonly isDark: boolean;
  readonly wantsContrast: boolean;
}

/** The palette of a choice: high contrast is light or dark as the system is, and what the system asks holds unless the user chose. */
export function paletteFor(chosen: Appearance, system: SystemWish): Palette {
  switch (chosen) {
    case 'light':
      return daylight;
    case 'dark':
      return lamplight;
    case 'contrast':
      return system.isDark ? midnight : noon;
    case 'system':
      if (system.wantsContrast) return system.isDark ? midnight : noon;
      return system.isDark ? lamplight : daylight;
  }
}

const storageKey = 'yinqi.appearance';

/** The appearance chosen last time on this computer; the system's the first time. */
export function rememberedAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(storageKey);
    return appearances.find((one) => one === kept) ?? 'system';
  } catch {
    // A page without storage follows the system each time.
    return 'system';
  }
}

/** Keeps the appearance for the next time. */
export function rememberAppearance(chosen: Appearance): void {
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'] as const;

/** What the system asks for now. */
export function systemWish(): SystemWish {
  const [isDark = false, wantsContrast = false] = wishes.map((wish) => window.matchMedia(wish).matches);
  return { isDark, wantsContrast };
}

/** Calls `listener` when the system asks for something else; answers how to stop. */
export function watchSystem(listener: () => void): () => void {
  const queries = wishes.map((wish) => window.matchMedia(wish));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
