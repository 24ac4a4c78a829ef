import { useText } from '../text/use-text.ts';
import type { Folds } from './use-folds.ts';

/** Opens all panels at once, to read or search through them, or folds them all. */
export function FoldSwitch({ folds, of }: { readonly folds: Folds; readonly of: string }) {
  const t = useText('parts');
  const words = t(folds.isAllOpen ? 'folds.foldAll' : 'folds.openAll');
  return (
    <button
      type="button"
      className="link-button small"
      aria-label={`${words} ${of}`}
      onClick={folds.isAllOpen ? folds.foldAll : folds.openAll}
    >
      {words}
    </button>
  );
}
