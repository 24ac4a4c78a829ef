import type { MethodOutput } from '../../main/contract/api.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { Answer } from '../dossier/use-answer.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { useText } from '../text/use-text.ts';
import { shownMoment } from './conflict-choice.tsx';
import { fieldLabel } from './field-label.ts';

/** Merges that had conflicts, each with what was taken and what was not. */
export function RecordsPanel({ answer }: { readonly answer: Answer<MethodOutput<'library.records'>> }) {
  const t = useText('data');
  const fields = useText('fields');
  const { language } = useLanguage();
  const records = answer.data?.records ?? [];
  return (
    <section className="data-section" aria-labelledby="data-records">
      <h2 id="data-records">{t('records.title')}</h2>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      <p className="soft">{t(records.length === 0 ? 'records.none' : 'records.lead')}</p>
      {records.map(({ on, by, title, dossier, conflicts }) => (
        <details key={`${on}/${dossier}`} className="data-record">
          <summary>
            {t('records.of', {
              when: shownMoment(on, language),
              title: title === '' ? t('untitled') : title,
              by: by === '' ? t('plan.unnamed') : by,
            })}
          </summary>
          <div className="table-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('records.field')}</th>
                  <th scope="col">{t('records.taken')}</th>
                  <th scope="col">{t('records.other')}</th>
                </tr>
              </thead>
              <tbody>
                {conflicts.map(({ id, kind, at, mine, theirs, picked }) => {
                  const [taken, other] = picked === 'theirs' ? [theirs, mine] : [mine, theirs];
                  return (
                    <tr key={id}>
                      <td>
                        {kind === 'field'
                          ? fieldLabel(at, fields)
                          : kind === 'removed'
                            ? t('conflict.removed')
                            : at}
                      </td>
                      <td className="data-value">{taken.text ?? t('side.empty')}</td>
                      <td className="data-value">{other.text ?? t('side.empty')}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}
