import type { HistoryComparison } from '../../../../main/contract/history.ts';
import { ComparedLines } from '../../../templates/compared-lines.tsx';
import '../../../templates/templates.css';
import { useText } from '../../../text/use-text.ts';

/** What changed between two times of the dossier: files, fields, rules, wording. */
export function ComparisonView({ comparison }: { readonly comparison: HistoryComparison }) {
  const t = useText('history');
  const { files, fields, letters, rules } = comparison;
  const isSameRulebook = rules.from.sha256 === rules.to.sha256;
  if (files.length + fields.length + letters.length === 0 && isSameRulebook) return <p>{t('same')}</p>;
  return (
    <div className="stack">
      {files.length === 0 ? null : (
        <section aria-labelledby="compared-files">
          <h4 id="compared-files">{t('files')}</h4>
          <ul className="history-list">
            {files.map(({ change, path, was, uses }) => (
              <li key={`${change} ${path}`} className="break">
                <strong>{t(change)}</strong> {uses.length === 0 ? '' : `${uses.join('、')} · `}
                {path}
                {was === undefined ? '' : ` (${t('renamedFrom', { was })})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {fields.length === 0 ? null : <FieldTable fields={fields} />}
      {letters.map((one) => (
        <section key={one.letter} aria-label={one.title}>
          <h4>
            {t('wording')} · {one.title} · {t(letterKeys[one.change])}
          </h4>
          <p className="small soft">
            {[one.from, one.to]
              .map((side) => (side === null ? '—' : `${side.revision} (${side.template})`))
              .join(' → ')}
          </p>
          {one.reasons.map((reason) => (
            <p key={reason} className="small">
              {reason}
            </p>
          ))}
          {one.lines === undefined || one.change !== 'changed' ? null : <ComparedLines lines={one.lines} />}
        </section>
      ))}
      {isSameRulebook ? <p className="small soft">{t('rulesSame')}</p> : <RuleLists rules={rules} />}
    </div>
  );
}

const letterKeys = { added: 'letterAdded', removed: 'letterRemoved', changed: 'letterChanged' } as const;

function FieldTable({ fields }: Pick<HistoryComparison, 'fields'>) {
  const t = useText('history');
  return (
    <section aria-labelledby="compared-fields">
      <h4 id="compared-fields">{t('fields')}</h4>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('fields')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('columnField')}</th>
              <th scope="col">{t('columnBefore')}</th>
              <th scope="col">{t('columnAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, title, from, to }) => (
              <tr key={field}>
                <th scope="row">{title}</th>
                <td className="break">{from ?? t('nothing')}</td>
                <td className="break">{to ?? t('nothing')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RuleLists({ rules }: Pick<HistoryComparison, 'rules'>) {
  const t = useText('history');
  const short = ({ version, sha256 }: typeof rules.from): string => `${version} (${sha256.slice(0, 8)})`;
  const lists = [
    ['ruleAdded', rules.added],
    ['ruleRemoved', rules.removed],
    ['ruleChanged', rules.changed],
    ['ruleOthers', rules.others],
  ] as const;
  return (
    <section aria-labelledby="compared-rules">
      <h4 id="compared-rules">{t('rules', { from: short(rules.from), to: short(rules.to) })}</h4>
      {lists.map(([key, list]) =>
        list.length === 0 ? null : (
          <details key={key}>
            <summary>
              {t(key)} ({list.length})
            </summary>
            <ul className="history-list">
              {list.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}
