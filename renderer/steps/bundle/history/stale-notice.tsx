import type { HistoryStale } from '../../../../main/contract/history.ts';
import { useText } from '../../../text/use-text.ts';

/** What a newer rulebook makes out of date of this dossier, and why; nothing where the rulebook is the same. */
export function StaleNotice({ stale }: { readonly stale: HistoryStale }) {
  const t = useText('history');
  const { dossier, letters, bundles, rulebook } = stale;
  const [latest] = bundles;
  if (dossier === null && letters.length === 0 && latest === undefined) return null;
  return (
    <section className="stale-notice" aria-labelledby="stale-notice">
      <h3 id="stale-notice">{t('staleTitle')}</h3>
      {dossier === null ? null : (
        <>
          <p>
            {t('staleDossier', {
              when: dossier.since.at.slice(0, 10),
              version: nameOf(dossier.since.rulebook, rulebook),
              now: nameOf(rulebook, dossier.since.rulebook),
              added: dossier.added.length,
              removed: dossier.removed.length,
              changed: dossier.changed.length,
              concerning: dossier.concerning.length,
            })}
          </p>
          <ul className="history-list">
            {dossier.requirements.added.map(({ id, title }) => (
              <li key={`+${id}`}>{t('staleAdded', { title })}</li>
            ))}
            {dossier.requirements.removed.map(({ id, title }) => (
              <li key={`-${id}`}>{t('staleRemoved', { title })}</li>
            ))}
            {dossier.requirements.added.length + dossier.requirements.removed.length === 0 ? (
              <li>{t('staleNothing')}</li>
            ) : null}
          </ul>
          {dossier.concerning.length === 0 ? null : (
            <details>
              <summary>{t('staleConcerning')}</summary>
              <ul className="history-list">
                {dossier.concerning.map(({ id, title }) => (
                  <li key={id}>{title}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      {letters.map(({ letter, title, reasons }) => (
        <p key={letter}>{t('staleLetter', { title, why: reasons.map(({ text }) => text).join(' ') })}</p>
      ))}
      {latest === undefined ? null : (
        <p className="break">
          {bundles.length === 1
            ? t('staleBundle', { name: latest.fileName })
            : t('staleBundles', { count: bundles.length, name: latest.fileName })}
        </p>
      )}
    </section>
  );
}

type Mark = HistoryStale['rulebook'];

/** A version, with the beginning of its hash where the other has the same version. */
const nameOf = (mark: Mark, other: Mark): string =>
  mark.version === other.version ? `${mark.version} (${mark.sha256.slice(0, 8)})` : mark.version;
