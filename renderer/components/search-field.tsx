import { Input, type InputRef } from 'antd';
import { useId, useRef, type ReactNode } from 'react';
import { useShortcut } from '../shell/shortcut-stack.ts';
import './search-field.css';

interface SearchFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Told to screen readers: how many were found. */
  readonly found?: ReactNode;
}

/** A labelled search in a page's own list; Ctrl+F leads to it. */
export function SearchField({ label, hint, value, onChange, found }: SearchFieldProps) {
  const id = useId();
  const input = useRef<InputRef>(null);
  useShortcut('find', () => {
    input.current?.focus({ cursor: 'all' });
    input.current?.input?.scrollIntoView({ block: 'center' });
  });
  return (
    <div className="search-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Input
        ref={input}
        id={id}
        value={value}
        {...(hint === undefined ? {} : { placeholder: hint })}
        allowClear
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="visually-hidden" role="status">
        {value === '' ? '' : found}
      </p>
    </div>
  );
}
