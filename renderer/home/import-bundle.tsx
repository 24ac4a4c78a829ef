import { Button } from 'antd';
import { lazy, Suspense, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import { CallFailure } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PassphraseForm, wantsPassphrase } from '../components/passphrase-form.tsx';
import { useWork } from '../components/use-work.ts';
import { WorkProgress } from '../components/work-progress.tsx';
import { navigate } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import './import-bundle.css';

const ImportResult = lazy(async () => ({ default: (await import('./import-result.tsx')).ImportResult }));

/** Takes a bundle that was dropped elsewhere on the page. */
export interface BundleTaker {
  readonly take: (file: File) => void;
}

interface ImportBundleProps {
  readonly ref: Ref<BundleTaker>;
  /** A dossier was restored and not opened. */
  readonly onImported: () => void;
}

interface Given {
  readonly name: string;
  readonly grant: string;
}

/** Takes a bundle by drop or dialog and restores its dossier: asks for a passphrase where need be, and says what came back and what did not. */
export function ImportBundle({ ref, onImported }: ImportBundleProps) {
  const t = useText('bundle');
  const client = useClient();
  const work = useWork();
  const input = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const [restored, setRestored] = useState<MethodOutput<'dossiers.importBundle'> | null>(null);

  const open = (dossier: string): void => navigate({ page: 'dossier', dossier, step: 'category' });
  const restore = ({ grant }: Given, passphrase?: string): Promise<void> =>
    work.run(async (options) => {
      const secret = passphrase === undefined ? {} : { passphrase };
      const result = await client.call('dossiers.importBundle', { file: grant, ...secret }, options);
      setGiven(null);
      setRestored(result);
    });
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setRestored(null);
    setGiven(null);
    let found: Given | null = null;
    await work.run(async () => {
      found = { name: file.name, grant: await client.grantFile(file) };
      setGiven(found);
    });
    if (found !== null) await restore(found);
  };
  useImperativeHandle(ref, () => ({
    take(file) {
      if (work.progress === null) void take(file);
    },
  }));
  const asks = given !== null && wantsPassphrase(work.error);
  return (
    <section className="import-bundle" aria-label={t('importTitle')}>
      <input
        ref={input}
        className="drop-zone-input"
        type="file"
        accept=".zip,application/zip"
        tabIndex={-1}
        aria-label={t('importTitle')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className="row">
        <Button disabled={work.progress !== null} onClick={() => input.current?.click()}>
          {t('importBundle')}
        </Button>
        <span className="small soft">{t('importHint')}</span>
      </div>
      {work.progress === null ? null : (
        <WorkProgress
          progress={work.progress.label === '' ? { ...work.progress, label: t('importing') } : work.progress}
          onCancel={work.cancel}
        />
      )}
      {work.error === null || asks ? null : <FailureNotice error={work.error} />}
      {asks && work.progress === null ? (
        <PassphraseForm
          fileName={given.name}
          isWrong={work.error instanceof CallFailure && work.error.code === 'passphrase-wrong'}
          onGiven={(passphrase) => void restore(given, passphrase)}
        />
      ) : null}
      {restored === null ? null : (
        <Suspense fallback={null}>
          <ImportResult
            result={restored}
            onOpen={() => open(restored.dossier)}
            onClose={() => {
              setRestored(null);
              onImported();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
