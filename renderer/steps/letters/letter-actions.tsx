import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { PageViewer } from '../files/page-viewer.tsx';
import type { Picture } from '../files/use-picture.ts';

type Rendered = MethodOutput<'letters.render'>;

/** Shows a letter's pages large, and saves its PDF; with data missing both are a draft that says so. */
export function LetterActions({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('letters');
  const session = useSession();
  const { bridge } = session.client;
  const [shown, setShown] = useState<Rendered | null>(null);
  const [busy, setBusy] = useState<'preview' | 'download' | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const isDraft = letter.missingFields.length > 0;
  // The card says which characters stand in the way.
  const isHeld = !isDraft && letter.unprintable.length > 0;
  const { title } = letter;

  const make = async (what: 'preview' | 'download'): Promise<void> => {
    setBusy(what);
    setError(null);
    setSaved(null);
    try {
      await session.flush();
      const input = { dossier: session.id, letter: letter.letter, pictures: what === 'preview' };
      const rendered = await session.client.call('letters.render', input);
      if (what === 'preview') setShown(rendered);
      else if ((await bridge.saveArtifact(rendered.artifact, rendered.fileName)).saved)
        setSaved(rendered.fileName);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(null);
    }
  };
  const pageAt = useCallback(
    async (index: number): Promise<Picture> => {
      const page = shown?.pages[index];
      if (page === undefined) throw new Error(`the letter has no page ${index + 1}`);
      return { url: bridge.artifactUrl(page.artifact), widthPx: page.widthPx, heightPx: page.heightPx };
    },
    [shown, bridge],
  );

  return (
    <div className="letter-actions">
      <div className="letter-buttons">
        <div className="row">
          <Button
            disabled={isHeld}
            loading={busy === 'preview'}
            aria-label={`${t(isDraft ? 'previewDraft' : 'preview')} ${title}`}
            onClick={() => void make('preview')}
          >
            {t(isDraft ? 'previewDraft' : 'preview')}
          </Button>
          <Button
            type={isDraft ? 'default' : 'primary'}
            disabled={isHeld}
            loading={busy === 'download'}
            aria-label={`${t(isDraft ? 'downloadDraft' : 'download')} ${title}`}
            onClick={() => void make('download')}
          >
            {t(isDraft ? 'downloadDraft' : 'download')}
          </Button>
        </div>
        <p className="small soft" role="status">
          {busy === null ? (saved === null ? '' : t('downloaded', { name: saved })) : t('making')}
        </p>
      </div>
      {error === null ? null : (
        <div className="letter-failure">
          <FailureNotice error={error} />
        </div>
      )}
      {shown === null ? null : (
        <PageViewer
          title={title}
          count={shown.pages.length}
          pageAt={pageAt}
          altOf={(page) => t('pageAlt', { title, page })}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}
