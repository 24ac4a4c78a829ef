import { Button } from 'antd';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { Finding } from '../../../main/contract/report.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { closerLookAt } from './closer-look.ts';
import { FileThumbnail } from './file-thumbnail.tsx';
import { faultOf, measuresOf } from './measures.ts';
import { nameOfPath } from './slot.ts';

interface FileRowProps {
  readonly path: string;
  /** Findings about the file lead here. */
  readonly isAnchor: boolean;
  readonly inspection: FileInspection | undefined;
  /** The findings about this file. */
  readonly findings: readonly Finding[];
  readonly onRemove: () => void;
  /** For what can be told what it is for. */
  readonly onPurpose?: () => void;
  /** Where it stands among several whose order counts; moves it by one. */
  readonly order?: {
    readonly position: number;
    readonly count: number;
    readonly onMove: (by: 1 | -1) => void;
  };
}

/** One file in its place: picture, name, what was measured, what was found, and what can be done with it. */
export function FileRow({ path, isAnchor, inspection, findings, onRemove, onPurpose, order }: FileRowProps) {
  const t = useText('files');
  const session = useSession();
  const name = nameOfPath(path);
  const look = inspection === undefined ? [] : closerLookAt(inspection, t);
  const fault = inspection === undefined ? null : faultOf(inspection, t);
  return (
    <li className="file-row" {...(isAnchor ? { id: `field-${path}` } : {})}>
      <FileThumbnail path={path} inspection={inspection} />
      <div className="file-row-body">
        <p className="file-row-name break">
          {order === undefined || order.count < 2 ? null : (
            <span className="file-row-position">{t('order', { position: order.position })}</span>
          )}
          {name}
        </p>
        <p className="small soft">
          {inspection === undefined ? t('unread') : measuresOf(inspection, t).join(' · ')}
        </p>
        {look.length === 0 ? null : <p className="small faint break">{look.join(' · ')}</p>}
        {(inspection?.picture?.codes ?? []).map((code) => (
          <p key={JSON.stringify(code.at)} className="small soft break">
            {t('lookCode')} <span className="mono">{code.text}</span>
          </p>
        ))}
        {fault === null || findings.length > 0 ? null : <p className="small file-row-fault">{fault}</p>}
        {findings.length === 0 ? null : <FindingList findings={findings} dossier={session.id} />}
      </div>
      <div className="file-row-actions">
        {order === undefined || order.count < 2 ? null : (
          <>
            <Button
              size="small"
              disabled={order.position === 1}
              aria-label={t('moveUpOf', { name })}
              onClick={() => order.onMove(-1)}
            >
              {t('moveUp')}
            </Button>
            <Button
              size="small"
              disabled={order.position === order.count}
              aria-label={t('moveDownOf', { name })}
              onClick={() => order.onMove(1)}
            >
              {t('moveDown')}
            </Button>
          </>
        )}
        {onPurpose === undefined ? null : (
          <Button size="small" aria-label={t('purposeOf', { name })} onClick={onPurpose}>
            {t('purpose')}
          </Button>
        )}
        <Button size="small" aria-label={t('removeOf', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
