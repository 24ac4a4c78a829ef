import { Select } from 'antd';
import { useState } from 'react';
import type { ListedEntry } from '../../../../main/contract/history.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useSession } from '../../../dossier/session-context.tsx';
import { useAnswer } from '../../../dossier/use-answer.ts';
import { useText } from '../../../text/use-text.ts';
import { ComparisonView } from './comparison-view.tsx';
import { StaleNotice } from './stale-notice.tsx';
import './history.css';

const now = 'now';

/** What was exported and printed, what a newer rulebook makes out of date, and what changed between two times. `exports` counts what was exported here. */
export function HistoryPanel({ exports }: { readonly exports: number }) {
  const t = useText('history');
  const session = useSession();
  const list = useAnswer('history.list', { dossier: session.id }, [exports]);
  const stale = useAnswer('history.stale', { dossier: session.id }, [exports]);
  const entries = list.data?.entries ?? [];
  return (
    <section className="bundle-section" aria-labelledby="bundle-history">
      <h2 id="bundle-history">{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      {list.error === null ? null : <FailureNotice error={list.error} onRetry={list.reload} />}
      {stale.data === null ? null : <StaleNotice stale={stale.data} />}
      {list.data === null ? null : entries.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          <EntryTable entries={entries} />
          <Compare entries={entries} />
        </>
      )}
    </section>
  );
}

const shortTime = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** What an entry is, in words. */
function useWhat(): (entry: ListedEntry) => string {
  const t = useText('history');
  return ({ kind, as, batch, bundle, letters }) =>
    batch !== undefined
      ? t('batch', { title: batch.title, count: batch.made, table: batch.table })
      : kind === 'letters'
        ? t(as === undefined ? 'letters' : as === 'word' ? 'lettersWord' : 'lettersBoth', {
            count: letters.length,
          })
        : t(bundle?.draft === true ? 'exportDraft' : 'export');
}

function EntryTable({ entries }: { readonly entries: readonly ListedEntry[] }) {
  const t = useText('history');
  const what = useWhat();
  return (
    <div className="table-scroll bundle-card" tabIndex={0} role="region" aria-label={t('caption')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columnNumber')}</th>
            <th scope="col">{t('columnWhen')}</th>
            <th scope="col">{t('columnWhat')}</th>
            <th scope="col">{t('columnBy')}</th>
            <th scope="col">{t('columnRulebook')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.toReversed().map((entry) => (
            <tr key={entry.id}>
              <td>{entry.number}</td>
              <td className="history-when">{shortTime(entry.at)}</td>
              <td className="break">
                {what(entry)}
                {entry.bundle === undefined ? null : (
                  <>
                    <br />
                    <span className="small soft">
                      {entry.bundle.fileName} ·{' '}
                      {t('fingerprint', {
                        value: (entry.bundle.fingerprint ?? entry.bundle.sha256 ?? '').slice(0, 12),
                      })}
                    </span>
                  </>
                )}
              </td>
              <td>{entry.by === '' ? t('nobody') : entry.by}</td>
              <td>
                {entry.rulebook.version}
                {entry.isOlderRulebook ? (
                  <>
                    <br />
                    <span className="small history-older">{t('olderRulebook')}</span>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two times, chosen, and what changed between them: at first since the last export. */
function Compare({ entries }: { readonly entries: readonly ListedEntry[] }) {
  const t = useText('history');
  const what = useWhat();
  const session = useSession();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState(now);
  const chosen = from ?? entries.findLast(({ kind }) => kind === 'export')?.id ?? entries.at(-1)?.id ?? '';
  const answer = useAnswer('history.compare', {
    dossier: session.id,
    from: chosen,
    ...(to === now ? {} : { to }),
  });
  const options = entries.toReversed().map((entry) => ({
    value: entry.id,
    label: t('entry', { number: entry.number, when: shortTime(entry.at), what: what(entry) }),
  }));
  return (
    <section className="stack" aria-labelledby="history-compare">
      <h3 id="history-compare">{t('compareTitle')}</h3>
      <div className="row">
        <label htmlFor="history-from">{t('from')}</label>
        <Select
          id="history-from"
          className="history-choice"
          value={chosen}
          options={options}
          onChange={setFrom}
        />
        <label htmlFor="history-to">{t('to')}</label>
        <Select
          id="history-to"
          className="history-choice"
          value={to}
          options={[{ value: now, label: t('now') }, ...options]}
          onChange={setTo}
        />
      </div>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.data === null ? null : <ComparisonView comparison={answer.data} />}
    </section>
  );
}
