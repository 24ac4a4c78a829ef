import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

type Preview = MethodOutput<'files.repairPreview'>;

const shownPx = 900;

interface RepairPreviewProps {
  readonly id: string;
  /** Names the region that holds the pictures. */
  readonly labelledBy: string;
}

/** What a repair would make, beside what is there now, with exact figures; made when it is opened, nothing is written. */
export function RepairPreview({ id, labelledBy }: RepairPreviewProps) {
  const t = useText('files');
  const session = useSession();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    const call = new AbortController();
    const input = { dossier: session.id, repair: id, maxPx: shownPx };
    session.client.call('files.repairPreview', input, { signal: call.signal }).then(
      (answer) => {
        if (!call.signal.aborted) setPreview(answer);
      },
      (reason: unknown) => {
        if (call.signal.aborted || reason instanceof CallCancelled) return;
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      },
    );
    return () => call.abort();
  }, [session, id]);
  if (error !== null) return <FailureNotice error={error} />;
  if (preview === null) {
    return (
      <p className="soft" role="status">
        {t('previewMaking')}
      </p>
    );
  }
  const { before, after, repair } = preview;
  return (
    <div className="repair-pictures" role="group" aria-labelledby={labelledBy}>
      <Shown title={t('before')} picture={before} figures={repair.before} />
      <Shown title={t('after')} picture={after} figures={repair.after} />
    </div>
  );
}

interface ShownProps {
  readonly title: string;
  readonly picture: Preview['before'];
  readonly figures: string;
}

function Shown({ title, picture, figures }: ShownProps) {
  const { client } = useSession();
  return (
    <figure className="repair-picture">
      {picture === null ? null : (
        <img
          src={client.bridge.artifactUrl(picture.artifact)}
          alt={`${title}：${figures}`}
          width={picture.widthPx}
          height={picture.heightPx}
        />
      )}
      <figcaption>
        <span className="repair-picture-title">{title}</span>
        <span className="break">{figures}</span>
      </figcaption>
    </figure>
  );
}
