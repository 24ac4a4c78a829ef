import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { WordBox } from '../../../main/contract/letter-preview.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { valueAt } from '../../client/field-path.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { DateField } from '../../form/date-field.tsx';
import { useTextDraft } from '../../form/text-draft.ts';
import { useText } from '../../text/use-text.ts';
import { fieldsOnPages, typingOf, type PrintedField } from './printed-fields.ts';

/** The id of a field's control beside the preview; the same field may have another on the page below. */
export const previewFieldId = (field: string): string => `preview-field-${field}`;

interface PreviewFieldsProps {
  readonly letter: LetterSummary;
  readonly words: readonly WordBox[];
  readonly active: string | null;
  readonly onActive: (field: string) => void;
  /** Called before a link leads away. */
  readonly onLeave: () => void;
}

/** Everything that was filled in, in the order in which it is read; what is text can be corrected on the spot. */
export function PreviewFields({ letter, words, active, onActive, onLeave }: PreviewFieldsProps) {
  const t = useText('letterDesk');
  const fields = fieldsOnPages(words);
  return (
    <section aria-labelledby="preview-fields">
      <h3 id="preview-fields">{t('fields.title')}</h3>
      <p className="small soft">{t('fields.lead')}</p>
      <ul className="preview-fields">
        {fields.map((one) => (
          <li key={one.field} className={one.field === active ? 'preview-field-active' : undefined}>
            <PreviewField printed={one} letter={letter} onActive={onActive} onLeave={onLeave} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PreviewFieldProps {
  readonly printed: PrintedField;
  readonly letter: LetterSummary;
  readonly onActive: (field: string) => void;
  readonly onLeave: () => void;
}

function PreviewField({ printed, letter, onActive, onLeave }: PreviewFieldProps) {
  const { field, title, pages } = printed;
  const t = useText('letterDesk');
  const session = useSession();
  const { data } = useSessionState();
  const typing = typingOf(field, letter);
  const path = typing?.path ?? [];
  const saved = typing === null ? '' : valueAt(data.document, path);
  const text = typeof saved === 'string' ? saved : '';
  const save = (next: string): void => session.edit(path, next === '' ? null : next);
  const draft = useTextDraft(text, save, {
    tidy: (typed) => typed.trim(),
    onLeave: () => void session.flush(),
  });
  const id = previewFieldId(field);
  const where = t('fields.pages', { pages: pages.map((page) => page + 1).join(', ') });
  const onFocus = (): void => {
    draft.control.onFocus();
    onActive(field);
  };
  if (typing === null) {
    return (
      <a id={id} href={hrefForField(session.id, field)} onFocus={() => onActive(field)} onClick={onLeave}>
        {title} <span className="small faint">{where}</span>
      </a>
    );
  }
  const control = { id, ...draft.control, onFocus, autoComplete: 'off', spellCheck: false };
  return (
    <>
      <label htmlFor={id}>
        {title} <span className="small faint">{where}</span>
      </label>
      {typing.kind === 'date' ? (
        <DateField
          id={id}
          value={text}
          onChange={save}
          onFocus={() => onActive(field)}
          onLeave={() => void session.flush()}
        />
      ) : (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 1, maxRows: 6 }}
          {...(typing.kind === 'long-text' ? {} : { onKeyDown: refuseLineEnd })}
        />
      )}
    </>
  );
}

/** Most fields are single lines however they wrap here; an input method's Enter goes through. */
function refuseLineEnd(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
}
