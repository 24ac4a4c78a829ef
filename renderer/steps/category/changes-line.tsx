import { useText } from '../../text/use-text.ts';
import { toldOf, type Changes } from './changes-between.ts';

/** The names of at most this many are said. */
const atMost = 6;

/** What an answer adds and what it spares, in one line. */
export function ChangesLine({ changes }: { readonly changes: Changes }) {
  const t = useText('category');
  const added = toldOf(changes.added);
  const removed = toldOf(changes.removed);
  const named = (titles: readonly string[]): string =>
    titles.length > atMost
      ? t('effect.andMore', { titles: titles.slice(0, atMost).join(t('effect.comma')), count: titles.length })
      : titles.join(t('effect.comma'));
  const parts = [
    added.titles.length > 0
      ? t('effect.added', { count: added.titles.length, titles: named(added.titles) })
      : '',
    removed.titles.length > 0
      ? t('effect.removed', { count: removed.titles.length, titles: named(removed.titles) })
      : '',
    added.statements > 0 ? t('effect.statementsAdded', { count: added.statements }) : '',
    removed.statements > 0 ? t('effect.statementsRemoved', { count: removed.statements }) : '',
  ].filter((part) => part !== '');
  return <>{parts.length === 0 ? t('effect.none') : parts.join(t('effect.semicolon'))}</>;
}
