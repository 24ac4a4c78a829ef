import { useText } from '../../text/use-text.ts';

/** Says that letters were made and could not be kept in the history, and why; nothing where they were. */
export function NotKeptNotice({ why }: { readonly why: string | null | undefined }) {
  const t = useText('history');
  if (why === null || why === undefined) return null;
  return (
    <p className="letter-missing" role="status">
      {t('lettersNotKept', { why })}
    </p>
  );
}
