import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import { useText } from '../../text/use-text.ts';

/** How a bundle is exported. */
export interface ExportOptions {
  readonly isRedacted: boolean;
  readonly hasUnused: boolean;
  readonly isEncrypted: boolean;
  readonly passphrase: string;
  readonly repeated: string;
}

/** As exports are at first: whole and not encrypted. */
export const plainExport: ExportOptions = {
  isRedacted: false,
  hasUnused: true,
  isEncrypted: false,
  passphrase: '',
  repeated: '',
};

/** Whether an export may begin: the host judges the passphrase, the page only that it was typed twice. */
export const isReady = ({ isEncrypted, passphrase, repeated }: ExportOptions): boolean =>
  !isEncrypted || (passphrase !== '' && passphrase === repeated);

interface ExportOptionsFormProps {
  readonly options: ExportOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ExportOptions) => void;
}

/** Chooses what a bundle carries and whether it is encrypted. */
export function ExportOptionsForm({ options, disabled, onChange }: ExportOptionsFormProps) {
  const t = useText('bundle');
  const id = useId();
  const { isRedacted, hasUnused, isEncrypted, passphrase, repeated } = options;
  const differs = isEncrypted && repeated !== '' && repeated !== passphrase;
  return (
    <fieldset className="export-options" disabled={disabled}>
      <legend>{t('optionsTitle')}</legend>
      <div>
        <Checkbox
          checked={hasUnused && !isRedacted}
          disabled={disabled || isRedacted}
          aria-describedby={`${id}-unused`}
          onChange={({ target }) => onChange({ ...options, hasUnused: target.checked })}
        >
          {t('optionUnused')}
        </Checkbox>
        <p id={`${id}-unused`} className="small soft">
          {t('optionUnusedHint')}
        </p>
      </div>
      <div>
        <Checkbox
          checked={isRedacted}
          disabled={disabled}
          aria-describedby={`${id}-redacted`}
          onChange={({ target }) => onChange({ ...options, isRedacted: target.checked })}
        >
          {t('optionRedacted')}
        </Checkbox>
        <p id={`${id}-redacted`} className="small soft">
          {t('optionRedactedHint')}
        </p>
      </div>
      <div>
        <Checkbox
          checked={isEncrypted}
          disabled={disabled}
          aria-describedby={`${id}-encrypted`}
          onChange={({ target }) =>
            onChange({ ...options, isEncrypted: target.checked, passphrase: '', repeated: '' })
          }
        >
          {t('optionEncrypted')}
        </Checkbox>
        <p id={`${id}-encrypted`} className="small soft">
          {t('optionEncryptedHint')}
        </p>
        {isEncrypted ? (
          <div className="export-passphrase">
            <label htmlFor={`${id}-first`}>{t('passphrase')}</label>
            <Input.Password
              id={`${id}-first`}
              autoComplete="new-password"
              value={passphrase}
              aria-describedby={`${id}-rules`}
              onChange={({ target }) => onChange({ ...options, passphrase: target.value })}
            />
            <label htmlFor={`${id}-again`}>{t('passphraseAgain')}</label>
            <Input.Password
              id={`${id}-again`}
              autoComplete="new-password"
              value={repeated}
              aria-invalid={differs}
              aria-describedby={differs ? `${id}-differs` : undefined}
              {...(differs ? { status: 'error' as const } : {})}
              onChange={({ target }) => onChange({ ...options, repeated: target.value })}
            />
            <p id={`${id}-rules`} className="small soft">
              {t('passphraseRules')}
            </p>
            {differs ? (
              <p id={`${id}-differs`} className="small export-differs" role="alert">
                {t('passphraseDiffers')}
              </p>
            ) : null}
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}
