import { Radio } from 'antd';
import { useState } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { DateField } from '../../form/date-field.tsx';
import { useText } from '../../text/use-text.ts';

type EntryField = 'date' | 'validFrom' | 'validUntil';

/** What is typed into one letter: its date, or blank to write by hand, and where asked its validity. */
export function LetterDates({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('letters');
  const session = useSession();
  const { data } = useSessionState();
  const entry = data.document.letters?.[letter.letter] ?? {};
  const [wantsDate, setWantsDate] = useState(false);
  const isTyped = wantsDate || entry.date !== undefined;
  const edit = (field: EntryField, value: string): void =>
    session.edit(['letters', letter.letter, field], value === '' ? null : value);
  const idOf = (field: EntryField): string => `field-letters.${letter.letter}.${field}`;
  const asksValidity = letter.asks.includes('validFrom') || letter.asks.includes('validUntil');
  const isReversed =
    entry.validFrom !== undefined && entry.validUntil !== undefined && entry.validUntil < entry.validFrom;

  return (
    <>
      {letter.asks.includes('date') ? (
        <fieldset className="letter-dates" id={idOf('date')}>
          <legend>{t('dateTitle')}</legend>
          <Radio.Group
            value={isTyped ? 'typed' : 'blank'}
            onChange={(event) => {
              setWantsDate(event.target.value === 'typed');
              if (event.target.value === 'blank') edit('date', '');
            }}
            options={[
              { value: 'blank', label: t('dateBlank') },
              { value: 'typed', label: t('dateTyped') },
            ]}
          />
          {isTyped ? (
            <DateField
              label={t('dateLabel', { title: letter.title })}
              value={entry.date ?? ''}
              onChange={(value) => edit('date', value)}
            />
          ) : null}
        </fieldset>
      ) : null}
      {asksValidity ? (
        <fieldset className="letter-dates">
          <legend>{t('validityTitle')}</legend>
          <div className="row">
            {(['validFrom', 'validUntil'] as const).map((field) =>
              letter.asks.includes(field) ? (
                <div key={field} className="letter-validity">
                  <label htmlFor={idOf(field)}>{t(field)}</label>
                  <DateField
                    id={idOf(field)}
                    value={entry[field] ?? ''}
                    isInvalid={isReversed}
                    onChange={(value) => edit(field, value)}
                  />
                </div>
              ) : null,
            )}
          </div>
          <p
            className={isReversed ? 'small letter-fault' : 'small soft'}
            role={isReversed ? 'alert' : undefined}
          >
            {t(isReversed ? 'validityReversed' : 'validityBlank')}
          </p>
        </fieldset>
      ) : null}
    </>
  );
}
