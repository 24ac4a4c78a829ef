import { Button } from 'antd';
import { useState } from 'react';
import type { ComparedDossier, CompanyField } from '../../main/contract/kept-companies.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { Sheet } from '../form/sheet.tsx';
import { hrefOf } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { DifferencesTable } from './differences-table.tsx';
import type { DraftSaving } from './kept-draft.ts';

interface UsedInProps {
  readonly company: string;
  /** Compared again once what was typed is saved. */
  readonly saving: DraftSaving;
}

/** The dossiers of a kept company, and where each differs; what is ticked is written into it. */
export function UsedIn({ company, saving }: UsedInProps) {
  const t = useText('companies');
  const [count, setCount] = useState(0);
  const { data, error, reload } = useAnswer('companies.compare', saving === 'saved' ? { company } : null, [
    count,
  ]);
  return (
    <Sheet title={t('used.title')} lead={t('used.lead')}>
      {error === null ? null : <FailureNotice error={error} onRetry={reload} />}
      {data !== null && data.dossiers.length === 0 ? <p className="soft">{t('used.none')}</p> : null}
      {data === null || data.dossiers.length === 0 ? null : (
        <ul className="used-list">
          {data.dossiers.map((one) => (
            <UsedDossier
              key={one.dossier}
              company={company}
              compared={one}
              onApplied={() => setCount((before) => before + 1)}
            />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

interface UsedDossierProps {
  readonly company: string;
  readonly compared: ComparedDossier;
  readonly onApplied: () => void;
}

function UsedDossier({ company, compared, onApplied }: UsedDossierProps) {
  const t = useText('companies');
  const client = useClient();
  const { dossier, title, revision, isArchived, differences } = compared;
  const [chosen, setChosen] = useState<ReadonlySet<CompanyField>>(new Set());
  const [note, setNote] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const fields = differences.map(({ field }) => field).filter((field) => chosen.has(field));
  const apply = async (): Promise<void> => {
    setError(null);
    try {
      await client.call('companies.use', { dossier, baseRevision: revision, company, fields });
      setNote(t('used.applied', { title, count: fields.length }));
      setChosen(new Set());
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
    onApplied();
  };
  return (
    <li>
      <p className="row-between">
        <a className="break kept-name" href={hrefOf({ page: 'dossier', dossier, step: 'company' })}>
          {title}
        </a>
        <span className="small faint">
          {[
            ...(isArchived === true ? [t('used.archived')] : []),
            ...(differences.length === 0 ? [t('used.same')] : []),
          ].join(' · ')}
        </span>
      </p>
      <p className="small soft" role="status">
        {note}
      </p>
      {error === null ? null : <FailureNotice error={error} />}
      {differences.length === 0 ? null : (
        <>
          <DifferencesTable name={title} differences={differences} chosen={chosen} onChoose={setChosen} />
          <Button disabled={fields.length === 0} onClick={() => void apply()}>
            {t('used.apply', { count: fields.length })}
          </Button>
        </>
      )}
    </li>
  );
}
