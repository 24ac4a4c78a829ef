import { useFirstOfList, type FirstOfList } from '../../components/use-first-of-list.ts';
import { useRoute } from '../../shell/routes.ts';

/** So many rows of files are drawn at first, and each time more are asked for: each has a picture, findings and buttons of its own. */
const atATime = 20;

/** The first of a list's files, the one that the address names among them. */
export function useFirstFiles(paths: readonly string[]): FirstOfList {
  const route = useRoute();
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const least = focus === undefined ? 0 : paths.indexOf(focus) + 1;
  return useFirstOfList(paths.length, { atFirst: atATime, atATime, least });
}
