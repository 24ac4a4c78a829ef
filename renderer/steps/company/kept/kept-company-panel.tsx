import { Button } from 'antd';
import { useState } from 'react';
import type { CompanyField } from '../../../../main/contract/kept-companies.ts';
import { useKeptAnswer } from '../../../companies/use-kept-answer.ts';
import { DifferencesTable } from '../../../companies/differences-table.tsx';
import '../../../companies/companies.css';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useUndoNotice } from '../../../components/undo-notice.tsx';
import { pathOf, valueAt } from '../../../client/field-path.ts';
import { useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { useAnswer } from '../../../dossier/use-answer.ts';
import { Sheet } from '../../../form/sheet.tsx';
import { useText } from '../../../text/use-text.ts';
import { keptAs } from './kept-as.ts';

/** The company step's way to the kept companies: use one, see where it differs, keep this one. Nothing is overwritten but what is ticked. */
export function KeptCompanyPanel() {
  const t = useText('companies');
  const session = useSession();
  const { data } = useSessionState();
  const tellUndo = useUndoNotice();
  const [count, setCount] = useState(0);
  const [picked, setPicked] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<CompanyField>>(new Set());
  const [error, setError] = useState<Error | null>(null);
  const [note, setNote] = useState('');
  const list = useKeptAnswer('companies.list', count);
  const companies = list.data?.companies ?? [];
  const shown = data.document.company ?? {};
  const company = picked ?? keptAs(companies, shown);
  const { data: compared } = useAnswer(
    'companies.compare',
    company === null ? null : { company, dossier: session.id },
    [count],
  );
  const differences = company === null ? [] : (compared?.dossiers[0]?.differences ?? []);
  const empty = differences.filter(({ there }) => there === null).map(({ field }) => field);
  const contested = differences.filter(({ there }) => there !== null);
  const ticked = contested.map(({ field }) => field).filter((field) => chosen.has(field));
  const name = companies.find((one) => one.company === company)?.name ?? '';

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    setNote('');
    try {
      await work();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
    setCount((before) => before + 1);
  };
  const use = (fields: readonly CompanyField[], told: 'panel.filled' | 'panel.taken') =>
    attempt(async () => {
      if (company === null) return;
      await session.flush();
      const { document: before, revision } = session.getState().data;
      const dossier = session.id;
      await session.perform('companies.use', {
        dossier,
        baseRevision: revision,
        company,
        fields: [...fields],
      });
      setChosen(new Set());
      tellUndo({
        message: t(told, { count: fields.length }),
        undo: () => {
          for (const field of fields) {
            const path = pathOf(`company.${field}`);
            session.edit(path, valueAt(before, path) ?? null);
          }
          setCount((value) => value + 1);
          return session.flush();
        },
      });
    });
  const update = () =>
    attempt(async () => {
      if (company === null || compared === null) return;
      await session.flush();
      const { revision } = compared;
      await session.client.call('companies.keep', {
        dossier: session.id,
        into: { company, baseRevision: revision, fields: [...ticked] },
      });
      setChosen(new Set());
      setNote(t('panel.updated', { name }));
    });
  const keep = () =>
    attempt(async () => {
      await session.flush();
      const kept = await session.client.call('companies.keep', { dossier: session.id });
      setPicked(kept.company);
      setNote(t('panel.kept', { name: kept.details.name ?? '' }));
    });

  const problem = error ?? list.error;
  const hasName = (shown.name ?? '').trim() !== '';
  const isOther = keptAs(companies, shown) === null;
  return (
    <Sheet title={t('panel.title')} lead={t('panel.lead')}>
      {companies.length === 0 ? null : (
        <label className="kept-choice">
          <span>{t('panel.choose')}</span>
          <select
            value={company ?? ''}
            onChange={({ target }) => {
              setPicked(target.value === '' ? null : target.value);
              setChosen(new Set());
            }}
          >
            <option value="">{t('panel.chooseHint')}</option>
            {companies.map((one) => (
              <option key={one.company} value={one.company}>
                {one.name === '' ? t('company.unnamed') : one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="small soft kept-note" role="status">
        {note !== ''
          ? note
          : company !== null && compared?.dossiers.length === 1 && differences.length === 0
            ? t('panel.same', { name })
            : ''}
      </p>
      {problem === null ? null : <FailureNotice error={problem} />}
      {empty.length === 0 ? null : (
        <div>
          <Button onClick={() => void use(empty, 'panel.filled')}>
            {t('panel.fill', { count: empty.length })}
          </Button>
        </div>
      )}
      {contested.length === 0 ? null : (
        <>
          <p>{t('panel.differ', { count: contested.length })}</p>
          <DifferencesTable name={name} differences={contested} chosen={chosen} onChoose={setChosen} />
          <div className="row">
            <Button disabled={ticked.length === 0} onClick={() => void use(ticked, 'panel.taken')}>
              {t('panel.take', { count: ticked.length })}
            </Button>
            <Button disabled={ticked.length === 0} onClick={() => void update()}>
              {t('panel.update', { count: ticked.length })}
            </Button>
          </div>
        </>
      )}
      <div className="row">
        {hasName && isOther && list.data !== null ? (
          <Button onClick={() => void keep()}>{t('panel.keep')}</Button>
        ) : null}
        {hasName || companies.length > 0 ? null : <span className="soft">{t('panel.nothing')}</span>}
        <a href="#/companies">{t('panel.all')}</a>
      </div>
    </Sheet>
  );
}
