import type { FormField, FormGuide, FormPlacement, SuggestedField } from '../../main/contract/forms.ts';

/** A place on a form: where something is written, or a guide to sign and seal by. */
export type Place = FormField | FormGuide;

/** What is placed on a form, as it is edited. */
export type Places = Pick<FormPlacement, 'fields' | 'guides'>;

export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export const isGuide = (place: Place): place is FormGuide => 'kind' in place;

/** The smallest place, in millimetres. */
const leastMm = 2;
const rounded = (mm: number): number => Math.round(mm * 10) / 10;
const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** A place moved and resized by so much, kept on its page; millimetres to one decimal. */
export function shifted<P extends Place>(
  place: P,
  by: { readonly xMm?: number; readonly yMm?: number; readonly widthMm?: number; readonly heightMm?: number },
  page: PageSize,
): P {
  const widthMm = rounded(between(place.widthMm + (by.widthMm ?? 0), leastMm, page.widthMm - place.xMm));
  const heightMm = rounded(between(place.heightMm + (by.heightMm ?? 0), leastMm, page.heightMm - place.yMm));
  return {
    ...place,
    widthMm,
    heightMm,
    xMm: rounded(between(place.xMm + (by.xMm ?? 0), 0, page.widthMm - widthMm)),
    yMm: rounded(between(place.yMm + (by.yMm ?? 0), 0, page.heightMm - heightMm)),
  };
}

/** The place with this id. */
export const placeOf = ({ fields, guides }: Places, id: string | null): Place | undefined =>
  [...fields, ...guides].find((one) => one.id === id);

/** The places with one of them changed, under its id before. */
export function withPlace({ fields, guides }: Places, id: string, next: Place): Places {
  return isGuide(next)
    ? { fields, guides: guides.map((one) => (one.id === id ? next : one)) }
    : { fields: fields.map((one) => (one.id === id ? next : one)), guides };
}

/** The places without one of them. */
export const withoutPlace = ({ fields, guides }: Places, id: string): Places => ({
  fields: fields.filter((one) => one.id !== id),
  guides: guides.filter((one) => one.id !== id),
});

/** The places with one more, under a name that is free. */
export function withNewPlace(places: Places, place: Place): { readonly places: Places; readonly id: string } {
  const id = freeId(places, place.id);
  const named = { ...place, id };
  return {
    id,
    places: isGuide(named)
      ? { ...places, guides: [...places.guides, named] }
      : { ...places, fields: [...places.fields, named] },
  };
}

function freeId({ fields, guides }: Places, wanted: string): string {
  const taken = new Set([...fields, ...guides].map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** The fields of the PDF's own that nothing lies on yet. */
export function openSuggestions(
  places: Places,
  suggestions: readonly SuggestedField[],
): readonly SuggestedField[] {
  const all = [...places.fields, ...places.guides];
  return suggestions.filter(
    (one) =>
      !all.some(
        (place) =>
          place.page === one.page &&
          place.xMm < one.xMm + one.widthMm &&
          one.xMm < place.xMm + place.widthMm &&
          place.yMm < one.yMm + one.heightMm &&
          one.yMm < place.yMm + place.heightMm,
      ),
  );
}

/** Places that cannot be saved yet: neither a variable nor words of their own. */
export const unfinished = ({ fields }: Places): readonly FormField[] =>
  fields.filter(({ variable, text }) => variable === undefined && (text === undefined || text === ''));

/** How an arrow key moves a place: half a millimetre, five with Shift; with Alt it is resized. Null for other keys. */
export function keyStep(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): {
  readonly xMm?: number;
  readonly yMm?: number;
  readonly widthMm?: number;
  readonly heightMm?: number;
} | null {
  const step = event.shiftKey ? 5 : 0.5;
  const [x, y] =
    event.key === 'ArrowLeft'
      ? [-step, 0]
      : event.key === 'ArrowRight'
        ? [step, 0]
        : event.key === 'ArrowUp'
          ? [0, -step]
          : event.key === 'ArrowDown'
            ? [0, step]
            : [0, 0];
  if (x === 0 && y === 0) return null;
  return event.altKey ? { widthMm: x, heightMm: y } : { xMm: x, yMm: y };
}
