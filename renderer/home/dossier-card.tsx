import { Button } from 'antd';
import type { DossierSummary, MethodOutput } from '../../main/contract/api.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { hrefOf } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { changedWhen } from './changed-when.ts';
import { StaleMark } from './stale-mark.tsx';
import { useNow } from './use-now.ts';

interface DossierCardProps {
  readonly summary: DossierSummary;
  readonly platforms: MethodOutput<'rulebook.platforms'>['platforms'];
  readonly onRemove: () => void;
}

/** One dossier: whose, for which platform and track, when it was changed; opens it or removes it. */
export function DossierCard({ summary, platforms, onRemove }: DossierCardProps) {
  const t = useText('home');
  const { language } = useLanguage();
  const now = useNow();
  const platform = platforms.find((one) => one.id === summary.platform);
  const track = platform?.tracks.find((one) => one.id === summary.track);
  const categories = summary.categories.map(
    (id) => platform?.categories.find((one) => one.id === id)?.title ?? id,
  );
  const title = summary.title === '' ? t('card.app') : summary.title;
  const facts = [
    platform?.title ?? summary.platform,
    track?.title ?? summary.track,
    categories.length === 0 ? t('card.noCategory') : categories.join(language === 'zh' ? '、' : ', '),
  ].filter((one) => one !== '');
  return (
    <li className="dossier-card">
      <h2>
        <a
          href={hrefOf({ page: 'dossier', dossier: summary.dossier, step: 'category' })}
          aria-label={t('card.open', { title })}
        >
          {title}
        </a>
      </h2>
      <p className="soft break">{summary.company === '' ? t('card.company') : summary.company}</p>
      <p className="dossier-card-facts">{facts.join(' · ')}</p>
      <StaleMark dossier={summary.dossier} />
      <div className="dossier-card-foot">
        <span className="faint small">
          {t('card.changed', { when: changedWhen(summary.changedAt, now, language, t) })}
        </span>
        <Button type="text" size="small" aria-label={t('card.removeOf', { title })} onClick={onRemove}>
          {t('card.remove')}
        </Button>
      </div>
    </li>
  );
}
