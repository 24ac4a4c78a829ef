import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { HandOverPanel } from './hand-over-panel.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { MergePanel } from './merge-panel.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import './data-page.css';

/** What is kept on this computer and where, what is erased when, and handing dossiers over to a colleague. */
export function DataPage() {
  const t = useText('data');
  const overview = useAnswer('data.overview', {});
  const dossiers = useAnswer('dossiers.list', {});
  const retention = useAnswer('retention.list', {});
  const records = useAnswer('library.records', {});
  usePageTitle(t('title'));
  const reload = (): void => {
    for (const answer of [overview, dossiers, retention, records]) answer.reload();
  };
  return (
    <div className="data-page">
      <PageHeading title={t('title')} lead={t('lead')} />
      <KeptPanel answer={overview} />
      <RetentionPanel dossiers={dossiers} retention={retention} onChanged={reload} />
      <HandOverPanel dossiers={dossiers.data?.dossiers ?? []} />
      <MergePanel onMerged={reload} />
      <RecordsPanel answer={records} />
    </div>
  );
}
