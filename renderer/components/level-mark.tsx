import type { Finding } from '../../main/contract/report.ts';
import { useText } from '../text/use-text.ts';
import './level-mark.css';

type Mark = Finding['level'] | 'needs-person' | 'not-checked';

const shapes: Readonly<Record<Mark, string>> = {
  error: 'M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4',
  warning: 'M8 3.6v5.6M8 11.6v.9',
  notice: 'M8 3.6v.9M8 6.9v5.6',
  'needs-person': 'M8 4.1a1.9 1.9 0 110 3.8 1.9 1.9 0 010-3.8zM4.4 12.3c.5-2 1.9-3 3.6-3s3.1 1 3.6 3',
  'not-checked': 'M4.6 8h6.8',
};

/** What a finding is called: its level, or that a person must look, or that nothing could be looked at. */
export function markOf({ level, outcome }: Pick<Finding, 'level' | 'outcome'>): Mark {
  return outcome === 'fail' ? level : outcome;
}

interface LevelMarkProps {
  readonly level: Finding['level'];
  readonly outcome?: Finding['outcome'];
}

/** A sign and a word for how much a finding weighs; never colour alone. */
export function LevelMark({ level, outcome = 'fail' }: LevelMarkProps) {
  const t = useText('parts');
  const mark = markOf({ level, outcome });
  return (
    <span className={`level-mark level-mark-${mark}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="7.25" />
        <path d={shapes[mark]} />
      </svg>
      {t(`level.${mark}`)}
    </span>
  );
}
