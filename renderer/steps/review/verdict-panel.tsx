import type { Report } from '../../../main/contract/report.ts';
import { questionsWithoutAnswer, waitsForStatement } from './waiting-findings.ts';
import { useText } from '../../text/use-text.ts';

interface VerdictPanelProps {
  readonly report: Report;
  /** Whether it is of what is on the screen, is being made anew, or was stopped before it was. */
  readonly age: 'current' | 'outdated' | 'stopped';
}

/** What the check came to, without promising what the platform's reviewer will say. */
export function VerdictPanel({ report, age }: VerdictPanelProps) {
  const t = useText('review');
  const { error, warning, notice } = report.counts;
  const others = warning + notice;
  const statements = report.findings.filter(waitsForStatement).length;
  const questions = questionsWithoutAnswer(report.findings).length;
  const kind = error > 0 ? 'errors' : others > 0 ? 'warnings' : 'clean';
  const [title, text] = {
    errors: [t('verdictErrors', { count: error }), t('verdictErrorsText')],
    warnings: [t('verdictWarnings', { count: others }), t('verdictWarningsText')],
    clean: [t('verdictClean'), t('verdictCleanText')],
  }[kind];
  return (
    <section className={`verdict verdict-${kind}`} aria-labelledby="review-verdict">
      <div className="verdict-words" role="status">
        <h2 id="review-verdict">{title}</h2>
        <p>{text}</p>
        <p>{t('reviewerDecides')}</p>
        {statements + questions === 0 ? null : (
          <p className="small soft">{t('verdictOfWhich', { statements, questions })}</p>
        )}
        <p className="small soft">
          {age === 'current'
            ? t('rulebook', { id: report.rulebook.id, version: report.rulebook.version })
            : t(age)}
        </p>
      </div>
      <dl className="verdict-counts">
        {(
          [
            ['countError', error],
            ['countWarning', warning],
            ['countNotice', notice],
          ] as const
        ).map(([key, count]) => (
          <div key={key} className={count > 0 ? `verdict-count verdict-count-${key}` : 'verdict-count'}>
            <dt>{t(key)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
