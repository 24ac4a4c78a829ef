import type { Finding } from '../../main/contract/report.ts';
import { useText } from '../text/use-text.ts';
import { FindingLine } from './finding-line.tsx';
import './finding-list.css';

const weight: Readonly<Record<Finding['level'], number>> = { error: 0, warning: 1, notice: 2 };

/** The heaviest first; findings of one weight stay in their order. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => weight[a.level] - weight[b.level]);
}

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly dossier: string;
  readonly showJump?: boolean;
}

/** Findings, the heaviest first. */
export function FindingList({ findings, dossier, showJump = false }: FindingListProps) {
  const t = useText('parts');
  if (findings.length === 0) return <p className="soft">{t('finding.none')}</p>;
  return (
    <ul className="finding-list">
      {byWeight(findings).map((finding) => (
        <li key={`${finding.rule} ${finding.at} ${finding.message}`}>
          <FindingLine finding={finding} dossier={dossier} showJump={showJump} />
        </li>
      ))}
    </ul>
  );
}
