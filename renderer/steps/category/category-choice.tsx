import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { SearchField } from '../../components/search-field.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useRoute } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { NotCovered } from './not-covered.tsx';
import { findCategories } from './find-categories.ts';
import type { PlatformChoice } from './what-for.tsx';

interface CategoryChoiceProps {
  readonly platform: PlatformChoice;
}

/**
 * The categories of the platform by group, with a search; folded once one is chosen. Those that a rulebook in the
 * making does not cover yet are shown and cannot be chosen.
 */
export function CategoryChoice({ platform }: CategoryChoiceProps) {
  const t = useText('category');
  const session = useSession();
  const { categories: chosen } = useSessionState().data.document;
  const [typed, setTyped] = useState('');
  const route = useRoute();
  const isSought = route.page === 'dossier' && route.focus === 'categories';
  /** Undefined while nobody has folded or opened it: then it is open for whom it begins with. */
  const [isOpened, setOpened] = useState<boolean | undefined>(chosen.length === 0 ? true : undefined);
  const isOpen = isOpened ?? isSought;
  const groups = useMemo(
    () => findCategories(platform.categories, platform.groups, typed),
    [platform, typed],
  );
  const categoryOf = (id: string) => platform.categories.find((one) => one.id === id);
  const titleOf = (id: string): string => categoryOf(id)?.title ?? id;
  const change = (id: string, isChosen: boolean): void => {
    session.edit(['categories'], isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
    void session.flush();
  };
  const found = groups.reduce((sum, group) => sum + group.categories.length, 0);
  const other = platform.categories.find((one) => one.id.endsWith('other'))?.title;
  const hasGaps = platform.categories.some((one) => !one.covered);
  const lead = [
    other === undefined ? t('categories.hintPlain') : t('categories.hint', { other }),
    ...(hasGaps ? [t('categories.hintGaps')] : []),
  ].join(' ');
  return (
    <Sheet title={t('categories.title')} {...(isOpen ? { lead } : {})}>
      <div className="category-chosen" aria-live="polite">
        {chosen.length === 0 ? (
          <p className="faint">{t('categories.notChosen')}</p>
        ) : (
          <div className="row-between">
            <ul className="row" aria-label={t('categories.chosen')}>
              {chosen.map((id) => (
                <li key={id} className="category-chip">
                  {titleOf(id)}
                  <button
                    type="button"
                    aria-label={t('categories.remove', { title: titleOf(id) })}
                    onClick={() => change(id, false)}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </li>
              ))}
            </ul>
            {isOpen ? null : (
              <Button id="field-categories" aria-expanded={false} onClick={() => setOpened(true)}>
                {t('categories.change')}
              </Button>
            )}
          </div>
        )}
        {chosen.map((id) => {
          const category = categoryOf(id);
          return category?.covered === true ? null : (
            <p key={id} className="category-gap">
              {category === undefined
                ? t('categories.unknown', { title: id, platform: platform.title })
                : t('notCovered.chosen', { title: category.title })}
            </p>
          );
        })}
      </div>
      {isOpen ? (
        <>
          <SearchField
            label={t('categories.search')}
            hint={t('categories.searchHint')}
            value={typed}
            onChange={setTyped}
            found={t('categories.found', { count: found })}
          />
          {groups.length === 0 ? <p className="soft">{t('categories.none', { text: typed })}</p> : null}
          <div className="category-groups" id="field-categories" tabIndex={-1}>
            {groups.map((group) => (
              <fieldset key={group.id} className="category-group">
                <legend>{group.title}</legend>
                {group.categories.map((one) => (
                  <Checkbox
                    key={one.id}
                    checked={chosen.includes(one.id)}
                    disabled={!one.covered && !chosen.includes(one.id)}
                    onChange={(event) => change(one.id, event.target.checked)}
                  >
                    {one.title}
                    {one.covered ? null : <NotCovered />}
                    {one.hint === undefined ? null : <span className="category-hint">{one.hint}</span>}
                  </Checkbox>
                ))}
              </fieldset>
            ))}
          </div>
          {chosen.length === 0 ? null : (
            <div>
              <Button aria-expanded onClick={() => setOpened(false)}>
                {t('categories.fold')}
              </Button>
            </div>
          )}
        </>
      ) : null}
    </Sheet>
  );
}
