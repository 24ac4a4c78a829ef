import { Button, Modal } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import { useText } from '../../text/use-text.ts';
import type { Picture } from './use-picture.ts';
import './page-viewer.css';

interface PageViewerProps {
  readonly title: string;
  /** Number of pages. */
  readonly count: number;
  /** The page it opens at, from 0. */
  readonly first?: number;
  /** The picture of a page, from 0. Keep it the same function while the pages are the same. */
  readonly pageAt: (index: number) => Promise<Picture>;
  readonly altOf: (page: number) => string;
  readonly onClose: () => void;
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** Shows pages large, one at a time, with zoom; arrow keys and Page Up / Page Down turn them. */
export function PageViewer({ title, count, first = 0, pageAt, altOf, onClose }: PageViewerProps) {
  const t = useText('files');
  useFocusReturn();
  const [index, setIndex] = useState(first);
  const [zoom, setZoom] = useState(1);
  const { picture, error } = usePage(pageAt, index);
  const last = Math.max(0, count - 1);
  const turn = (by: number): void => setIndex((now) => Math.min(last, Math.max(0, now + by)));
  const step = (by: 1 | -1): void =>
    setZoom((now) => (by > 0 ? zooms.find((one) => one > now) : zooms.findLast((one) => one < now)) ?? now);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'PageDown' || event.key === 'ArrowRight') turn(1);
    else if (event.key === 'PageUp' || event.key === 'ArrowLeft') turn(-1);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      centered
      title={title}
      footer={null}
      width="min(1060px, 94vw)"
      onCancel={onClose}
      closable={{ 'aria-label': t('viewerClose') }}
    >
      <div className="page-viewer" onKeyDown={press} role="presentation">
        <div className="page-viewer-bar">
          <div className="row">
            <Button disabled={index === 0} onClick={() => turn(-1)}>
              {t('viewerPrevious')}
            </Button>
            <span className="page-viewer-count" aria-live="polite">
              {t('viewerPage', { page: index + 1, pages: count })}
            </span>
            <Button disabled={index >= last} onClick={() => turn(1)}>
              {t('viewerNext')}
            </Button>
          </div>
          <div className="row">
            <Button disabled={zoom <= zooms[0]} onClick={() => step(-1)}>
              {t('viewerZoomOut')}
            </Button>
            <span className="page-viewer-count" aria-live="polite">
              {t('viewerZoom', { percent: Math.round(zoom * 100) })}
            </span>
            <Button disabled={zoom >= 3} onClick={() => step(1)}>
              {t('viewerZoomIn')}
            </Button>
            <Button disabled={zoom === 1} onClick={() => setZoom(1)}>
              {t('viewerZoomFit')}
            </Button>
          </div>
        </div>
        <div className="page-viewer-desk" tabIndex={0} role="region" aria-label={t('viewerPages')}>
          {error === null ? null : <FailureNotice error={error} />}
          {picture === null && error === null ? <p className="soft">{t('viewerLoading')}</p> : null}
          {picture === null ? null : (
            <img
              className="page-viewer-sheet"
              src={picture.url}
              alt={altOf(index + 1)}
              width={picture.widthPx}
              height={picture.heightPx}
              style={{ width: `calc(min(${picture.widthPx}px, 100%) * ${zoom})` }}
            />
          )}
        </div>
      </div>
    </Modal>
  );
}

interface Held {
  readonly pageAt: PageViewerProps['pageAt'];
  readonly index: number;
  readonly picture: Picture | null;
  readonly error: Error | null;
}

/** The picture of the page that is shown; the one before is gone while the next is being made. */
function usePage(pageAt: (index: number) => Promise<Picture>, index: number) {
  const [held, setHeld] = useState<Held>({ pageAt, index: -1, picture: null, error: null });
  useEffect(() => {
    let isOver = false;
    pageAt(index).then(
      (picture) => {
        if (!isOver) setHeld({ pageAt, index, picture, error: null });
      },
      (reason: unknown) => {
        const error = reason instanceof Error ? reason : new Error(String(reason));
        if (!isOver) setHeld({ pageAt, index, picture: null, error });
      },
    );
    return () => {
      isOver = true;
    };
  }, [pageAt, index]);
  return held.pageAt === pageAt && held.index === index ? held : { picture: null, error: null };
}
