import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaName, KeyOf } from './resources.ts';

/** Values that a text takes in its `{{…}}`; `count` chooses between one and many. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Says one text of an area. */
export type Say<A extends AreaName> = (key: KeyOf<A>, values?: TextValues) => string;

/** The texts of one area in the language of the page; redraws when the language changes. */
export function useText<A extends AreaName>(area: A): Say<A> {
  const { i18n } = useTranslation(area);
  const { language } = i18n;
  return useCallback(
    (key, values) => {
      // The keys are typed by the area above; i18next need not work them out again.
      const name: string = key;
      const options: Record<string, unknown> = { ...values, ns: area, lng: language };
      return i18n.t(name, options);
    },
    [i18n, area, language],
  );
}
