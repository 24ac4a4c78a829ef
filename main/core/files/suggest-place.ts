import type { PlaceReason } from '../../contract/files.ts';
import type { PaperKind } from '../../contract/read-paper.ts';
import type { PaperReads } from '../../contract/rulebook.ts';

/** A place of the dossier that holds files. */
export interface Place {
  readonly field: string;
  /** What people call it, in every language. */
  readonly titles: readonly string[];
  readonly isEmpty: boolean;
  /** Asked for as things stand: neither optional nor hanging on a question. */
  readonly isDue: boolean;
  /** The paper that is wanted there, where a machine can tell it by its print. */
  readonly reads?: PaperReads | undefined;
  /** The one size that rules want of a picture there. */
  readonly size?: { readonly widthPx: number; readonly heightPx: number } | undefined;
}

/** What is known of a file that is in no place yet; each part is looked for only when the ones before said nothing. */
export interface LooseFile {
  readonly path: string;
  readonly size?: { readonly widthPx: number; readonly heightPx: number } | undefined;
  /** The letters whose page codes are on it. */
  readonly letters?: readonly string[] | undefined;
  readonly paper?: { readonly kind: PaperKind; readonly names: readonly string[] } | undefined;
}

/** Whose papers are told apart by the name on them. */
export type People = Partial<Readonly<Record<PaperReads['of'], string>>>;

/**
 * Where a file may belong: by the page codes on it, by its name, by what is printed on it, by its size in px; null where nothing
 * of it speaks, or where two places would do as well. Of equal places an empty one is taken.
 */
export function suggestPlace(
  file: LooseFile,
  places: readonly Place[],
  people: People,
): { readonly field: string; readonly because: PlaceReason } | null {
  const coded = new Set(file.letters);
  const letter = places.find(({ field }) => coded.size === 1 && field === `documents.${[...coded][0] ?? ''}`);
  if (letter !== undefined) return { field: letter.field, because: 'code' };
  const named = byName(file.path, places);
  if (named !== null) return { field: named.field, because: 'name' };
  const printed = byPrint(file.paper, places, people);
  if (printed !== null) return { field: printed.field, because: 'print' };
  const { size } = file;
  const sized =
    size === undefined
      ? []
      : places.filter((one) => one.size?.widthPx === size.widthPx && one.size.heightPx === size.heightPx);
  const place = onlyOrEmpty(sized);
  return place === null ? null : { field: place.field, because: 'size' };
}

/** One place of several: the only one, else the only empty one, else the only empty one that is due; two logos are not told apart. */
function onlyOrEmpty(places: readonly Place[]): Place | null {
  const empty = places.filter(({ isEmpty }) => isEmpty);
  for (const choice of [places, empty, empty.filter(({ isDue }) => isDue)]) {
    if (choice.length === 1) return choice[0] ?? null;
  }
  return null;
}

function byPrint(paper: LooseFile['paper'], places: readonly Place[], people: People): Place | null {
  if (paper === undefined || paper.kind === 'unknown') return null;
  const alike = places.filter(({ reads }) => reads?.paper === paper.kind);
  const own = alike.filter(({ reads }) => {
    const name = reads === undefined ? undefined : people[reads.of];
    return name !== undefined && paper.names.some((read) => plain(read) === plain(name));
  });
  return onlyOrEmpty(own.length > 0 ? own : alike);
}

function byName(path: string, places: readonly Place[]): Place | null {
  const name = plain((path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, ''));
  const scored = places
    .map((place) => {
      const byTitle = Math.max(0, ...place.titles.map((title) => sharedRun(name, plain(title))));
      const byId = sharedRun(name, plain(place.field.split('.').at(-1) ?? ''));
      // Three shared Chinese characters say as much as six Latin letters.
      const isChinese = /\p{Script=Han}/u.test(name);
      const title = isChinese ? byTitle * 2 : byTitle;
      return { place, score: Math.max(title >= 6 ? title : 0, byId >= 4 ? byId : 0) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || Number(b.place.isEmpty) - Number(a.place.isEmpty));
  return scored[0]?.place ?? null;
}

/** Length of the longest run of characters that both texts share. */
function sharedRun(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < a.length; start += 1) {
    while (start + longest < a.length && b.includes(a.slice(start, start + longest + 1))) longest += 1;
  }
  return longest;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·()（）《》]+/g, '');
