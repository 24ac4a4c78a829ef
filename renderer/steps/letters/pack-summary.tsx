import { useEffect, useRef } from 'react';
import type { LetterPack } from '../../../main/contract/letter-results.ts';
import { useText } from '../../text/use-text.ts';
import { byteSize } from '../files/byte-size.ts';

const tasks = ['signs', 'seal', 'handwriting', 'scan'] as const;

/** What is in a print pack, in the order of its pages, and what is not. */
export function PackSummary({ pack, saved }: { readonly pack: LetterPack; readonly saved: string | null }) {
  const t = useText('letterDesk');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that made it is gone: the reading goes on here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('pack.made', { pages: pack.pages, size: byteSize(pack.sizeBytes) })}
      </h3>
      <p className="small soft" role="status">
        {saved === null ? t('pack.cover', { pages: pack.coverPages }) : t('saved', { name: saved })}
      </p>
      <ol className="pack-sheets">
        {pack.sheets.map((sheet) => (
          <li key={sheet.page}>
            <p className="pack-page">{t('pack.page', { page: sheet.page })}</p>
            <div>
              <p>
                <strong>{sheet.title}</strong> <span className="small faint">{sheet.party}</span>
              </p>
              <dl className="pack-tasks small">
                {tasks.map((task) =>
                  sheet[task] === undefined ? null : (
                    <div key={task}>
                      <dt>{t(`sheet.${task}`)}</dt>
                      <dd>{sheet[task]}</dd>
                    </div>
                  ),
                )}
              </dl>
              {sheet.caution === undefined ? null : <p className="small pack-caution">{sheet.caution}</p>}
            </div>
          </li>
        ))}
      </ol>
      {pack.left.length === 0 ? null : (
        <section className="stack-tight" aria-labelledby="pack-left">
          <h3 id="pack-left">{t('pack.left')}</h3>
          <ul className="pack-left small">
            {pack.left.map(({ id, title, why }) => (
              <li key={id}>
                {title} <span className="soft">{why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
