import { Button } from 'antd';
import { useState } from 'react';
import type { DossierSummary, OpenDossierData } from '../../main/contract/api.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { navigate } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { DossierCard } from './dossier-card.tsx';
import { FirstTime } from './first-time.tsx';
import { ImportBundle } from './import-bundle.tsx';
import './home-page.css';

type Work = 'create' | 'sample' | 'import';

/** All dossiers, and the ways to another one. */
export function HomePage() {
  const t = useText('home');
  const client = useClient();
  const tellUndo = useUndoNotice();
  const list = useAnswer('dossiers.list', {});
  const platforms = useAnswer('rulebook.platforms', {});
  const [work, setWork] = useState<Work | null>(null);
  const [error, setError] = useState<Error | null>(null);
  usePageTitle(null);

  const start = async (kind: Work, run: () => Promise<OpenDossierData | null>): Promise<void> => {
    setWork(kind);
    setError(null);
    try {
      const opened = await run();
      if (opened !== null) navigate({ page: 'dossier', dossier: opened.dossier, step: 'category' });
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setWork(null);
    }
  };
  const create = () =>
    start('create', async () => {
      const known = platforms.data ?? (await client.call('rulebook.platforms', {}));
      const [platform] = known.platforms;
      if (platform === undefined) return null;
      const track = platform.tracks.find((one) => one.covered) ?? platform.tracks[0];
      return client.call('dossiers.create', {
        platform: platform.id,
        ...(track === undefined ? {} : { track: track.id }),
        categories: [],
      });
    });
  const openSample = () => start('sample', () => client.call('dossiers.createSample', {}));
  const importFolder = () =>
    start('import', async () => {
      const folder = await client.bridge.chooseFolder('import-dossier');
      return folder === null ? null : client.call('dossiers.importFolder', { folder: folder.grant });
    });
  const remove = async ({ dossier, title }: DossierSummary): Promise<void> => {
    setError(null);
    try {
      await client.call('dossiers.remove', { dossier });
      list.reload();
      tellUndo({
        message: t('removed', { title: title === '' ? t('card.app') : title }),
        undo: async () => {
          await client.call('dossiers.restore', { dossier });
          list.reload();
        },
      });
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };

  const dossiers = list.data?.dossiers ?? null;
  const isEmpty = dossiers !== null && dossiers.length === 0;
  const actions = (
    <>
      <Button
        type="primary"
        className="home-create"
        onClick={() => void create()}
        loading={work === 'create'}
        disabled={work !== null}
      >
        {t(work === 'create' ? 'working.create' : 'create')}
      </Button>
      <Button onClick={() => void openSample()} loading={work === 'sample'} disabled={work !== null}>
        {t(work === 'sample' ? 'working.sample' : 'sample')}
      </Button>
      <Button onClick={() => void importFolder()} loading={work === 'import'} disabled={work !== null}>
        {t(work === 'import' ? 'working.import' : 'import')}
      </Button>
    </>
  );
  const problem = error ?? (list.isLoading ? null : list.error);
  return (
    <>
      {problem === null ? null : (
        <div className="home-problem">
          <FailureNotice error={problem} {...(error === null ? { onRetry: list.reload } : {})} />
        </div>
      )}
      {isEmpty ? (
        <FirstTime actions={actions} />
      ) : (
        <>
          <PageHeading title={t('title')} lead={t('lead')} actions={actions} />
          {dossiers === null ? null : (
            <ul className="dossier-cards" aria-label={t('list.label')}>
              {dossiers.map((one) => (
                <DossierCard
                  key={one.dossier}
                  summary={one}
                  platforms={platforms.data?.platforms ?? []}
                  onRemove={() => void remove(one)}
                />
              ))}
            </ul>
          )}
        </>
      )}
      <ImportBundle />
    </>
  );
}
