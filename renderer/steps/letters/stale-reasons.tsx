import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

/** Where a variable of a letter is typed: its own dates and texts on its card, the others in the dossier. */
export function fieldOfVariable(
  variable: string,
  { letter, fields }: Pick<LetterSummary, 'letter' | 'fields'>,
): string {
  const [group, ...rest] = variable.split('.');
  if (group !== 'letter') return variable;
  const name = rest.join('.');
  return `letters.${letter}.${fields.some(({ id }) => id === name) ? 'fields.' : ''}${name}`;
}

/** Why what was signed is not what would be printed now, with a way to each field that changed. */
export function StaleReasons({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('letterDesk');
  const session = useSession();
  const titleOf = useFieldTitle();
  if (letter.stale.length === 0) return null;
  return (
    <div className="letter-stale">
      <h4>{t('stale.title')}</h4>
      <ul>
        {letter.stale.map((reason) => (
          <li key={`${reason.kind} ${reason.text}`}>
            <span className="letter-stale-kind">{t(`stale.${reason.kind}`)}</span>
            <span>{reason.text}</span>
            {reason.fields.length === 0 ? null : (
              <span className="letter-stale-fields">
                {reason.fields.map((variable) => {
                  const field = fieldOfVariable(variable, letter);
                  return (
                    <a key={variable} href={hrefForField(session.id, field)}>
                      {titleOf(field)}
                    </a>
                  );
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
