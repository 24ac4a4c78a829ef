import { Input } from 'antd';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldFrame, partsOfField } from '../../form/field-frame.tsx';
import { useTextDraft } from '../../form/text-draft.ts';
import { useText } from '../../text/use-text.ts';

/** What is typed into one letter besides its dates, each under its own label. */
export function LetterFields({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('letters');
  if (letter.fields.length === 0) return null;
  return (
    <section className="stack" aria-label={`${letter.title} · ${t('fieldsTitle')}`}>
      {letter.fields.map((field) => (
        <LetterField key={field.id} letter={letter.letter} field={field} />
      ))}
    </section>
  );
}

interface LetterFieldProps {
  readonly letter: string;
  readonly field: LetterSummary['fields'][number];
}

function LetterField({ letter, field }: LetterFieldProps) {
  const { id, title, kind, required, hint } = field;
  const session = useSession();
  const { data } = useSessionState();
  const path = ['letters', letter, 'fields', id];
  const saved = data.document.letters?.[letter]?.fields?.[id] ?? '';
  const save = (text: string): void => session.edit(path, text === '' ? null : text);
  const draft = useTextDraft(saved, save, {
    tidy: (text) => text.trim(),
    onLeave: () => void session.flush(),
  });
  const name = path.join('.');
  const ids = partsOfField(name);
  const describedBy = [...(hint === undefined ? [] : [ids.hint]), ids.findings].join(' ');
  const control = {
    id: ids.control,
    ...draft.control,
    autoComplete: 'off',
    'aria-describedby': describedBy,
    'aria-required': required,
  };
  return (
    <FieldFrame
      field={name}
      label={title}
      need={required ? 'required' : 'optional'}
      hint={hint}
      findings={[]}
    >
      {kind === 'long-text' ? (
        <Input.TextArea {...control} spellCheck={false} autoSize={{ minRows: 2, maxRows: 10 }} />
      ) : kind === 'date' ? (
        <DateField
          id={ids.control}
          value={saved}
          isRequired={required}
          describedBy={describedBy}
          onChange={save}
          onLeave={() => void session.flush()}
        />
      ) : (
        <Input {...control} spellCheck={false} />
      )}
    </FieldFrame>
  );
}
