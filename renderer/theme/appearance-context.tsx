import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import {
  paletteFor,
  rememberAppearance,
  rememberedAppearance,
  systemWish,
  watchSystem,
  type Appearance,
} from './appearance.ts';
import { applyPalette, type Palette } from './palette.ts';

interface AppearanceChoice {
  readonly appearance: Appearance;
  readonly setAppearance: (next: Appearance) => void;
  readonly palette: Palette;
}

const AppearanceContext = createContext<AppearanceChoice | null>(null);

/** Keeps the page in the colours that were chosen, or that the system asks for, and remembers the choice. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState<Appearance>(rememberedAppearance);
  const palette = useSyncExternalStore(watchSystem, () => paletteFor(appearance, systemWish()));
  useEffect(() => applyPalette(palette, document.documentElement), [palette]);
  const choice = useMemo(
    () => ({
      appearance,
      palette,
      setAppearance: (next: Appearance) => {
        rememberAppearance(next);
        setAppearance(next);
      },
    }),
    [appearance, palette],
  );
  return <AppearanceContext value={choice}>{children}</AppearanceContext>;
}

/** The appearance of the page, its palette and how to change it. Throws outside an AppearanceProvider. */
export function useAppearance(): AppearanceChoice {
  const choice = useContext(AppearanceContext);
  if (choice === null) throw new Error('useAppearance needs an AppearanceProvider above it');
  return choice;
}
