import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { CallFailure } from '../client/call-error.ts';
import { useText } from '../text/use-text.ts';
import './passphrase-form.css';

/** Whether an error says that a file is encrypted and wants its passphrase, or another one. */
export const wantsPassphrase = (error: Error | null): boolean =>
  error instanceof CallFailure && (error.code === 'passphrase-needed' || error.code === 'passphrase-wrong');

interface PassphraseFormProps {
  readonly fileName: string;
  readonly isWrong: boolean;
  readonly onGiven: (passphrase: string) => void;
}

/** Asks for the passphrase of an encrypted file. */
export function PassphraseForm({ fileName, isWrong, onGiven }: PassphraseFormProps) {
  const t = useText('bundle');
  const [passphrase, setPassphrase] = useState('');
  const id = useId();
  return (
    <form
      className="passphrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onGiven(passphrase);
      }}
    >
      <label htmlFor={id}>{t('passphraseOf', { name: fileName })}</label>
      <div className="row">
        <Input.Password
          id={id}
          autoFocus
          autoComplete="off"
          value={passphrase}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          {...(isWrong ? { status: 'error' as const } : {})}
          onChange={({ target }) => setPassphrase(target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={passphrase === ''}>
          {t('passphraseOpen')}
        </Button>
      </div>
      {isWrong ? (
        <p id={`${id}-wrong`} className="small passphrase-wrong" role="alert">
          {t('passphraseWrong')}
        </p>
      ) : null}
    </form>
  );
}
