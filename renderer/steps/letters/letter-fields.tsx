import { Input } from 'antd';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
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
  const draft = useTextDraft(
    data.document.letters?.[letter]?.fields?.[id] ?? '',
    (text) => session.edit(path, text === '' ? null : text),
    { tidy: (text) => text.trim(), onLeave: () => void session.flush() },
  );
  const name = path.join('.');
  const ids = partsOfField(name);
  const control = {
    id: ids.control,
    ...draft.control,
    autoComplete: 'off',
    'aria-describedby': [...(hint === undefined ? [] : [ids.hint]), ids.findings].join(' '),
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
        <Input {...control} type="date" className="letter-date" />
      ) : (
        <Input {...control} spellCheck={false} />
      )}
    </FieldFrame>
  );
}
