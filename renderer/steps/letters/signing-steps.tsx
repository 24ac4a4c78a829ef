import { useText } from '../../text/use-text.ts';

/** How a printed letter becomes a scan that counts. */
export function SigningSteps() {
  const t = useText('letters');
  return (
    <section className="letters-section" aria-labelledby="letters-how">
      <h2 id="letters-how">{t('howTitle')}</h2>
      <ol className="signing-steps">
        {(['how1', 'how2', 'how3', 'how4', 'how5'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </section>
  );
}
