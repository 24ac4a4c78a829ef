import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import type { Say } from '../text/use-text.ts';

interface CardProgressProps extends Pick<DossierSummary, 'progress'> {
  readonly t: Say<'home'>;
}

/** How far a dossier has come and what blocks it, as it was last judged; says so when that no longer holds. */
export function CardProgress({ progress, t }: CardProgressProps) {
  if (progress === null) {
    return (
      <div className="card-progress">
        <p className="faint small">{t('progress.never')}</p>
      </div>
    );
  }
  const { done, total, errors, blocker, holds, day } = progress;
  const words = t('progress.done', { done, total });
  const blocked =
    blocker === undefined
      ? t('progress.unblocked')
      : t(errors === 1 ? 'progress.blockedByOne' : 'progress.blocked', {
          count: errors,
          first: blocker.message,
        });
  return (
    <div className="card-progress">
      <div className="card-progress-bar" aria-hidden="true">
        <span style={{ inlineSize: total === 0 ? 0 : `${(done / total) * 100}%` }} />
      </div>
      <p className="small">
        {words}
        {holds === 'current' ? null : (
          <span className="faint card-progress-note">
            {t(holds === 'edited' ? 'progress.edited' : 'progress.rulesChanged', { day })}
          </span>
        )}
      </p>
      <p
        className={`small dossier-card-line ${blocker === undefined ? 'faint' : 'card-progress-blocker'}`}
        title={blocked}
      >
        {blocked}
      </p>
    </div>
  );
}
