import { useText } from '../text/use-text.ts';
import { appearances } from '../theme/appearance.ts';
import { useAppearance } from '../theme/appearance-context.tsx';

/** Light, dark, high contrast, or as the system asks. */
export function AppearanceSwitch() {
  const t = useText('shell');
  const { appearance, setAppearance } = useAppearance();
  return (
    <label className="appearance-switch">
      <span>{t('appearance.label')}</span>
      <select
        value={appearance}
        onChange={(event) => {
          const chosen = appearances.find((one) => one === event.target.value);
          if (chosen !== undefined) setAppearance(chosen);
        }}
      >
        {appearances.map((one) => (
          <option key={one} value={one}>
            {t(`appearance.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
