import { useEffect, useState } from 'react';

/** What has the focus: a field, or something that names the rules or clauses behind it. */
export type FocusSubject =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'rules'; readonly ids: readonly string[]; readonly title: string };

/** The attributes by which an element names the rules behind it: their ids with blanks between, and what it is called. */
export const explainedBy = (ids: readonly string[], title: string) => ({
  'data-explains': ids.join(' '),
  'data-explains-title': title,
});

/** What an element of a step is about: the nearest thing around it that says so. Null where nothing does. */
export function subjectOf(element: Element): FocusSubject | null {
  const place = element.closest<HTMLElement>('[data-explains], [id^="field-"], [data-field]');
  if (place === null) return null;
  const { explains, explainsTitle, field } = place.dataset;
  if (explains !== undefined && explains !== '') {
    return { kind: 'rules', ids: explains.split(' '), title: explainsTitle ?? '' };
  }
  const name = field ?? place.id.slice('field-'.length);
  return { kind: 'field', field: name.replace(/\.group$/, '') };
}

/** Follows the focus within the element of this id; keeps the last subject of a place while the focus is elsewhere. */
export function useFocusSubject(rootId: string, place: string): FocusSubject | null {
  const [subject, setSubject] = useState<FocusSubject | null>(null);
  const [shownAt, setShownAt] = useState(place);
  if (shownAt !== place) {
    setShownAt(place);
    setSubject(null);
  }
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target.closest(`#${rootId}`) === null) return;
      const next = subjectOf(target);
      if (next === null) return;
      setSubject((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [rootId]);
  return subject;
}
