import { Input } from 'antd';
import { useState } from 'react';
import type { TemplateVariable } from '../../main/contract/letter-preview.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { building } from './building-blocks.ts';

const groups: readonly TemplateVariable['group'][] = ['company', 'app', 'party', 'letter', 'dossier'];

interface InsertListProps {
  readonly onInsert: (words: string) => void;
  /** For what must stand on a line of its own. */
  readonly onInsertLine: (line: string) => void;
}

/** What can be put into a wording where the caret is: variables and shared clauses by what they are called, and blocks of the template language. */
export function InsertList({ onInsert, onInsertLine }: InsertListProps) {
  const t = useText('templates');
  const answer = useAnswer('templates.variables', {});
  const shared = useAnswer('clauses.list', {});
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const fits = (...texts: readonly string[]): boolean =>
    wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
  const variables = (answer.data?.variables ?? []).filter((one) => fits(one.title, one.variable));
  const clauses = (shared.data?.clauses ?? []).filter(
    (one) => one.inUse !== null && fits(one.title, one.clause, one.inUse.wording),
  );
  const blocks = building.filter(({ id, words }) => fits(t(`block.${id}`), words));
  return (
    <section className="insert-list" aria-labelledby="insert-title">
      <h2 id="insert-title">{t('insert.title')}</h2>
      <p className="small soft">{t('insert.lead')}</p>
      <Input
        type="search"
        aria-label={t('insert.search')}
        placeholder={t('insert.search')}
        value={sought}
        autoComplete="off"
        onChange={(event) => setSought(event.target.value)}
      />
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {groups.map((group) => {
        const some = variables.filter((one) => one.group === group);
        return some.length === 0 ? null : (
          <div key={group}>
            <h3>{t(`insert.${group}`)}</h3>
            <ul>
              {some.map(({ variable, title }) => (
                <li key={variable}>
                  <button
                    type="button"
                    className="insert-choice"
                    title={variable}
                    onClick={() => onInsert(`{{ ${variable} }}`)}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {shared.error === null ? null : <FailureNotice error={shared.error} onRetry={shared.reload} />}
      {clauses.length === 0 ? null : (
        <div>
          <h3>{t('insert.clauses')}</h3>
          <p className="small soft">{t('insert.clausesLead')}</p>
          <ul>
            {clauses.map(({ clause, title, inUse }) => (
              <li key={clause}>
                <button
                  type="button"
                  className="insert-choice"
                  title={inUse?.wording ?? clause}
                  onClick={() => onInsertLine(`{% clause "${clause}" %}`)}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {blocks.length === 0 ? null : (
        <div>
          <h3>{t('insert.blocks')}</h3>
          <ul>
            {blocks.map(({ id, words }) => (
              <li key={id}>
                <button type="button" className="insert-choice" title={words} onClick={() => onInsert(words)}>
                  {t(`block.${id}`)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {variables.length + clauses.length + blocks.length === 0 && answer.data !== null ? (
        <p className="small soft">{t('insert.nothing')}</p>
      ) : null}
    </section>
  );
}
