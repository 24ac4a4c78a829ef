import { useEffect } from 'react';
import { useText } from '../text/use-text.ts';

/** Names the window after the page that it shows. */
export function usePageTitle(page: string | null): void {
  const t = useText('shell');
  useEffect(() => {
    document.title = page === null ? t('title') : t('title.with', { page });
  }, [page, t]);
}
