import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { CategoryChoice } from './category-choice.tsx';
import { FactQuestions } from './fact-questions.tsx';
import { NeededList } from './needed-list.tsx';
import { WhatFor } from './what-for.tsx';
import '../../form/field-frame.css';
import './category-page.css';

/** The step 类目与问题: what is applied for, the category, the questions, and beside them what follows from them. */
export function CategoryPage() {
  const t = useText('category');
  const session = useSession();
  const { document: shown } = useSessionState().data;
  const platforms = useAnswer('rulebook.platforms', {});
  const facts = useAnswer('rulebook.facts', { dossier: session.id });
  const needed = useAnswer('requirements.list', { dossier: session.id });
  useFocusField();
  const all = platforms.data?.platforms ?? [];
  const platform = all.find((one) => one.id === shown.platform);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {platforms.error === null ? null : <FailureNotice error={platforms.error} onRetry={platforms.reload} />}
      <div className="category-layout">
        <div className="form-sections">
          {platform === undefined ? null : (
            <>
              <WhatFor platforms={all} platform={platform} />
              <CategoryChoice key={platform.id} platform={platform} />
            </>
          )}
          {facts.error === null ? (
            <FactQuestions questions={facts.data?.facts ?? null} isRenewed={facts.isLoading} />
          ) : (
            <FailureNotice error={facts.error} onRetry={facts.reload} />
          )}
        </div>
        <NeededList questions={facts.data?.facts ?? []} needed={needed} />
      </div>
    </>
  );
}
