import { Button } from 'antd';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { FormImport } from '../../forms/form-import.tsx';
import { hrefOf, navigate } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';

/** The platform's own form of a letter: which one it is filled in on, or that our wording stands in for it. */
export function LetterForm({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('forms');
  const session = useSession();
  const { form, formFaults = [], ownWording, entry } = letter;
  const desk = hrefOf({ page: 'forms', letter: letter.letter });
  const prefer = (wording: 'own' | null): void => {
    session.edit(['letters', letter.letter, 'wording'], wording);
    void session.flush();
  };
  // A letter of which no platform has a form of its own.
  if (form === undefined && ownWording === undefined && formFaults.length === 0) return null;
  return (
    <section className="letter-form" aria-label={`${letter.title} · ${t('card.title')}`}>
      <h3>{t('card.title')}</h3>
      {form === undefined ? null : (
        <>
          <p className="small break">
            {t('card.inUse', { name: form.fileName, version: form.version, date: form.importedOn })}
          </p>
          <div className="row">
            <a href={desk}>{t('card.place')}</a>
            <Button size="small" onClick={() => prefer('own')}>
              {t('card.useOwn')}
            </Button>
          </div>
        </>
      )}
      {formFaults.map((fault) => (
        <p key={fault} className="small letter-fault break">
          {fault}
        </p>
      ))}
      {form === undefined && formFaults.length > 0 ? <a href={desk}>{t('card.place')}</a> : null}
      {ownWording === undefined || form !== undefined ? null : (
        <>
          <p className="small soft">{ownWording.text}</p>
          <ClauseLinks cites={ownWording.cites} />
          <p className="small">
            {ownWording.attested ? (
              t('card.attested')
            ) : (
              <a href={hrefForField(session.id, `attestations.${ownWording.rule}`)}>{t('card.attest')}</a>
            )}
          </p>
        </>
      )}
      {form === undefined && entry.wording === 'own' ? (
        <div>
          <Button size="small" onClick={() => prefer(null)}>
            {t('card.useForm')}
          </Button>
        </div>
      ) : null}
      {form === undefined && formFaults.length === 0 && entry.wording !== 'own' ? (
        <FormImport
          letter={letter.letter}
          hasEarlier={false}
          onImported={() => navigate({ page: 'forms', letter: letter.letter })}
        />
      ) : null}
    </section>
  );
}
