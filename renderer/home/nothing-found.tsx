import { Button } from 'antd';
import { useText } from '../text/use-text.ts';
import type { HomeView } from './find-dossiers.ts';

interface NothingFoundProps {
  readonly view: Omit<HomeView, 'order'>;
  readonly onChange: (part: Partial<HomeView>) => void;
}

/** The list without a dossier that fits: why, and the way back to all of them. */
export function NothingFound({ view: { query, platform, shelf }, onChange }: NothingFoundProps) {
  const t = useText('home');
  const isNarrowed = query.trim() !== '' || platform !== '';
  const why = isNarrowed
    ? t('nothing.search', { query: query.trim() })
    : t(shelf === 'in-use' ? 'nothing.in-use' : `nothing.${shelf}`);
  return (
    <div className="nothing-found">
      <p>{query.trim() === '' && isNarrowed ? t('nothing.platform') : why}</p>
      <Button onClick={() => onChange({ query: '', platform: '', shelf: isNarrowed ? shelf : 'in-use' })}>
        {t(isNarrowed ? 'nothing.clear' : 'nothing.all')}
      </Button>
    </div>
  );
}
