import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { TemplateDesk } from './template-desk.tsx';
import { TemplateList } from './template-list.tsx';
import './templates.css';

/** The wordings of letters: all of them, or the one of the address at its desk. */
export function TemplatesPage({ letter }: { readonly letter?: string | undefined }) {
  const t = useText('templates');
  const answer = useAnswer('templates.list', {});
  const templates = answer.data?.templates ?? null;
  const chosen = letter === undefined ? undefined : templates?.find((one) => one.letter === letter);
  usePageTitle(chosen?.title ?? t('title'));
  if (answer.error !== null) {
    return (
      <>
        <PageHeading title={t('title')} />
        <FailureNotice error={answer.error} onRetry={answer.reload} />
      </>
    );
  }
  if (templates === null) return <p className="soft">{t('loading')}</p>;
  if (letter === undefined) return <TemplateList templates={templates} />;
  if (chosen === undefined) {
    return (
      <>
        <PageHeading title={t('unknown.title')} lead={t('unknown.lead', { letter })} />
        <a href="#/templates">{t('back')}</a>
      </>
    );
  }
  return <TemplateDesk summary={chosen} onSaved={answer.reload} />;
}
