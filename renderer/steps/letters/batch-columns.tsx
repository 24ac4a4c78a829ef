import { Checkbox } from 'antd';
import type { BatchCheck } from '../../../main/contract/letter-plans.ts';
import { useText } from '../../text/use-text.ts';
import '../files/plain-table.css';

interface BatchColumnsProps {
  readonly columns: BatchCheck['columns'];
  readonly disabled: boolean;
  readonly onIgnore: (heading: string, isIgnored: boolean) => void;
}

/** The columns of a table with what each was taken for; one that was not understood can be passed over. */
export function BatchColumns({ columns, disabled, onIgnore }: BatchColumnsProps) {
  const t = useText('letterDesk');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('columns.title')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('columns.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.heading')}</th>
            <th scope="col">{t('columns.taken')}</th>
            <th scope="col">{t('columns.ignore')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, use, title, fault }, index) => (
            // A table may have two columns of one name: the place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${heading} ${index}`}>
              <td className="break">{heading === '' ? t('columns.unnamed') : heading}</td>
              <td className={use === 'unknown' ? 'letter-fault' : use === 'used' ? undefined : 'soft'}>
                {fault ?? [t(`columns.${use}`), ...(title === undefined ? [] : [title])].join(' ')}
              </td>
              <td>
                {use === 'used' || heading === '' ? null : (
                  <Checkbox
                    checked={use === 'ignored'}
                    disabled={disabled}
                    aria-label={t('columns.ignoreOf', { heading })}
                    onChange={(event) => onIgnore(heading, event.target.checked)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
