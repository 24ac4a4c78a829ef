import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { DateField } from '../../form/date-field.tsx';
import { useText } from '../../text/use-text.ts';

/** Who confirms, on which day, with what remark. */
export interface Confirmation {
  readonly by: string;
  readonly on: string;
  readonly note?: string;
}

interface ConfirmBarProps {
  /** How many statements are chosen. */
  readonly count: number;
  /** Whether it stays at the foot of the window beside the statements. */
  readonly isBeside: boolean;
  readonly onConfirm: (confirmation: Confirmation) => void;
}

const barId = 'confirm-bar';

/** How much of the window's foot the bar takes for itself, in px; 0 where there is none or it stands below the statements. */
export function confirmBarHeightPx(): number {
  const bar = document.getElementById(barId);
  return bar !== null && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
}

/** Name, date and remark for the chosen statements; says what is missing before it confirms. */
export function ConfirmBar({ count, isBeside, onConfirm }: ConfirmBarProps) {
  const t = useText('review');
  const about = useAnswer('app.about', {});
  const { data } = useSessionState();
  const id = useId();
  const [name, setName] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [wasTried, setTried] = useState(false);
  const today = about.data?.today ?? '';
  const on = date ?? today;
  const { agent, legalRepresentative } = data.document.company ?? {};
  const known = [agent?.name, legalRepresentative?.name].filter((one) => one !== undefined && one !== '');
  const fault =
    count === 0
      ? t('selectFirst')
      : name.trim() === ''
        ? t('nameMissing')
        : on === ''
          ? t('dateMissing')
          : today !== '' && on > today
            ? t('dateFuture')
            : null;

  const confirm = (): void => {
    setTried(true);
    if (fault !== null) return;
    const remark = note.trim();
    onConfirm({ by: name.trim(), on, ...(remark === '' ? {} : { note: remark }) });
    setTried(false);
    setNote('');
  };

  return (
    <form
      id={barId}
      className={isBeside ? 'confirm-bar confirm-bar-beside' : 'confirm-bar'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <div className="confirm-field">
        <label htmlFor={`${id}-name`}>{t('name')}</label>
        <Input
          id={`${id}-name`}
          value={name}
          autoComplete="off"
          list={`${id}-known`}
          aria-invalid={wasTried && count > 0 && name.trim() === ''}
          onChange={(event) => setName(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <div className="confirm-field">
        <label htmlFor={`${id}-date`}>{t('date')}</label>
        <DateField id={`${id}-date`} value={on} onChange={setDate} />
      </div>
      <div className="confirm-field confirm-note">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <Input
          id={`${id}-note`}
          value={note}
          placeholder={t('notePlaceholder')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="confirm-action">
        <span className="small soft">{t('selected', { count })}</span>
        <Button type="primary" htmlType="submit">
          {t('confirm')}
        </Button>
      </div>
      <p className="confirm-fault small" role="alert">
        {wasTried && fault !== null ? fault : ''}
      </p>
    </form>
  );
}
