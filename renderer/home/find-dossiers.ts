import type { MethodOutput } from '../../main/contract/api.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';

type Platforms = MethodOutput<'rulebook.platforms'>['platforms'];

/** Which dossiers are looked at: in use, those that something blocks, those not judged as they are now, those put away. */
export const shelves = ['in-use', 'attention', 'unchecked', 'archived'] as const;
export type Shelf = (typeof shelves)[number];

export const orders = ['changed', 'name', 'company', 'errors', 'progress'] as const;
export type Order = (typeof orders)[number];

/** How the list of dossiers is looked at; `platform` empty: all of them. */
export interface HomeView {
  readonly query: string;
  readonly platform: string;
  readonly shelf: Shelf;
  readonly order: Order;
}

/** A dossier with all that a search looks through. */
export interface FoundDossier {
  readonly summary: DossierSummary;
  readonly text: string;
}

const bare = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a dossier's last judgement says nothing of it as it is now. */
export const isUnchecked = ({ progress }: DossierSummary): boolean =>
  progress === null || progress.holds !== 'current';

const isOn: Readonly<Record<Shelf, (one: DossierSummary) => boolean>> = {
  'in-use': (one) => !one.isArchived,
  attention: (one) => !one.isArchived && (one.progress?.errors ?? 0) > 0,
  unchecked: (one) => !one.isArchived && isUnchecked(one),
  archived: (one) => one.isArchived,
};

/** Dossiers with the text by which they are found: app, company, credit code, platform and track as people call them. */
export function searchable(
  dossiers: readonly DossierSummary[],
  platforms: Platforms,
): readonly FoundDossier[] {
  const titles = new Map(
    platforms.flatMap(({ id, title, tracks }) => [
      [id, title] as const,
      ...tracks.map((track) => [`${id}/${track.id}`, track.title] as const),
    ]),
  );
  return dossiers.map((summary) => {
    const { title, company, uscc, platform, track } = summary;
    const named = [titles.get(platform) ?? platform, titles.get(`${platform}/${track}`) ?? track];
    return { summary, text: bare([title, company, uscc, ...named].join('\n')) };
  });
}

const shareOf = ({ progress }: DossierSummary): number =>
  progress === null || progress.total === 0 ? -1 : progress.done / progress.total;

/** The same dossiers in an order; those that are alike in it stay as they came, the last changed first. */
export function inOrder(
  list: readonly FoundDossier[],
  order: Order,
  compare: (one: string, other: string) => number,
): readonly FoundDossier[] {
  switch (order) {
    case 'changed':
      return list;
    case 'name':
      return list.toSorted((a, b) => compare(a.summary.title, b.summary.title));
    case 'company':
      return list.toSorted((a, b) => compare(a.summary.company, b.summary.company));
    case 'errors':
      return list.toSorted((a, b) => (b.summary.progress?.errors ?? 0) - (a.summary.progress?.errors ?? 0));
    case 'progress':
      return list.toSorted((a, b) => shareOf(b.summary) - shareOf(a.summary));
  }
}

/** The dossiers that a view shows: on its shelf, of its platform, with every word of its query. */
export function findDossiers(
  list: readonly FoundDossier[],
  { query, platform, shelf }: Omit<HomeView, 'order'>,
): readonly DossierSummary[] {
  const words = bare(query).split(/\s+/).filter(Boolean);
  return list
    .filter(
      ({ summary, text }) =>
        isOn[shelf](summary) &&
        (platform === '' || summary.platform === platform) &&
        words.every((word) => text.includes(word)),
    )
    .map(({ summary }) => summary);
}

/** How many dossiers are on each shelf. */
export function countShelves(dossiers: readonly DossierSummary[]): Readonly<Record<Shelf, number>> {
  const count = (shelf: Shelf): number => dossiers.filter(isOn[shelf]).length;
  return {
    'in-use': count('in-use'),
    attention: count('attention'),
    unchecked: count('unchecked'),
    archived: count('archived'),
  };
}
