/** A group of categories to choose from, none empty. */
export interface CategoryGroup<C> {
  readonly id: string;
  readonly title: string;
  readonly categories: readonly C[];
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly covered: boolean;
}

const hasCovered = (group: CategoryGroup<Named>): boolean => group.categories.some((one) => one.covered);

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/**
 * Categories whose title, hint, id or group holds what was typed, by group; all of them when nothing was typed. Groups
 * with something to choose come first, otherwise in the platform's order. Width, case and spaces do not matter.
 */
export function findCategories<C extends Named>(
  categories: readonly C[],
  groups: readonly { readonly id: string; readonly title: string }[],
  typed: string,
): readonly CategoryGroup<C>[] {
  const wanted = plain(typed);
  const groupOf = (id: string): string => (id.includes('/') ? (id.split('/')[0] ?? '') : '');
  const known = new Set(groups.map((one) => one.id));
  const others = categories.some((one) => !known.has(groupOf(one.id))) ? [{ id: '', title: '' }] : [];
  return [...groups, ...others]
    .map((group) => ({
      ...group,
      categories: categories.filter((one) => {
        const own = groupOf(one.id);
        if ((known.has(own) ? own : '') !== group.id) return false;
        return [one.title, one.hint ?? '', one.id, group.title].some((text) => plain(text).includes(wanted));
      }),
    }))
    .filter((group) => group.categories.length > 0)
    .toSorted((a, b) => Number(hasCovered(b)) - Number(hasCovered(a)));
}
