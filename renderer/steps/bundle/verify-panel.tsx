import { useRef, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import type { Verification } from '../../../main/contract/bundle.ts';
import { CallCancelled, CallFailure } from '../../client/call-error.ts';
import { useClient } from '../../client/client-context.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PassphraseForm, wantsPassphrase } from '../../components/passphrase-form.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useText } from '../../text/use-text.ts';
import { VerificationView } from './verification-view.tsx';

/** Takes a bundle exported earlier and shows whether it is whole and unchanged. */
export function VerifyPanel() {
  const t = useText('bundle');
  const client = useClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [verified, setVerified] = useState<{
    readonly name: string;
    readonly verification: Verification;
  } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);

  const [asked, setAsked] = useState<{ readonly name: string; readonly grant: string } | null>(null);

  const verify = async (
    file: { readonly name: string },
    grantOf: () => Promise<string>,
    passphrase?: string,
  ): Promise<void> => {
    // The file that was dropped last is the one that is meant.
    running.current?.abort();
    const call = new AbortController();
    running.current = call;
    setVerified(null);
    setError(null);
    setProgress({ done: 0, total: 0, label: file.name });
    try {
      const grant = await grantOf();
      setAsked({ name: file.name, grant });
      const secret = passphrase === undefined ? {} : { passphrase };
      const options = { signal: call.signal, onProgress: setProgress };
      setVerified({
        name: file.name,
        verification: await client.call('bundle.verify', { file: grant, ...secret }, options),
      });
    } catch (reason) {
      if (!(reason instanceof CallCancelled))
        setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      if (running.current === call) {
        running.current = null;
        setProgress(null);
      }
    }
  };

  const asks = asked !== null && wantsPassphrase(error);
  return (
    <section className="bundle-section" aria-labelledby="bundle-verify">
      <h2 id="bundle-verify">{t('verifyTitle')}</h2>
      <p className="soft">{t('verifyLead')}</p>
      <DropZone
        label={t('verifyDrop')}
        hint={t('verifyHint')}
        busy={progress !== null}
        onFiles={([file]) => {
          if (file !== undefined) void verify(file, () => client.grantFile(file));
        }}
      />
      {progress === null ? null : (
        <WorkProgress progress={progress} onCancel={() => running.current?.abort()} />
      )}
      {error === null || asks ? null : <FailureNotice error={error} />}
      {asks ? (
        <PassphraseForm
          key={asked.grant}
          fileName={asked.name}
          isWrong={error instanceof CallFailure && error.code === 'passphrase-wrong'}
          onGiven={(passphrase) => void verify(asked, () => Promise.resolve(asked.grant), passphrase)}
        />
      ) : null}
      {verified === null ? null : (
        <div role="status">
          <p className="break">{t('verifiedFile', { name: verified.name })}</p>
          <VerificationView verification={verified.verification} />
          {verified.verification.fingerprint === undefined ? null : (
            <p className="small break">{t('fingerprintIs', { value: verified.verification.fingerprint })}</p>
          )}
        </div>
      )}
    </section>
  );
}
