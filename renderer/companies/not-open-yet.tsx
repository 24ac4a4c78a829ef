import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text/use-text.ts';

interface NotOpenYetProps {
  readonly title: string;
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** In the place of a kept company or person that is being read, or could not be. */
export function NotOpenYet({ title, error, onRetry }: NotOpenYetProps) {
  const t = useText('companies');
  return (
    <>
      <PageHeading title={title} />
      {error === null ? (
        <p className="soft">{t('loading')}</p>
      ) : (
        <FailureNotice error={error} onRetry={onRetry} />
      )}
      <p>
        <a href="#/companies">{t('back')}</a>
      </p>
    </>
  );
}
