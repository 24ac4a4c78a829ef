import type { MethodOutput } from '../../main/contract/api.ts';
import { useText } from '../text/use-text.ts';
import { orders, shelves, type HomeView, type Order, type Shelf } from './find-dossiers.ts';

interface ListToolsProps {
  readonly view: HomeView;
  readonly counts: Readonly<Record<Shelf, number>>;
  readonly platforms: MethodOutput<'rulebook.platforms'>['platforms'];
  /** How many are shown. */
  readonly found: number;
  readonly onChange: (view: HomeView) => void;
}

/** Search, shelves, platform and order of the list; says how many are found. */
export function ListTools({ view, counts, platforms, found, onChange }: ListToolsProps) {
  const t = useText('home');
  const isOrder = (text: string): text is Order => orders.some((one) => one === text);
  return (
    <search className="list-tools">
      <div className="list-tools-row">
        <label className="list-search">
          <span className="visually-hidden">{t('search.label')}</span>
          <input
            type="search"
            value={view.query}
            placeholder={t('search.hint')}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ ...view, query: event.target.value })}
          />
        </label>
        {platforms.length < 2 ? null : (
          <label className="list-select">
            <span>{t('platform.label')}</span>
            <select
              value={view.platform}
              onChange={(event) => onChange({ ...view, platform: event.target.value })}
            >
              <option value="">{t('platform.all')}</option>
              {platforms.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="list-select">
          <span>{t('order.label')}</span>
          <select
            value={view.order}
            onChange={({ target }) => {
              if (isOrder(target.value)) onChange({ ...view, order: target.value });
            }}
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(`order.${order}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="list-tools-row">
        <div className="list-shelves" role="group" aria-label={t('shelf.label')}>
          {shelves
            .filter((shelf) => shelf !== 'archived' || counts.archived > 0 || view.shelf === 'archived')
            .map((shelf) => (
              <button
                key={shelf}
                type="button"
                aria-pressed={view.shelf === shelf}
                onClick={() => onChange({ ...view, shelf })}
              >
                {t(`shelf.${shelf}`)}{' '}
                <span className="list-shelf-count">{counts[shelf].toLocaleString()}</span>
              </button>
            ))}
        </div>
        <p className="faint small" role="status">
          {t('found', { count: found, shown: found.toLocaleString() })}
        </p>
      </div>
    </search>
  );
}
