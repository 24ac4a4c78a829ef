import { useState } from 'react';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { Sheet } from '../form/sheet.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { hrefOf, navigate } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { AddByName } from './add-by-name.tsx';
import { findCompanies } from './find-companies.ts';
import { startDossier } from './start-dossier.ts';
import './companies.css';

/** Companies and people that are kept for all dossiers, and the ways to another one. */
export function CompaniesPage() {
  const t = useText('companies');
  const client = useClient();
  const tellUndo = useUndoNotice();
  const companies = useAnswer('companies.list', {});
  const people = useAnswer('people.list', {});
  const [query, setQuery] = useState('');
  const [error, setError] = useState<Error | null>(null);
  usePageTitle(t('title'));

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  const addCompany = (name: string) =>
    attempt(async () => {
      const { company } = await client.call('companies.save', { details: { name } });
      navigate({ page: 'companies', company });
    });
  const addPerson = (name: string) =>
    attempt(async () => {
      const { person } = await client.call('people.save', { details: { name } });
      navigate({ page: 'people', person });
    });
  const removeCompany = (company: string, name: string) =>
    attempt(async () => {
      await client.call('companies.remove', { company });
      companies.reload();
      tellUndo({
        message: t('removed', { name }),
        undo: async () => {
          await client.call('companies.restore', { company });
          companies.reload();
        },
      });
    });
  const removePerson = (person: string, name: string) =>
    attempt(async () => {
      await client.call('people.remove', { person });
      people.reload();
      tellUndo({
        message: t('removed', { name }),
        undo: async () => {
          await client.call('people.restore', { person });
          people.reload();
        },
      });
    });
  const start = (company: string) =>
    attempt(async () => {
      const dossier = await startDossier(client, company);
      if (dossier !== null) navigate({ page: 'dossier', dossier, step: 'category' });
    });

  const kept = companies.data?.companies ?? null;
  const shown = findCompanies(kept ?? [], query);
  const persons = people.data?.people ?? null;
  const problem = error ?? companies.error ?? people.error;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {problem === null ? null : (
        <div className="companies-problem">
          <FailureNotice error={problem} />
        </div>
      )}
      <div className="form-sections">
        <Sheet title={t('companies.title')}>
          {kept !== null && kept.length > 0 ? (
            <label className="companies-search">
              <span className="visually-hidden">{t('companies.search')}</span>
              <input
                type="search"
                value={query}
                placeholder={t('companies.searchHint')}
                onChange={(event) => setQuery(event.target.value)}
              />
            </label>
          ) : null}
          {kept === null ? <p className="soft">{companies.isLoading ? t('loading') : ''}</p> : null}
          {kept !== null && kept.length === 0 ? <p className="soft">{t('companies.empty')}</p> : null}
          {kept !== null && kept.length > 0 && shown.length === 0 ? (
            <p className="soft">{t('companies.none', { query: query.trim() })}</p>
          ) : null}
          {shown.length === 0 ? null : (
            <ul className="kept-list" aria-label={t('companies.list')}>
              {shown.map((one) => {
                const name = one.name === '' ? t('company.unnamed') : one.name;
                const facts = [
                  one.uscc,
                  ...(one.legalRepresentative === ''
                    ? []
                    : [t('company.legalRepresentative', { name: one.legalRepresentative })]),
                  ...(one.agent === '' ? [] : [t('company.agent', { name: one.agent })]),
                  t('company.dossiers', { count: one.dossiers }),
                ].filter((fact) => fact !== '');
                return (
                  <li key={one.company}>
                    <div className="grow">
                      <a
                        className="break kept-name"
                        href={hrefOf({ page: 'companies', company: one.company })}
                      >
                        {name}
                      </a>
                      <p className="small faint break">{facts.join(' · ')}</p>
                    </div>
                    <div className="kept-actions">
                      <button
                        type="button"
                        aria-label={t('company.startOf', { name })}
                        onClick={() => void start(one.company)}
                      >
                        {t('company.start')}
                      </button>
                      <button
                        type="button"
                        aria-label={t('removeOf', { name })}
                        onClick={() => void removeCompany(one.company, name)}
                      >
                        {t('remove')}
                      </button>
                    </div>
                  </li>
                );
              })}
            </ul>
          )}
          <AddByName
            label={t('companies.new')}
            hint={t('companies.newHint')}
            action={t('companies.add')}
            onAdd={addCompany}
          />
        </Sheet>
        <Sheet title={t('people.title')} lead={t('people.lead')}>
          {persons !== null && persons.length === 0 ? <p className="soft">{t('people.empty')}</p> : null}
          {persons === null || persons.length === 0 ? null : (
            <ul className="kept-list" aria-label={t('people.list')}>
              {persons.map((one) => {
                const name = one.name === '' ? t('person.unnamed') : one.name;
                return (
                  <li key={one.person}>
                    <div className="grow">
                      <a className="break kept-name" href={hrefOf({ page: 'people', person: one.person })}>
                        {name}
                      </a>
                      <p className="small faint break">
                        {[one.idNumber, one.phone].filter((fact) => fact !== '').join(' · ')}
                      </p>
                    </div>
                    <div className="kept-actions">
                      <button
                        type="button"
                        aria-label={t('removeOf', { name })}
                        onClick={() => void removePerson(one.person, name)}
                      >
                        {t('remove')}
                      </button>
                    </div>
                  </li>
                );
              })}
            </ul>
          )}
          <AddByName label={t('people.new')} action={t('people.add')} onAdd={addPerson} />
        </Sheet>
      </div>
    </>
  );
}
