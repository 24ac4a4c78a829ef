import { Button } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { OpenDossierData } from '../../main/contract/open-dossier.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import { useClient } from '../client/client-context.tsx';
import { grantDropped, type DroppedFolders } from '../client/dropped-folders.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { navigate } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { DossierList, type CardFocus } from './dossier-list.tsx';
import { countShelves, findDossiers, inOrder, searchable, type HomeView } from './find-dossiers.ts';
import { FirstTime } from './first-time.tsx';
import { ImportBundle, type BundleTaker } from './import-bundle.tsx';
import { ListTools } from './list-tools.tsx';
import { NothingFound } from './nothing-found.tsx';
import { rememberedView, rememberScroll, rememberView } from './remembered-view.ts';
import { useDossierActions } from './use-dossier-actions.ts';
import { useFolderDrop } from './use-folder-drop.ts';
import './home-page.css';

type Work = 'create' | 'sample' | 'import';
const none: readonly DossierSummary[] = [];
const noPlatforms: MethodOutput<'rulebook.platforms'>['platforms'] = [];

/** All dossiers, and the ways to another one. */
export function HomePage() {
  const t = useText('home');
  const client = useClient();
  const { language } = useLanguage();
  const list = useAnswer('dossiers.list', {});
  const platforms = useAnswer('rulebook.platforms', {});
  const [work, setWork] = useState<Work | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [note, setNote] = useState('');
  const [view, setView] = useState<HomeView>(() => rememberedView().view);
  usePageTitle(null);

  const dossiers = list.data?.dossiers ?? null;
  const known = platforms.data?.platforms ?? noPlatforms;
  const all = useMemo(() => searchable(dossiers ?? none, known), [dossiers, known]);
  const compare = useMemo(() => new Intl.Collator(language, { numeric: true }).compare, [language]);
  const sorted = useMemo(() => inOrder(all, view.order, compare), [all, view.order, compare]);
  const counts = useMemo(() => countShelves(dossiers ?? none), [dossiers]);
  // What is typed is shown at once; thousands of cards follow when there is time.
  const { query, platform, shelf } = useDeferredValue(view);
  const shown = useMemo(
    () => findDossiers(sorted, { query, platform, shelf }),
    [sorted, query, platform, shelf],
  );

  const cards = useRef<CardFocus>(null);
  const bundles = useRef<BundleTaker>(null);
  const [next, setNext] = useState<{ readonly dossier?: string; readonly index: number } | null>(null);
  const asked = useRef<typeof dossiers>(null);
  useEffect(() => {
    // Once the list has come anew.
    if (next === null || asked.current === dossiers) return;
    setNext(null);
    const place = shown.findIndex(({ dossier }) => dossier === next.dossier);
    const index = place === -1 ? Math.min(next.index, shown.length - 1) : place;
    if (index >= 0) cards.current?.focusCard(index);
    else document.querySelector<HTMLElement>('h1')?.focus();
  }, [next, dossiers, shown]);
  const actions = useDossierActions({
    reload: list.reload,
    focusNext: (target) => {
      asked.current = dossiers;
      setNext(target);
    },
    onError: setError,
  });
  const look = (changed: HomeView): void => {
    rememberView(changed);
    rememberScroll(0);
    setView(changed);
  };

  const start = async (kind: Work, run: () => Promise<OpenDossierData | null>): Promise<void> => {
    setWork(kind);
    setError(null);
    setNote('');
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
      const [first] = (platforms.data ?? (await client.call('rulebook.platforms', {}))).platforms;
      if (first === undefined) return null;
      const track = first.tracks.find((one) => one.covered) ?? first.tracks[0];
      return client.call('dossiers.create', {
        platform: first.id,
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
  const importDropped = ({ folders }: DroppedFolders) =>
    start('import', async () => {
      let opened: OpenDossierData | null = null;
      let count = 0;
      try {
        for (const folder of folders) {
          const { grant } = await grantDropped(client, folder);
          opened = await client.call('dossiers.importFolder', { folder: grant });
          count += 1;
        }
      } finally {
        // Those that came before one that cannot be taken are there.
        if (count > 0) list.reload();
      }
      if (count === 1) return opened;
      setNote(t('dropped', { count }));
      return null;
    });
  const isDraggedOver = useFolderDrop((dropped) => {
    if (work !== null) return;
    setNote('');
    if (dropped.folders.length === 0 && dropped.zip !== null) bundles.current?.take(dropped.zip);
    else if (dropped.folders.length === 0) setNote(t('drop.noFolder'));
    else void importDropped(dropped);
  });

  const isEmpty = dossiers !== null && dossiers.length === 0;
  const buttons = (
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
      <p className="home-note" role="status">
        {note}
      </p>
      {isEmpty ? (
        <FirstTime actions={buttons} />
      ) : (
        <>
          <PageHeading title={t('title')} lead={t('lead')} actions={buttons} />
          {dossiers === null ? (
            <p className="soft">{list.isLoading ? t('loading') : ''}</p>
          ) : (
            <>
              <ListTools view={view} counts={counts} platforms={known} found={shown.length} onChange={look} />
              {shown.length > 0 ? (
                <DossierList ref={cards} dossiers={shown} platforms={known} actions={actions} />
              ) : (
                <NothingFound
                  view={{ query, platform, shelf }}
                  onChange={(part) => look({ ...view, ...part })}
                />
              )}
            </>
          )}
        </>
      )}
      <ImportBundle ref={bundles} onImported={list.reload} />
      {isDraggedOver ? (
        <div className="home-drop" aria-hidden="true">
          <p>{t('drop.here')}</p>
        </div>
      ) : null}
    </>
  );
}
