import { useConnection } from '../client/client-context.tsx';
import { useText } from '../text/use-text.ts';

/** Says that the host does not answer, for as long as it does not. */
export function ConnectionNotice() {
  const t = useText('shell');
  const connection = useConnection();
  return (
    <div role="alert">
      {connection === 'ok' ? null : <p className="connection-notice">{t(`connection.${connection}`)}</p>}
    </div>
  );
}
