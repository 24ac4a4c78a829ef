import { Checkbox, Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';
import { NotCovered } from './not-covered.tsx';
import { findCategories } from './find-categories.ts';
import type { PlatformChoice } from './what-for.tsx';

interface CategoryChoiceProps {
  readonly platform: PlatformChoice;
}

/** The categories of the platform by group, with a search; those without rules yet are shown and cannot be chosen. */
export function CategoryChoice({ platform }: CategoryChoiceProps) {
  const t = useText('category');
  const session = useSession();
  const { categories: chosen } = useSessionState().data.document;
  const [typed, setTyped] = useState('');
  const searchId = useId();
  const covered = useMemo(() => platform.categories.filter((one) => one.covered), [platform]);
  const groups = useMemo(
    () => findCategories(platform.categories, platform.groups, typed),
    [platform, typed],
  );
  const titleOf = (id: string): string => platform.categories.find((one) => one.id === id)?.title ?? id;
  const isCovered = (id: string): boolean => covered.some((one) => one.id === id);
  const change = (id: string, isChosen: boolean): void => {
    session.edit(['categories'], isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
    void session.flush();
  };
  const found = groups.reduce((sum, group) => sum + group.categories.length, 0);
  const other = platform.categories.find((one) => one.id.endsWith('other'))?.title;
  return (
    <Sheet
      title={t('categories.title')}
      {...(other === undefined ? {} : { lead: t('categories.hint', { other }) })}
    >
      <div className="category-chosen" aria-live="polite">
        {chosen.length === 0 ? (
          <p className="faint">{t('categories.notChosen')}</p>
        ) : (
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
        )}
        {chosen
          .filter((id) => !isCovered(id))
          .map((id) => (
            <p key={id} className="category-gap">
              {t('notCovered.chosen', { title: titleOf(id) })}
            </p>
          ))}
      </div>
      <div className="category-search">
        <label htmlFor={searchId} className="field-label">
          {t('categories.search')}
        </label>
        <Input
          id={searchId}
          value={typed}
          placeholder={t('categories.searchHint')}
          allowClear
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="visually-hidden" role="status">
          {typed === '' ? '' : t('categories.found', { count: found })}
        </p>
      </div>
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
                {one.hint === undefined || (!one.covered && typed === '') ? null : (
                  <span className="category-hint">{one.hint}</span>
                )}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </div>
    </Sheet>
  );
}
