import { Checkbox, Input, Radio } from 'antd';
import { licensedRights, type DossierDocument } from '../../../main/contract/dossier.ts';
import { useTextDraft } from '../../form/text-draft.ts';
import { useText } from '../../text/use-text.ts';

/** One other party of the dossier. */
export type Party = NonNullable<DossierDocument['parties']>[number];

const roles: readonly Party['role'][] = ['licensor', 'affiliate', 'technology-provider', 'assessor'];
const kinds: readonly Party['kind'][] = ['company', 'individual'];

interface PartyFieldsProps {
  readonly party: Party;
  /** From 0. */
  readonly place: number;
  readonly onChange: (party: Party) => void;
  readonly onLeave: () => void;
}

/** Role, kind and particulars of one party. */
export function PartyFields({ party, place, onChange, onLeave }: PartyFieldsProps) {
  const t = useText('companyForm');
  return (
    <div className="stack">
      <fieldset>
        <legend className="field-hint">{t('party.role')}</legend>
        <Radio.Group
          name={`party-role-${place}`}
          value={party.role}
          // Safe: the options are the roles.
          onChange={(event) => onChange({ ...party, role: event.target.value as Party['role'] })}
          options={roles.map((one) => ({ value: one, label: t(`party.role.${one}`) }))}
        />
      </fieldset>
      <fieldset>
        <legend className="field-hint">{t('party.kind')}</legend>
        <Radio.Group
          name={`party-kind-${place}`}
          value={party.kind}
          // Safe: the options are the kinds.
          onChange={(event) => onChange({ ...party, kind: event.target.value as Party['kind'] })}
          options={kinds.map((one) => ({ value: one, label: t(`party.kind.${one}`) }))}
        />
      </fieldset>
      {party.role === 'licensor' ? (
        <fieldset>
          <legend className="field-hint">{t('party.licenses')}</legend>
          <Checkbox.Group
            name={`party-licenses-${place}`}
            value={[...(party.licenses ?? [])]}
            onChange={(chosen) => {
              const { licenses: _, ...rest } = party;
              onChange(chosen.length === 0 ? rest : { ...rest, licenses: chosen });
            }}
            options={licensedRights.map((one) => ({ value: one, label: t(`party.licenses.${one}`) }))}
          />
        </fieldset>
      ) : null}
      {(['name', 'identifier', 'representative'] as const).map((key) => (
        <PartyText
          key={key}
          id={`field-parties.${place}.${key}`}
          label={t(`party.${key}`)}
          value={party[key] ?? ''}
          onChange={(text) => {
            const { [key]: _, ...rest } = party;
            onChange(text === '' ? rest : { ...rest, [key]: text });
          }}
          onLeave={onLeave}
        />
      ))}
    </div>
  );
}

interface PartyTextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
}

function PartyText({ id, label, value, onChange, onLeave }: PartyTextProps) {
  const { control } = useTextDraft(value, onChange, {
    tidy: (text) => text.trim(),
    onLeave,
  });
  return (
    <div>
      <label htmlFor={id} className="field-hint">
        {label}
      </label>
      <Input id={id} autoComplete="off" spellCheck={false} {...control} />
    </div>
  );
}
