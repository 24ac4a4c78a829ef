import type { Finding } from '../../main/contract/report.ts';
import { useFieldTitle } from '../dossier/field-title.ts';
import { explainedBy } from '../dossier/focus-subject.ts';
import { hrefForField } from '../dossier/jump-to-field.ts';
import { useText } from '../text/use-text.ts';
import { ClauseLinks } from './clause-links.tsx';
import { LevelMark } from './level-mark.tsx';
import './finding-line.css';

interface FindingLineProps {
  readonly finding: Finding;
  /** The id of the dossier, for the jump. */
  readonly dossier: string;
  /** Names the field and leads to where it is edited. */
  readonly showJump?: boolean;
}

/** One finding: how much it weighs, what was found and what to do, the clauses behind it, and the repair if there is one. */
export function FindingLine({ finding, dossier, showJump = false }: FindingLineProps) {
  const t = useText('parts');
  const titleOf = useFieldTitle();
  const title = titleOf(finding.at);
  return (
    <div
      {...explainedBy([finding.rule], title)}
      className={`finding-line finding-line-${finding.outcome === 'fail' ? finding.level : finding.outcome}`}
    >
      <div className="finding-line-mark">
        <LevelMark level={finding.level} outcome={finding.outcome} />
      </div>
      <div className="finding-line-body">
        <p className="break">{finding.message}</p>
        {finding.fix === undefined ? null : (
          <p className="finding-line-fix">{t('finding.fix', { summary: finding.fix.summary })}</p>
        )}
        <div className="row">
          <ClauseLinks cites={finding.cites} />
        </div>
      </div>
      {showJump ? (
        <a
          className="finding-line-jump"
          href={hrefForField(dossier, finding.at)}
          aria-label={t('finding.jumpTo', { field: title })}
        >
          {title}
        </a>
      ) : null}
    </div>
  );
}
