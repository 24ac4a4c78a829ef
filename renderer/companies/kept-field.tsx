import { Input } from 'antd';
import { useId } from 'react';
import { idTypes } from '../../main/contract/dossier.ts';
import type { PersonDetails } from '../../main/contract/kept-companies.ts';
import { useText } from '../text/use-text.ts';

interface KeptFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly inputMode?: 'text' | 'tel' | 'url' | 'email';
}

/** One text of something kept; emptied, it is left out. */
export function KeptField({ label, value, onChange, inputMode = 'text' }: KeptFieldProps) {
  const id = useId();
  return (
    <div className="kept-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value ?? ''}
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </div>
  );
}

interface PersonPartsProps {
  readonly person: PersonDetails;
  readonly hasContact: boolean;
  /** Before each label where two people stand on one page, or nothing. */
  readonly of: string;
  readonly onChange: (person: PersonDetails) => void;
}

/** Name, identity document and, where wanted, phone and email of a person. */
export function PersonParts({ person, hasContact, of, onChange }: PersonPartsProps) {
  const t = useText('companies');
  const form = useText('form');
  const id = useId();
  const set = (key: keyof PersonDetails) => (value: string | undefined) =>
    onChange({ ...person, [key]: value });
  return (
    <>
      <KeptField label={of + t('field.name')} value={person.name} onChange={set('name')} />
      <div className="kept-field">
        <label htmlFor={id}>{of + t('field.idType')}</label>
        <select
          id={id}
          value={person.idType ?? ''}
          onChange={({ target }) =>
            onChange({ ...person, idType: idTypes.find((one) => one === target.value) })
          }
        >
          <option value="">{t('field.idTypeNone')}</option>
          {idTypes.map((one) => (
            <option key={one} value={one}>
              {form(`idType.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <KeptField label={of + t('field.idNumber')} value={person.idNumber} onChange={set('idNumber')} />
      {hasContact ? (
        <>
          <KeptField
            label={of + t('field.phone')}
            value={person.phone}
            onChange={set('phone')}
            inputMode="tel"
          />
          <KeptField
            label={of + t('field.email')}
            value={person.email}
            onChange={set('email')}
            inputMode="email"
          />
        </>
      ) : null}
    </>
  );
}
