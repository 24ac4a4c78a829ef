import type { ReactNode } from 'react';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text/use-text.ts';

const lessons = ['step1', 'step2', 'step3'] as const;

/** The page without dossiers: what Yinqi does, in three short steps. */
export function FirstTime({ actions }: { readonly actions: ReactNode }) {
  const t = useText('home');
  return (
    <div className="first-time">
      <PageHeading title={t('empty.title')} lead={t('empty.lead')} />
      <ol className="first-time-steps">
        {lessons.map((lesson, index) => (
          <li key={lesson}>
            <span className="first-time-number" aria-hidden="true">
              {index + 1}
            </span>
            <h2>{t(`empty.${lesson}.title`)}</h2>
            <p className="soft">{t(`empty.${lesson}.text`)}</p>
          </li>
        ))}
      </ol>
      <div className="row first-time-actions">{actions}</div>
      <p className="faint small">{t('empty.sample')}</p>
      <p className="faint small">{t('empty.drop')}</p>
    </div>
  );
}
