import { idTypes } from '../../../main/contract/dossier.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useText } from '../../text/use-text.ts';

interface PersonFieldsProps {
  /** `company.legalRepresentative` or `company.agent`. */
  readonly field: 'company.legalRepresentative' | 'company.agent';
}

/** Name and identity document of a person. */
export function PersonFields({ field }: PersonFieldsProps) {
  const t = useText('form');
  const fields = useText('fields');
  const words = useText('companyForm');
  return (
    <>
      <TextField field={`${field}.name`} />
      <ChoiceField
        field={`${field}.idType`}
        label={fields(`${field}.idType`)}
        options={idTypes.map((one) => ({ value: one, label: t(`idType.${one}`) }))}
      />
      <TextField field={`${field}.idNumber`} hint={words('person.idNumber.hint')} isUpperCase />
    </>
  );
}
