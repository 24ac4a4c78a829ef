import { Input } from 'antd';
import { pathOf, valueAt } from '../client/field-path.ts';
import { useSession, useSessionState } from '../dossier/session-context.tsx';
import { useFieldTitle } from '../dossier/field-title.ts';
import { useText } from '../text/use-text.ts';
import { countCharacters } from './count-characters.ts';
import { FieldFrame, partsOfField } from './field-frame.tsx';
import { useFieldFindings } from './field-findings.ts';
import { useFieldNeed } from './field-need.ts';
import { useTextDraft } from './text-draft.ts';

interface TextFieldProps {
  /** The dotted field of the dossier. */
  readonly field: string;
  readonly hint?: string;
  /** Rows of text; a single line without it. */
  readonly rows?: number;
  readonly isCounted?: boolean;
  readonly inputMode?: 'text' | 'tel' | 'url' | 'email' | 'numeric';
  readonly autoComplete?: string;
  /** The case of identifiers is settled on leaving. */
  readonly isUpperCase?: boolean;
}

/** A text of the dossier: saved while typing (never in mid-composition), judged when it is left. */
export function TextField(props: TextFieldProps) {
  const {
    field,
    hint,
    rows,
    isCounted = false,
    inputMode = 'text',
    autoComplete = 'off',
    isUpperCase = false,
  } = props;
  const t = useText('form');
  const session = useSession();
  const { data } = useSessionState();
  const titleOf = useFieldTitle();
  const saved = valueAt(data.document, pathOf(field));
  const draft = useTextDraft(
    typeof saved === 'string' ? saved : '',
    (text) => session.edit(pathOf(field), text === '' ? null : text),
    {
      tidy: (text) => (isUpperCase ? text.trim().toUpperCase() : text.trim()),
      onLeave: () => void session.flush(),
    },
  );
  const need = useFieldNeed(field);
  const findings = useFieldFindings([field], draft);
  const ids = partsOfField(field);
  const described = [...(hint === undefined ? [] : [ids.hint]), ids.findings].join(' ');
  const control = {
    id: ids.control,
    ...draft.control,
    autoComplete,
    inputMode,
    spellCheck: false,
    'aria-describedby': described,
    'aria-required': need === 'required',
    ...(findings.some((one) => one.level === 'error')
      ? { status: 'error' as const, 'aria-invalid': true }
      : {}),
  };
  const length = isCounted ? countCharacters(draft.control.value) : 0;
  const count = length === 0 ? null : <span className="field-count">{t('count', { count: length })}</span>;
  return (
    <FieldFrame
      field={field}
      label={titleOf(field)}
      need={need}
      hint={hint}
      findings={findings}
      aside={count}
    >
      {rows === undefined ? (
        <Input {...control} />
      ) : (
        <Input.TextArea {...control} autoSize={{ minRows: rows, maxRows: rows * 3 }} />
      )}
    </FieldFrame>
  );
}
