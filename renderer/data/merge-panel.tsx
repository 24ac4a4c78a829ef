import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { LibraryPlan, MergePick } from '../../main/contract/library.ts';
import { CallFailure } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';
import { DropZone } from '../components/drop-zone.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { WorkProgress } from '../components/work-progress.tsx';
import { useText } from '../text/use-text.ts';
import { MergeDialog } from './merge-dialog.tsx';

interface Given {
  readonly file: string;
  readonly name: string;
}

/** Takes a file that was handed over, shows what merging it would do, and merges it when everything is picked. */
export function MergePanel({ onMerged }: { readonly onMerged: () => void }) {
  const t = useText('data');
  const client = useClient();
  const id = useId();
  const work = useWork();
  const [given, setGiven] = useState<Given | null>(null);
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [plan, setPlan] = useState<LibraryPlan | null>(null);
  const [done, setDone] = useState<MethodOutput<'library.merge'> | null>(null);

  const secret = isLocked ? { passphrase } : {};
  const compare = ({ file, name }: Given, key: { readonly passphrase?: string }): Promise<void> =>
    work.run(async (options) => {
      setDone(null);
      try {
        setPlan(await client.call('library.plan', { file, ...key }, options));
      } catch (reason) {
        if (!(reason instanceof CallFailure) || reason.code !== 'passphrase-needed') throw reason;
        setLocked(true);
      }
      setGiven({ file, name });
    });
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    setLocked(false);
    setPassphrase('');
    setGiven(null);
    let grant = '';
    await work.run(async () => {
      grant = await client.grantFile(file);
    });
    if (grant !== '') await compare({ file: grant, name: file.name }, {});
  };
  const merge = (picks: Readonly<Record<string, MergePick>>): Promise<void> =>
    work.run(async (options) => {
      if (given === null || plan === null) return;
      const { file } = given;
      const merged = await client.call(
        'library.merge',
        { file, picks, token: plan.token, ...secret },
        options,
      );
      setPlan(null);
      setGiven(null);
      setLocked(false);
      setPassphrase('');
      setDone(merged);
      onMerged();
    });

  return (
    <section className="data-section" aria-labelledby="data-in">
      <h2 id="data-in">{t('in.title')}</h2>
      <p className="soft">{t('in.lead')}</p>
      <DropZone label={t('in.drop')} busy={work.progress !== null} onFiles={(files) => void take(files)} />
      {isLocked && given !== null ? (
        <form
          className="data-form data-card"
          onSubmit={(event) => {
            event.preventDefault();
            void compare(given, { passphrase });
          }}
        >
          <p className="break">{given.name}</p>
          <label htmlFor={`${id}-secret`}>{t('in.passphrase')}</label>
          <div className="row">
            <Input.Password
              id={`${id}-secret`}
              className="data-short"
              autoComplete="off"
              autoFocus
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
            <Button htmlType="submit" type="primary" disabled={passphrase === '' || work.progress !== null}>
              {t('in.open')}
            </Button>
          </div>
        </form>
      ) : null}
      {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
      {work.error === null || plan !== null ? null : <FailureNotice error={work.error} />}
      <p role="status">
        {done === null
          ? ''
          : t('in.done', {
              added: done.added,
              changed: done.changed,
              unchanged: done.unchanged,
              kept: done.kept,
              team: done.teamItems,
            })}
      </p>
      {plan === null || given === null ? null : (
        <MergeDialog
          key={plan.token}
          name={given.name}
          plan={plan}
          isBusy={work.progress !== null}
          error={work.error}
          onMerge={(picks) => void merge(picks)}
          onClose={() => {
            work.clear();
            setPlan(null);
          }}
        />
      )}
    </section>
  );
}
