import { useCallback, useEffect, useState } from 'react';
import type { PictureBox, ReadPaper } from '../../../../main/contract/read-paper.ts';
import { useSession } from '../../../dossier/session-context.tsx';
import { useText } from '../../../text/use-text.ts';
import { PageViewer } from '../../files/page-viewer.tsx';
import { nameOfPath } from '../../files/slot.ts';
import { pictureOf, type Picture } from '../../files/use-picture.ts';
import { cutAround, shownWidthPx, sizeBeforeTurn, uprightTransform } from './page-cut.ts';

interface PaperCutProps {
  readonly paper: ReadPaper;
  /** From 0. */
  readonly page: number;
  readonly box: PictureBox;
}

const viewerPx = 2000;

/** The place of a paper where something was read, cut out of its picture; opens the whole page. */
export function PaperCut({ paper, page, box }: PaperCutProps) {
  const t = useText('papers');
  const files = useText('files');
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const { path, sha256, pageCount } = paper;
  const read = paper.pages.find(({ index }) => index === page);
  const maxPx = read === undefined ? 0 : Math.max(read.widthPx, read.heightPx);
  const picture = usePagePicture(path, sha256, page, maxPx);
  const pageAt = useCallback(
    (index: number) => pictureOf(session.client, session.id, { path, sha256, page: index, maxPx: viewerPx }),
    [session, path, sha256],
  );
  if (read === undefined) return null;
  const cut = cutAround(box, read);
  const size = sizeBeforeTurn(read);
  const name = nameOfPath(path);
  return (
    <>
      <button
        type="button"
        className="paper-cut"
        aria-label={t('cutOpen', { name, page: page + 1 })}
        style={{ aspectRatio: `${cut.widthPx} / ${cut.heightPx}`, width: shownWidthPx(cut) }}
        onClick={() => setOpen(true)}
      >
        {picture === 'none' ? <span className="small">{t('cutNone')}</span> : null}
        {picture === null || picture === 'none' ? null : (
          <svg
            viewBox={`${cut.leftPx} ${cut.topPx} ${cut.widthPx} ${cut.heightPx}`}
            aria-hidden="true"
            focusable="false"
          >
            <g transform={uprightTransform(read)}>
              <image
                href={picture.url}
                width={size.widthPx}
                height={size.heightPx}
                preserveAspectRatio="none"
              />
            </g>
          </svg>
        )}
      </button>
      {isOpen ? (
        <PageViewer
          title={name}
          count={pageCount}
          first={page}
          pageAt={pageAt}
          altOf={(one) => `${name} ${files('viewerPage', { page: one, pages: pageCount })}`}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** A page's picture as large as it was read: null while it is being made, `none` when there can be none. */
function usePagePicture(path: string, sha256: string, page: number, maxPx: number): Picture | 'none' | null {
  const session = useSession();
  const [held, setHeld] = useState<{ readonly of: string; readonly picture: Picture | 'none' } | null>(null);
  const wanted = JSON.stringify([path, sha256, page, maxPx]);
  useEffect(() => {
    let isOver = false;
    const tell = (picture: Picture | 'none'): void => {
      if (!isOver) setHeld({ of: wanted, picture });
    };
    // What is wrong with the file is told at its place; here there is just nothing to compare with.
    pictureOf(session.client, session.id, { path, sha256, page, maxPx }).then(tell, () => tell('none'));
    return () => {
      isOver = true;
    };
  }, [session, path, sha256, page, maxPx, wanted]);
  return held?.of === wanted ? held.picture : null;
}
