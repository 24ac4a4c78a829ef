import { Button, Select } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { useText } from '../text/use-text.ts';
import { FormPages, type Showing } from './form-pages.tsx';
import { FormPlacePanel } from './form-place-panel.tsx';
import { FormTrials } from './form-trials.tsx';
import {
  isGuide,
  openSuggestions,
  placeOf,
  unfinished,
  withNewPlace,
  withoutPlace,
  withPlace,
  type Place,
  type Places,
} from './form-places.ts';

interface FormDeskProps {
  readonly open: MethodOutput<'forms.open'>;
  readonly onSaved: () => void;
}

/** Where on a platform's form things are written: placed on its pages, tried with made-up data, saved. */
export function FormDesk({ open, onSaved }: FormDeskProps) {
  const t = useText('forms');
  const client = useClient();
  const { letter, version, pages, placement, suggestions, variables, revision } = open;
  const [history, setHistory] = useState<readonly Places[]>([placement]);
  const [selected, setSelected] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [showing, setShowing] = useState<Showing>('places');
  const [isSaved, setSaved] = useState(false);
  const work = useWork();
  const places = history.at(-1) ?? placement;
  const isChanged = history.length > 1;
  const size = pages[page - 1] ?? { widthMm: 210, heightMm: 297 };
  const shown = placeOf(places, selected);
  const left = openSuggestions(places, suggestions);
  const lacking = unfinished(places);
  const titleOf = (variable: string): string =>
    variables.find((one) => one.variable === variable)?.title ?? variable;
  const nameOf = (place: Place): string => {
    if (isGuide(place)) return place.label ?? t(`guide.${place.kind}`);
    if (place.text !== undefined) return `「${place.text}」`;
    return place.variable === undefined ? t('place.unnamed') : titleOf(place.variable);
  };
  const keep = (next: Places, goesOn = false): void => {
    setSaved(false);
    setHistory((before) => [...(goesOn ? before.slice(0, -1) : before.slice(-99)), next]);
  };
  const remove = (id: string): void => {
    keep(withoutPlace(places, id));
    setSelected(null);
  };
  const add = (place: Place): void => {
    const added = withNewPlace(places, place);
    keep(added.places);
    setSelected(added.id);
    requestAnimationFrame(() => document.getElementById(`form-place-${added.id}`)?.focus());
  };
  const middle = { page, xMm: Math.round(size.widthMm / 2 - 30), yMm: Math.round(size.heightMm / 2) };
  const takeAll = (): void =>
    keep(left.reduce((before: Places, one) => withNewPlace(before, one.field).places, places));
  const save = (): Promise<void> =>
    work.run(async ({ signal }) => {
      const next = { ...placement, fields: [...places.fields], guides: [...places.guides] };
      await client.call(
        'forms.place',
        { letter, version, baseRevision: revision, placement: next },
        { signal },
      );
      setSaved(true);
      onSaved();
    });
  return (
    <div className="form-desk">
      <div className="form-desk-pages">
        <div className="row-between">
          <div className="row">
            <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
              {t('page.previous')}
            </Button>
            <span aria-live="polite">{t('page.of', { page, pages: pages.length })}</span>
            <Button disabled={page >= pages.length} onClick={() => setPage(page + 1)}>
              {t('page.next')}
            </Button>
          </div>
          <Select
            className="form-showing"
            aria-label={t('showing.label')}
            value={showing}
            onChange={setShowing}
            options={(['places', 'sample', 'longest', 'shortest'] as const).map((one) => ({
              value: one,
              label: t(`showing.${one}`),
            }))}
          />
        </div>
        <FormPages
          letter={letter}
          version={version}
          page={page}
          size={size}
          showing={showing}
          placement={{ ...placement, fields: [...places.fields], guides: [...places.guides] }}
          suggestions={left}
          selected={selected}
          nameOf={nameOf}
          onSelect={setSelected}
          onChange={(id, place, goesOn) => keep(withPlace(places, id, place), goesOn)}
          onRemove={remove}
          onTake={(one) => add(one.field)}
        />
      </div>
      <div className="form-desk-side">
        <div className="row">
          <Button onClick={() => add({ id: t('newId.field'), ...middle, widthMm: 60, heightMm: 8 })}>
            {t('add.field')}
          </Button>
          <Button
            onClick={() => add({ id: t('newId.guide'), ...middle, widthMm: 40, heightMm: 40, kind: 'seal' })}
          >
            {t('add.guide')}
          </Button>
          <Button disabled={!isChanged} onClick={() => setHistory((before) => before.slice(0, -1))}>
            {t('undo')}
          </Button>
        </div>
        {left.length === 0 ? null : (
          <div className="form-suggested">
            <p className="small">{t('suggestion.lead', { count: left.length })}</p>
            <Button onClick={takeAll}>{t('suggestion.takeAll')}</Button>
          </div>
        )}
        {shown === undefined ? (
          <p className="small soft">{t('panel.none')}</p>
        ) : (
          <FormPlacePanel
            key={shown.id}
            place={shown}
            size={pages[shown.page - 1] ?? size}
            variables={variables}
            onChange={(place) => keep(withPlace(places, shown.id, place))}
            onRemove={() => remove(shown.id)}
          />
        )}
        <ul className="form-places" aria-label={t('place.all')}>
          {[...places.fields, ...places.guides].map((place) => (
            <li key={place.id}>
              <button
                type="button"
                className="link-button"
                aria-pressed={place.id === selected}
                onClick={() => {
                  setPage(place.page);
                  setSelected(place.id);
                  setShowing('places');
                }}
              >
                {nameOf(place)}
              </button>
              <span className="small faint">{t('place.page', { page: place.page })}</span>
            </li>
          ))}
        </ul>
        <FormTrials
          letter={letter}
          version={version}
          placement={{ ...placement, fields: [...places.fields], guides: [...places.guides] }}
          isReady={lacking.length === 0 && places.fields.length > 0}
          onShow={setSelected}
        />
        {lacking.length > 0 ? (
          <p className="letter-fault small">{t('lacking', { count: lacking.length })}</p>
        ) : null}
        <div className="row">
          <Button
            type="primary"
            disabled={!isChanged || lacking.length > 0 || work.progress !== null}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
          <span className="small soft" role="status">
            {isSaved ? t('saved') : isChanged ? t('unsaved') : ''}
          </span>
        </div>
        {work.error === null ? null : <FailureNotice error={work.error} />}
      </div>
    </div>
  );
}
