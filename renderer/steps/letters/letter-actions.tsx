import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { makerName } from '../../dossier/maker-name.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { LetterPreviewDialog } from './letter-preview.tsx';
import { useShortcut } from '../../shell/shortcut-stack.ts';
import { useLetterPrint } from './use-letter-print.ts';
import { usePrintOptions } from './print-options.tsx';
import { NotKeptNotice } from './not-kept-notice.tsx';

type Making = 'pdf' | 'word';

/** Shows a letter's pages large, and saves it as PDF or for Word; with data missing all are a draft that says so. */
export function LetterActions({ letter }: { readonly letter: LetterSummary }) {
  const t = useText('letters');
  const desk = useText('letterDesk');
  const session = useSession();
  const { client } = session;
  const { options } = usePrintOptions();
  const [isShown, setShown] = useState(false);
  const [busy, setBusy] = useState<Making | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const isDraft = letter.missingFields.length > 0;
  // The card says which characters stand in the way.
  const isHeld = !isDraft && letter.unprintable.length > 0;
  const { title } = letter;
  const [notKept, setNotKept] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const printing = useLetterPrint(letter.letter);
  const problem = error ?? printing.error;
  useShortcut('print', () => {
    const card = place.current?.closest('article');
    if (isHeld || card?.contains(document.activeElement) !== true) return false;
    void printing.print();
    return true;
  });

  const save = async (what: Making): Promise<void> => {
    setBusy(what);
    setError(null);
    setSaved(null);
    setNotKept(null);
    try {
      await session.flush();
      const input = { dossier: session.id, letter: letter.letter };
      const {
        artifact,
        fileName,
        notKept: why,
      } = what === 'pdf'
        ? await client.call('letters.render', { ...input, keep: { by: makerName() }, ...options })
        : await client.call('letters.word', { ...input, by: makerName() });
      setNotKept(why ?? null);
      if ((await client.bridge.saveArtifact(artifact, fileName)).saved) setSaved(fileName);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(null);
    }
  };

  return (
    <div className="letter-actions" ref={place}>
      <div className="letter-buttons">
        <div className="row">
          <Button
            disabled={isHeld}
            aria-label={`${t(isDraft ? 'previewDraft' : 'preview')} ${title}`}
            onClick={() => setShown(true)}
          >
            {t(isDraft ? 'previewDraft' : 'preview')}
          </Button>
          {/* The platform's form is nobody's to edit. */}
          {letter.form === undefined ? (
            <Button
              loading={busy === 'word'}
              aria-label={`${desk('word')} ${title}`}
              onClick={() => void save('word')}
            >
              {desk('word')}
            </Button>
          ) : null}
          <Button
            type={isDraft ? 'default' : 'primary'}
            disabled={isHeld}
            loading={busy === 'pdf'}
            aria-label={`${t(isDraft ? 'downloadDraft' : 'download')} ${title}`}
            onClick={() => void save('pdf')}
          >
            {t(isDraft ? 'downloadDraft' : 'download')}
          </Button>
        </div>
        <p className="small soft" role="status">
          {busy === null && !printing.isPrinting
            ? saved === null
              ? ''
              : t('downloaded', { name: saved })
            : t('making')}
        </p>
      </div>
      <NotKeptNotice why={notKept ?? printing.notKept} />
      {problem === null ? null : (
        <div className="letter-failure">
          <FailureNotice error={problem} />
        </div>
      )}
      {isShown ? <LetterPreviewDialog letter={letter} onClose={() => setShown(false)} /> : null}
    </div>
  );
}
