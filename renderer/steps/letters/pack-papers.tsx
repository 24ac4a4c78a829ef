import { FailureNotice } from '../../components/failure-notice.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';

/** Pictures and PDFs that copies are printed of, by their paper. */
export type PaperSources = Readonly<Record<string, readonly File[]>>;

interface PackPaperListProps {
  readonly sources: PaperSources;
  readonly onChange: (sources: PaperSources) => void;
}

/** The papers of which the pack can hold copies: for each, the unsealed pictures to print. */
export function PackPaperList({ sources, onChange }: PackPaperListProps) {
  const t = useText('letterDesk');
  const session = useSession();
  const { data, error, reload } = useAnswer('letters.pack-papers', { dossier: session.id });
  const papers = data?.papers ?? [];
  if (error !== null) return <FailureNotice error={error} onRetry={reload} />;
  if (papers.length === 0) return null;
  const remove = (paper: string, index: number): void =>
    onChange({ ...sources, [paper]: (sources[paper] ?? []).toSpliced(index, 1) });
  return (
    <section className="stack-tight" aria-labelledby="pack-papers">
      <h3 id="pack-papers">{t('papers.title')}</h3>
      <p className="small soft">{t('papers.lead')}</p>
      <ul className="pack-papers">
        {papers.map(({ id, title, bothSides, state }) => (
          <li key={id}>
            <DropZone
              label={t('papers.drop', { title })}
              hint={`${t(`papers.state.${state}`)}${bothSides ? ` ${t('papers.bothSides')}` : ''}`}
              multiple
              onFiles={(files) => onChange({ ...sources, [id]: [...(sources[id] ?? []), ...files] })}
            />
            {(sources[id] ?? []).map((file, index) => (
              <p key={`${file.name} ${file.size} ${file.lastModified}`} className="pack-file small">
                <span className="break">{file.name}</span>
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('papers.removeOf', { name: file.name })}
                  onClick={() => remove(id, index)}
                >
                  {t('papers.remove')}
                </button>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
