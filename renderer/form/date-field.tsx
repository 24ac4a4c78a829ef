import generatePicker from 'antd/es/date-picker/generatePicker';
import enGB from 'antd/es/date-picker/locale/en_GB';
import zhCN from 'antd/es/date-picker/locale/zh_CN';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage } from '../shell/language-context.tsx';
import { useText } from '../text/use-text.ts';
import { dayCalendar, dayOfIso, fieldFormats, isoOfDay, readDay } from './day-calendar.ts';
import './date-field.css';

const DatePicker = generatePicker(dayCalendar);
// The buttons of the calendar's head are named by what they show, year and month.
const named = { yearSelect: '', monthSelect: '' };
const locales = {
  zh: { ...zhCN, lang: { ...zhCN.lang, ...named } },
  en: { ...enGB, lang: { ...enGB.lang, ...named } },
};

/** Takes the calendar out of the way of Tab, which leads on to the next field: the keys that move in it are the field's own. */
function outOfTheWay(popup: HTMLElement | null): void {
  popup?.querySelector('.ant-picker-panel')?.setAttribute('tabindex', '-1');
}

const calendarPanel = (panel: ReactNode) => <div ref={outOfTheWay}>{panel}</div>;

interface DateFieldProps {
  readonly id?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The last day that can be chosen, `YYYY-MM-DD`. */
  readonly max?: string;
  /** Its name, where no label stands beside it. */
  readonly label?: string;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
  readonly describedBy?: string;
  readonly onFocus?: () => void;
  /** Called when it is left, after what was typed is taken. */
  readonly onLeave?: () => void;
}

/**
 * A day, typed as people write days or picked from a calendar, in the app's language whatever the browser's is; the arrow keys go by
 * days, Page Up and Page Down by months, and Alt with the down arrow opens the calendar. What is no day is left standing and said, and changes nothing.
 */
export function DateField(props: DateFieldProps) {
  const { id, value, onChange, max, label, isInvalid = false, isRequired = false } = props;
  const t = useText('form');
  const { language } = useLanguage();
  const faultId = useId();
  const [isOpen, setOpen] = useState(false);
  /** Who types needs no calendar: it comes by mouse or by Alt and the down arrow. */
  const isTyping = useRef(false);
  const [refused, setRefused] = useState<string | null>(null);
  const last = max === undefined ? null : dayOfIso(max);
  const described = [props.describedBy, refused === null ? undefined : faultId].filter(
    (one) => one !== undefined,
  );
  const leave = (typed: string): void => {
    const text = typed.trim();
    const day = readDay(text);
    const fits = day !== null && (last === null || !dayCalendar.isAfter(day, last));
    setRefused(text === '' || fits ? null : text);
    if (text === '' && value !== '') onChange('');
    if (day !== null && fits && isoOfDay(day) !== value) onChange(isoOfDay(day));
    props.onLeave?.();
  };
  /** A day that is written out whole is taken at once; what may still grow, like 2026-1-1, when the field is left. */
  const follow = (typed: string): void => {
    const day = readDay(typed);
    if (day === null || (last !== null && dayCalendar.isAfter(day, last))) return;
    if (dayCalendar.locale.format(language, day, fieldFormats[language]) !== typed) return;
    setRefused(null);
    if (isoOfDay(day) !== value) onChange(isoOfDay(day));
  };
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event;
    if (key === 'Enter' && target instanceof HTMLInputElement) {
      // Enter is the form's, as in every field; what was typed is taken before.
      isTyping.current = true;
      leave(target.value);
      return;
    }
    if (key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setOpen(true);
      return;
    }
    const from = target instanceof HTMLInputElement ? readDay(target.value) : null;
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const to =
      key === 'ArrowUp'
        ? dayCalendar.addDate(from, 1)
        : key === 'ArrowDown'
          ? dayCalendar.addDate(from, -1)
          : key === 'PageUp'
            ? dayCalendar.addMonth(from, 1)
            : key === 'PageDown'
              ? dayCalendar.addMonth(from, -1)
              : null;
    if (to === null || (last !== null && dayCalendar.isAfter(to, last))) return;
    event.preventDefault();
    setRefused(null);
    onChange(isoOfDay(to));
  };
  return (
    <span
      className="date-field"
      onMouseDownCapture={() => {
        isTyping.current = false;
      }}
      onInput={({ target }) => {
        isTyping.current = true;
        setOpen(false);
        if (target instanceof HTMLInputElement) follow(target.value);
      }}
    >
      <DatePicker
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') })}
        {...(isInvalid || refused !== null ? { status: 'error' as const, 'aria-invalid': true } : {})}
        {...(last === null ? {} : { maxDate: last })}
        {...(props.onFocus === undefined ? {} : { onFocus: props.onFocus })}
        aria-required={isRequired}
        value={dayOfIso(value)}
        locale={locales[language]}
        format={fieldFormats[language]}
        getPopupContainer={(field) => field.parentElement ?? document.body}
        placeholder={t('date.placeholder')}
        allowClear={false}
        preserveInvalidOnBlur
        panelRender={calendarPanel}
        autoComplete="off"
        open={isOpen}
        onOpenChange={(next) => setOpen(next && !isTyping.current)}
        onKeyDown={step}
        onChange={(day) => {
          setRefused(null);
          onChange(day === null ? '' : isoOfDay(day));
        }}
        onBlur={({ target }) => {
          if (target instanceof HTMLInputElement) leave(target.value);
        }}
      />
      <span id={faultId} className="small date-fault" role="alert">
        {refused === null
          ? ''
          : readDay(refused) === null || max === undefined
            ? t('date.unread', { text: refused })
            : t('date.tooLate', { text: refused, max })}
      </span>
    </span>
  );
}
