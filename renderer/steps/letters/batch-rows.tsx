import type { BatchCheck } from '../../../main/contract/letter-plans.ts';
import { useText } from '../../text/use-text.ts';

interface BatchRowsProps {
  readonly title: string;
  readonly rows: BatchCheck['failed'];
}

/** More than a person reads; the table of results holds them all. */
const mostShown = 200;

/** Rows of which no letter can be made, each with all its reasons. */
export function BatchRows({ title, rows }: BatchRowsProps) {
  const t = useText('letterDesk');
  if (rows.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <ul className="batch-rows">
        {rows.slice(0, mostShown).map(({ row, reasons }) => (
          <li key={row}>
            <span className="batch-row">{t('batch.row', { row })}</span>
            <ul>
              {reasons.map((reason) => (
                <li key={reason} className="break">
                  {reason}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {rows.length > mostShown ? (
        <p className="small soft">{t('batch.moreRows', { count: rows.length - mostShown })}</p>
      ) : null}
    </section>
  );
}
