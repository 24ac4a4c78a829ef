import { useCallback, useState } from 'react';
import type { FileInspection } from '../../../main/contract/files.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { hasPicture } from './measures.ts';
import { PageViewer } from './page-viewer.tsx';
import { nameOfPath } from './slot.ts';
import { pictureOf, usePicture } from './use-picture.ts';

const thumbnailPx = 240;
const largePx = 2000;

interface FileThumbnailProps {
  readonly path: string;
  readonly inspection: FileInspection | undefined;
}

/** A small picture of a file that opens it large; a plain sheet where no picture can be made. */
export function FileThumbnail({ path, inspection }: FileThumbnailProps) {
  const t = useText('files');
  if (inspection === undefined || !hasPicture(inspection)) {
    return (
      <span className="file-thumbnail file-thumbnail-none small faint">
        {inspection === undefined ? '' : t('noPicture')}
      </span>
    );
  }
  return <Thumbnail path={path} sha256={inspection.sha256 ?? ''} pages={inspection.pdf?.pages ?? 1} />;
}

interface ThumbnailProps {
  readonly path: string;
  readonly sha256: string;
  readonly pages: number;
}

function Thumbnail({ path, sha256, pages }: ThumbnailProps) {
  const t = useText('files');
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const picture = usePicture(path, sha256, thumbnailPx);
  const name = nameOfPath(path);
  const pageAt = useCallback(
    (page: number) => pictureOf(session.client, session.id, { path, sha256, page, maxPx: largePx }),
    [session, path, sha256],
  );
  if (picture === 'none') {
    return <span className="file-thumbnail file-thumbnail-none small faint">{t('noPicture')}</span>;
  }
  return (
    <>
      <button
        type="button"
        className="file-thumbnail"
        aria-label={t('viewOf', { name })}
        onClick={() => setOpen(true)}
      >
        {picture === null ? null : <img src={picture.url} alt="" />}
      </button>
      {isOpen ? (
        <PageViewer
          title={name}
          count={Math.max(1, pages)}
          pageAt={pageAt}
          altOf={(page) => `${name} ${t('viewerPage', { page, pages })}`}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
