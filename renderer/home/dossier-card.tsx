import { memo, type CSSProperties } from 'react';
import type { Language } from '../../main/contract/language.ts';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import { hrefOf } from '../shell/routes.ts';
import type { Say } from '../text/use-text.ts';
import { CardProgress } from './card-progress.tsx';
import { changedWhen } from './changed-when.ts';
import { StaleMark } from './stale-mark.tsx';

/** What can be done with a dossier without opening it; `index` is its place in the list as it is shown. */
export interface CardActions {
  readonly duplicate: (summary: DossierSummary, index: number) => void;
  readonly archive: (summary: DossierSummary, index: number) => void;
  readonly remove: (summary: DossierSummary, index: number) => void;
}

interface DossierCardProps {
  readonly summary: DossierSummary;
  readonly platforms: MethodOutput<'rulebook.platforms'>['platforms'];
  readonly actions: CardActions;
  readonly now: Date;
  /** Given by the list: cards come and go with every frame of a scroll, and none should have to subscribe to anything. */
  readonly t: Say<'home'>;
  readonly language: Language;
  readonly index: number;
  readonly count: number;
  readonly column: number;
  readonly topPx: number;
  readonly onFocus: (index: number) => void;
}

/** One dossier: whose, for which platform and track, how far, what blocks, when it was changed and last exported. */
export const DossierCard = memo(function DossierCard(props: DossierCardProps) {
  const { summary, platforms, actions, now, t, language, index, count, column, topPx, onFocus } = props;
  const platform = platforms.find((one) => one.id === summary.platform);
  const track = platform?.tracks.find((one) => one.id === summary.track);
  const categories = summary.categories.map(
    (id) => platform?.categories.find((one) => one.id === id)?.title ?? id,
  );
  const { title } = summary;
  const facts = [
    platform?.title ?? summary.platform,
    track?.title ?? summary.track,
    categories.length === 0 ? t('card.noCategory') : categories.join(language === 'zh' ? '、' : ', '),
  ]
    .filter((one) => one !== '')
    .join(' · ');
  const { lastExport } = summary;
  const exported =
    lastExport === null
      ? t('export.never')
      : t(lastExport.isDraft ? 'export.draft' : 'export.final', {
          when: changedWhen(lastExport.at, now, language, t).trim(),
        });
  const company = summary.company === '' ? t('card.company') : summary.company;
  const style: CSSProperties & Readonly<Record<`--${string}`, string | number>> = {
    '--column': column,
    '--top': `${topPx}px`,
  };
  return (
    <li
      className="dossier-card"
      style={style}
      aria-setsize={count}
      aria-posinset={index + 1}
      onFocus={() => onFocus(index)}
    >
      <h2 title={title}>
        <a
          href={hrefOf({ page: 'dossier', dossier: summary.dossier, step: 'category' })}
          aria-label={t('card.open', { title })}
        >
          {title}
        </a>
      </h2>
      <p className="soft dossier-card-line" title={company}>
        {company}
      </p>
      <p className="dossier-card-line dossier-card-facts" title={facts}>
        {facts}
      </p>
      <p className="dossier-card-line dossier-card-facts">
        {t('card.changed', { when: changedWhen(summary.changedAt, now, language, t) })}
      </p>
      <p className="dossier-card-line dossier-card-facts" title={exported}>
        {exported}
      </p>
      <CardProgress progress={summary.progress} t={t} />
      <StaleMark dossier={summary.dossier} />
      <div className="dossier-card-foot">
        <span className="dossier-card-actions">
          {summary.isArchived ? null : (
            <button
              type="button"
              aria-label={t('card.duplicateOf', { title })}
              onClick={() => actions.duplicate(summary, index)}
            >
              {t('card.duplicate')}
            </button>
          )}
          <button
            type="button"
            aria-label={t(summary.isArchived ? 'card.unarchiveOf' : 'card.archiveOf', { title })}
            onClick={() => actions.archive(summary, index)}
          >
            {t(summary.isArchived ? 'card.unarchive' : 'card.archive')}
          </button>
          <button
            type="button"
            aria-label={t('card.removeOf', { title })}
            onClick={() => actions.remove(summary, index)}
          >
            {t('card.remove')}
          </button>
        </span>
      </div>
    </li>
  );
});
