import { Button } from 'antd';
import type { FirstOfList } from './use-first-of-list.ts';

/** Shows the next of a long list, with the list's own words for how many; nothing where all are shown. */
export function ShowMore({
  first: { more, showMore },
  label,
}: {
  readonly first: FirstOfList;
  readonly label: string;
}) {
  return more === 0 ? null : <Button onClick={showMore}>{label}</Button>;
}
