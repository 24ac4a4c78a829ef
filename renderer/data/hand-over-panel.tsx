import { Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { WorkProgress } from '../components/work-progress.tsx';
import { byteSize } from '../steps/files/byte-size.ts';
import { useText } from '../text/use-text.ts';

/** Writes dossiers, and what the team shares, to one file for a colleague. */
export function HandOverPanel({ dossiers }: { readonly dossiers: readonly DossierSummary[] }) {
  const t = useText('data');
  const client = useClient();
  const id = useId();
  const work = useWork();
  const [isAll, setAll] = useState(true);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [withTeam, setWithTeam] = useState(true);
  const [keptChosen, setKeptChosen] = useState<boolean | null>(null);
  const withKept = keptChosen ?? isAll;
  const [by, setBy] = useState('');
  const [isPlain, setPlain] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [done, setDone] = useState<MethodOutput<'library.export'> | null>(null);
  const isDifferent = !isPlain && again !== '' && passphrase !== again;
  const isReady =
    dossiers.length > 0 &&
    (isAll || chosen.length > 0) &&
    (isPlain || (passphrase !== '' && passphrase === again));

  const write = (): Promise<void> =>
    work.run(async (options) => {
      setDone(null);
      const target = await client.bridge.chooseTarget('交接.yinqi');
      if (target === null && client.bridge.kind === 'electron') return;
      const result = await client.call(
        'library.export',
        {
          withTeam,
          withKept,
          by,
          plain: isPlain,
          ...(isAll ? {} : { dossiers: [...chosen] }),
          ...(isPlain ? {} : { passphrase }),
          ...(target === null ? {} : { target: target.grant }),
        },
        options,
      );
      const { artifact, fileName } = result;
      if (artifact !== undefined && !(await client.bridge.saveArtifact(artifact, fileName)).saved) return;
      setPassphrase('');
      setAgain('');
      setDone(result);
    });

  return (
    <section className="data-section" aria-labelledby="data-out">
      <h2 id="data-out">{t('out.title')}</h2>
      <p className="soft">{t('out.lead')}</p>
      <div className="data-form data-card">
        <fieldset>
          <legend>{t('out.which')}</legend>
          <Radio.Group
            className="data-radios"
            name={`${id}-which`}
            value={isAll}
            onChange={({ target }) => setAll(target.value === true)}
            options={[
              { value: true, label: t('out.all', { count: dossiers.length }) },
              { value: false, label: t('out.some') },
            ]}
          />
          {isAll ? null : (
            <div className="data-choices">
              {dossiers.map(({ dossier, title, company }) => (
                <Checkbox
                  key={dossier}
                  checked={chosen.includes(dossier)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, dossier] : chosen.filter((one) => one !== dossier))
                  }
                >
                  {company === '' ? title : `${title} · ${company}`}
                </Checkbox>
              ))}
            </div>
          )}
        </fieldset>
        <Checkbox checked={withTeam} onChange={({ target }) => setWithTeam(target.checked)}>
          {t('out.team')}
        </Checkbox>
        <Checkbox checked={withKept} onChange={({ target }) => setKeptChosen(target.checked)}>
          {t('out.kept')}
        </Checkbox>
        <label htmlFor={`${id}-by`}>{t('out.by')}</label>
        <Input
          id={`${id}-by`}
          className="data-short"
          maxLength={100}
          autoComplete="name"
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <fieldset>
          <legend>{t('out.secret')}</legend>
          <Radio.Group
            className="data-radios"
            name={`${id}-secret`}
            value={isPlain}
            onChange={({ target }) => setPlain(target.value === true)}
            options={[
              { value: false, label: t('out.encrypt') },
              { value: true, label: t('out.plain') },
            ]}
          />
        </fieldset>
        {isPlain ? (
          <p className="data-warning">{t('out.warn')}</p>
        ) : (
          <>
            <label htmlFor={`${id}-secret-1`}>{t('out.passphrase')}</label>
            <Input.Password
              id={`${id}-secret-1`}
              className="data-short"
              autoComplete="new-password"
              aria-describedby={`${id}-hint`}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
            <p id={`${id}-hint`} className="small soft">
              {t('out.hint')}
            </p>
            <label htmlFor={`${id}-secret-2`}>{t('out.again')}</label>
            <Input.Password
              id={`${id}-secret-2`}
              className="data-short"
              autoComplete="new-password"
              status={isDifferent ? 'error' : ''}
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
            {isDifferent ? (
              <p className="data-fault" role="alert">
                {t('out.differ')}
              </p>
            ) : null}
          </>
        )}
        <div className="row">
          <Button type="primary" disabled={!isReady || work.progress !== null} onClick={() => void write()}>
            {t('out.do')}
          </Button>
        </div>
        {work.progress === null ? null : <WorkProgress progress={work.progress} onCancel={work.cancel} />}
        {work.error === null ? null : <FailureNotice error={work.error} />}
        <div role="status">
          {done === null ? null : (
            <>
              <p className="break">
                {t('out.done', {
                  name: done.fileName,
                  dossiers: done.dossiers,
                  files: done.files,
                  kept: done.kept,
                  team: done.teamFiles,
                  size: byteSize(done.sizeBytes),
                })}
              </p>
              <p>{t(done.isEncrypted ? 'out.doneSecret' : 'out.donePlain')}</p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
