import { Radio } from 'antd';
import { pathOf, valueAt } from '../client/field-path.ts';
import { useSession, useSessionState } from '../dossier/session-context.tsx';
import { FieldFrame } from './field-frame.tsx';
import { useFieldFindings } from './field-findings.ts';
import { useFieldNeed } from './field-need.ts';

interface ChoiceFieldProps {
  readonly field: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const atRest = { isFocused: false, isChanged: false };

/** One of a few values of the dossier. */
export function ChoiceField({ field, label, options }: ChoiceFieldProps) {
  const session = useSession();
  const { data } = useSessionState();
  const saved = valueAt(data.document, pathOf(field));
  const need = useFieldNeed(field);
  const findings = useFieldFindings([field], atRest);
  return (
    <FieldFrame field={field} label={label} need={need} findings={findings} isGroup>
      <Radio.Group
        name={field}
        value={saved}
        onChange={(event) => {
          session.edit(pathOf(field), String(event.target.value));
          void session.flush();
        }}
        options={[...options]}
      />
    </FieldFrame>
  );
}
