import { Button } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { FormPlacement } from '../../main/contract/forms.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { useText } from '../text/use-text.ts';

interface FormTrialsProps {
  readonly letter: string;
  readonly version: number;
  readonly placement: FormPlacement;
  readonly isReady: boolean;
  readonly onShow: (field: string) => void;
}

/** Tries the places with the sample, the longest and the shortest data, and names what does not fit. */
export function FormTrials({ letter, version, placement, isReady, onShow }: FormTrialsProps) {
  const t = useText('forms');
  const client = useClient();
  const [check, setCheck] = useState<MethodOutput<'forms.check'> | null>(null);
  const work = useWork();
  const run = (): Promise<void> =>
    work.run(async ({ signal }) => {
      setCheck(await client.call('forms.check', { letter, version, placement }, { signal }));
    });
  return (
    <section className="form-trials" aria-label={t('trial.title')}>
      <Button disabled={!isReady || work.progress !== null} onClick={() => void run()}>
        {t('trial.run')}
      </Button>
      {work.error === null ? null : <FailureNotice error={work.error} />}
      <div role="status">
        {check?.faults.map(({ message, hint }) => (
          <p key={message} className="small letter-fault">
            {message} {hint}
          </p>
        ))}
        {check?.trials.map(({ data, fits, misfits, unprintable }) => (
          <div key={data} className="small">
            <p className={fits ? 'template-sound' : 'letter-fault'}>
              {t(fits ? 'trial.fits' : 'trial.misfits', { data: t(`showing.${data}`) })}
            </p>
            <ul>
              {misfits.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  <button type="button" className="link-button" onClick={() => onShow(field)}>
                    {field}
                  </button>{' '}
                  {message}
                </li>
              ))}
              {unprintable.length === 0 ? null : (
                <li>{t('trial.unprintable', { all: unprintable.join(' ') })}</li>
              )}
            </ul>
          </div>
        ))}
        {check?.remarks.map((remark) => (
          <p key={remark} className="small soft">
            {remark}
          </p>
        ))}
      </div>
    </section>
  );
}
