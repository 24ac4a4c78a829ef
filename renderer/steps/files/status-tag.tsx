import type { Requirement } from '../../../main/contract/report.ts';
import { useText } from '../../text/use-text.ts';

interface StatusTagProps {
  readonly requirement: Pick<Requirement, 'status' | 'optional' | 'partOf'>;
}

/** How a requirement stands, in a word; what may be left out says so. */
export function StatusTag({ requirement }: StatusTagProps) {
  const t = useText('files');
  const { status, optional, partOf } = requirement;
  if (optional && status === 'missing') {
    return <span className="files-status">{t(partOf === undefined ? 'statusOptional' : 'statusSpare')}</span>;
  }
  const words = {
    ok: 'statusOk',
    missing: 'statusMissing',
    invalid: 'statusInvalid',
    open: 'statusOpen',
  } as const;
  return <span className={`files-status files-status-${status}`}>{t(words[status])}</span>;
}
