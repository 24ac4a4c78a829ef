import { useFieldRules } from '../dossier/field-rules-context.tsx';
import { useText } from '../text/use-text.ts';
import { countCharacters } from './count-characters.ts';
import { fieldCounts } from './field-counts.ts';

/** How long what is typed is, against the limits of the rules; without a limit, how many characters. */
export function FieldCount({ field, text }: { readonly field: string; readonly text: string }) {
  const t = useText('form');
  const rules = useFieldRules(field);
  const limits = rules?.limits ?? [];
  const characters = countCharacters(text);
  if (limits.length === 0) {
    return characters === 0 ? null : <span className="field-count">{t('count', { count: characters })}</span>;
  }
  const counts = fieldCounts(text, limits);
  return (
    <span className="field-count">
      {counts.map(({ unit, length, max, over, level }) => (
        <span
          key={unit}
          className={over === 0 ? undefined : level === 'error' ? 'field-count-over' : 'field-count-doubtful'}
        >
          <strong>{t('count.of', { length, max })}</strong> {t(`unit.${unit}`)}
          {over === 0 ? null : <span> {t('count.over', { count: over })}</span>}
        </span>
      ))}
    </span>
  );
}
