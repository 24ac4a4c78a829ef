import type { Requirement } from '../../../main/contract/report.ts';
import { useText } from '../../text/use-text.ts';

interface RequirementMarkProps {
  readonly status: Requirement['status'];
  /** An optional thing that is not there is not missing. */
  readonly optional: boolean;
}

/** How far a requirement has come, in a word. */
export function RequirementMark({ status, optional }: RequirementMarkProps) {
  const t = useText('parts');
  if (optional && (status === 'missing' || status === 'open')) return null;
  return <span className={`requirement-mark requirement-mark-${status}`}>{t(`status.${status}`)}</span>;
}
