import { Button, Input } from 'antd';
import { useId, useState } from 'react';

interface AddByNameProps {
  readonly label: string;
  readonly hint?: string;
  readonly action: string;
  readonly onAdd: (name: string) => Promise<void>;
}

/** Begins a company or person with its name. */
export function AddByName({ label, hint, action, onAdd }: AddByNameProps) {
  const id = useId();
  const [name, setName] = useState('');
  return (
    <form
      className="add-by-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void onAdd(name.trim());
        else document.getElementById(id)?.focus();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <Input
          id={id}
          className="grow"
          value={name}
          placeholder={hint}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit">{action}</Button>
      </div>
    </form>
  );
}
