import { Button, Input } from 'antd';
import { pathOf, valueAt } from '../client/field-path.ts';
import { useSession, useSessionState } from '../dossier/session-context.tsx';
import { useFieldRules } from '../dossier/field-rules-context.tsx';
import { useFieldTitle } from '../dossier/field-title.ts';
import { useText } from '../text/use-text.ts';
import { FieldCount } from './field-count.tsx';
import { FieldFrame, partsOfField } from './field-frame.tsx';
import { useFieldFindings } from './field-findings.ts';
import { useFieldNeed } from './field-need.ts';
import { useTextDraft } from './text-draft.ts';
import { useCleanPaste } from './use-clean-paste.ts';

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
  const pasting = useCleanPaste(rows === undefined);
  const rules = useFieldRules(field);
  const need = useFieldNeed(field);
  const findings = useFieldFindings([field], draft);
  const ids = partsOfField(field);
  const described = [...(hint === undefined ? [] : [ids.hint]), ids.findings].join(' ');
  const control = {
    id: ids.control,
    ...draft.control,
    onPaste: pasting.onPaste,
    autoComplete,
    inputMode,
    spellCheck: false,
    'aria-describedby': described,
    'aria-required': need === 'required',
    ...(findings.some((one) => one.level === 'error')
      ? { status: 'error' as const, 'aria-invalid': true }
      : {}),
  };
  const isLimited = (rules?.limits.length ?? 0) > 0;
  const count = isCounted || isLimited ? <FieldCount field={field} text={draft.control.value} /> : null;
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
      <div role="status">
        {pasting.note === null ? null : (
          <p className="field-pasted">
            {t('pasted', { what: pasting.note.changed.map((one) => t(`pasted.${one}`)).join(t('comma')) })}
            <Button
              size="small"
              type="link"
              onClick={() => {
                session.edit(pathOf(field), pasting.note?.asPasted ?? null);
                void session.flush();
                pasting.clear();
              }}
            >
              {t('pasted.undo')}
            </Button>
          </p>
        )}
      </div>
    </FieldFrame>
  );
}
