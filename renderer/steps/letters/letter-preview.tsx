import { Button, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageSheet } from '../../components/page-sheet.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { useText } from '../../text/use-text.ts';
import { useShortcut } from '../../shell/shortcut-stack.ts';
import { NotKeptNotice } from './not-kept-notice.tsx';
import { useLetterPrint } from './use-letter-print.ts';
import { PreviewFields, previewFieldId } from './preview-fields.tsx';
import { PrintSettings, usePrintOptions } from './print-options.tsx';
import { printingDpi, zoomAfter, zooms } from './preview-zoom.ts';
import './letter-preview.css';

interface LetterPreviewProps {
  readonly letter: LetterSummary;
  readonly onClose: () => void;
}

/**
 * A letter's pages as they print, with the fields behind them at the side: the field that has the focus is marked on the
 * page, and words that are clicked lead to their field. What is changed there shows on the page.
 */
export function LetterPreviewDialog({ letter, onClose }: LetterPreviewProps) {
  const { title } = letter;
  const t = useText('letterDesk');
  useFocusReturn();
  const session = useSession();
  const { options } = usePrintOptions();
  const [page, setPage] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [active, setActive] = useState<string | null>(null);
  const answer = useAnswer('letters.preview', {
    dossier: session.id,
    letter: letter.letter,
    page,
    dpi: printingDpi(zoom, window.devicePixelRatio),
    ...options,
  });
  const preview = answer.data;
  const last = Math.max(0, (preview?.pageCount ?? 1) - 1);
  // A change can take a page away.
  if (preview !== null && page > last) setPage(last);
  const turn = (by: number): void => setPage((now) => Math.min(last, Math.max(0, now + by)));
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'PageDown') turn(1);
    else if (event.key === 'PageUp') turn(-1);
    else return;
    event.preventDefault();
  };
  const mark = (field: string): void => {
    setActive(field);
    const places = (preview?.words ?? []).filter((word) => word.field === field);
    const [first] = places;
    if (first !== undefined && !places.some((word) => word.page === page)) setPage(first.page);
  };
  const pick = (field: string): void => {
    setActive(field);
    document.getElementById(previewFieldId(field))?.focus();
  };
  const [picture] = preview?.pages ?? [];
  const printing = useLetterPrint(letter.letter);
  useShortcut('print', () => void printing.print(), { worksInDialogs: true });
  return (
    <Modal
      open
      centered
      title={title}
      footer={null}
      width="min(1240px, 96vw)"
      onCancel={onClose}
      closable={{ 'aria-label': t('preview.close') }}
    >
      <div className="letter-preview" onKeyDown={press} role="presentation">
        <div className="letter-preview-pages">
          <div className="row-between letter-preview-bar">
            <div className="row">
              <Button disabled={page === 0} onClick={() => turn(-1)}>
                {t('preview.previous')}
              </Button>
              <span className="letter-preview-count" aria-live="polite">
                {t('preview.page', { page: page + 1, pages: last + 1 })}
              </span>
              <Button disabled={page >= last} onClick={() => turn(1)}>
                {t('preview.next')}
              </Button>
            </div>
            <div className="row">
              <Button
                aria-label={t('preview.zoomOut')}
                disabled={zoom <= zooms[0]}
                onClick={() => setZoom(zoomAfter(zoom, -1))}
              >
                −
              </Button>
              <span className="letter-preview-count" aria-live="polite">
                {Math.round(zoom * 100)}%
              </span>
              <Button
                aria-label={t('preview.zoomIn')}
                disabled={zoom >= (zooms.at(-1) ?? 1)}
                onClick={() => setZoom(zoomAfter(zoom, 1))}
              >
                +
              </Button>
              <Button loading={printing.isPrinting} onClick={() => void printing.print()}>
                {t('preview.print')}
              </Button>
            </div>
          </div>
          <div className="letter-preview-desk" tabIndex={0} role="region" aria-label={t('preview.pages')}>
            {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
            <NotKeptNotice why={printing.notKept} />
            {printing.error === null ? null : <FailureNotice error={printing.error} />}
            {picture === undefined ? (
              answer.error === null ? (
                <p className="soft">{t('preview.making')}</p>
              ) : null
            ) : (
              <PageSheet
                picture={picture}
                alt={t('preview.alt', { title, page: picture.page + 1 })}
                zoom={zoom}
                words={preview?.words ?? []}
                active={active}
                onPick={pick}
              />
            )}
          </div>
          <p className="small soft" role="status">
            {answer.isLoading ? t('preview.making') : preview?.isDraft === true ? t('preview.draft') : ''}
          </p>
        </div>
        <div className="letter-preview-side">
          <PreviewFields
            letter={letter}
            words={preview?.words ?? []}
            active={active}
            onActive={mark}
            onLeave={onClose}
          />
          <PrintSettings showsSeal={false} />
        </div>
      </div>
    </Modal>
  );
}
