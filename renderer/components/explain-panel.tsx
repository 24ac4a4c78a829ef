import { Button, Drawer } from 'antd';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { FailureNotice } from './failure-notice.tsx';
import './explain-panel.css';

/** What is explained: two platforms may have a rule of the same id. */
interface Explained {
  readonly id: string;
  readonly platform?: string | undefined;
}

type Explain = (id: string, platform?: string) => void;

const ExplainContext = createContext<Explain | null>(null);

/** Opens the explanation of a rule (of a platform, where two have one of its id) or a clause. Throws outside an ExplainProvider. */
export function useExplain(): Explain {
  const explain = useContext(ExplainContext);
  if (explain === null) throw new Error('useExplain needs an ExplainProvider above it');
  return explain;
}

/** Holds the side panel that explains rules and clauses, for every page below. */
export function ExplainProvider({ children }: { readonly children: ReactNode }) {
  const [trail, setTrail] = useState<readonly Explained[]>([]);
  const [isOpen, setOpen] = useState(false);
  const open = useCallback((id: string, platform?: string) => {
    setTrail([{ id, platform }]);
    setOpen(true);
  }, []);
  const follow = useCallback(
    (id: string, platform?: string) => setTrail((before) => [...before, { id, platform }]),
    [],
  );
  const back = useCallback(() => setTrail((before) => before.slice(0, -1)), []);
  const close = useCallback(() => setOpen(false), []);
  return (
    <ExplainContext value={open}>
      {children}
      <ExplainPanel trail={trail} isOpen={isOpen} onFollow={follow} onBack={back} onClose={close} />
    </ExplainContext>
  );
}

interface ExplainPanelProps {
  /** The ids followed so far; the last one is shown. */
  readonly trail: readonly Explained[];
  readonly isOpen: boolean;
  readonly onFollow: Explain;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** One rule or clause explained, with what it rests on and what rests on it; links inside lead on. */
function ExplainPanel({ trail, isOpen, onFollow, onBack, onClose }: ExplainPanelProps) {
  const t = useText('parts');
  const { id, platform } = trail.at(-1) ?? {};
  const input = useMemo(
    () => (id === undefined || !isOpen ? null : { id, ...(platform === undefined ? {} : { platform }) }),
    [id, platform, isOpen],
  );
  const answer = useAnswer('rulebook.explain', input);
  const shown = answer.data !== null && answer.data.id === id ? answer.data : null;
  // A clause rests on itself alone; saying so would explain nothing.
  const cites = (shown?.cites ?? []).filter((one) => one.id !== shown?.id);
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={440}
      title={t('explain.title')}
      closable={{ 'aria-label': t('explain.close') }}
      extra={trail.length > 1 ? <Button onClick={onBack}>{t('explain.back')}</Button> : null}
    >
      {answer.error !== null && !answer.isLoading ? (
        <FailureNotice error={answer.error} onRetry={answer.reload} />
      ) : null}
      {shown === null && answer.isLoading ? <p className="soft">{t('explain.loading')}</p> : null}
      {shown === null ? null : (
        <article className="explain" aria-live="polite">
          <p className="explain-kind">
            {t(`explain.kind.${shown.kind}`)} {shown.title === shown.id ? null : <code>{shown.id}</code>}
          </p>
          <h2>{shown.title}</h2>
          {shown.paragraphs.map((paragraph, index) => (
            <section key={`${index} ${paragraph.heading}`}>
              <h3>{paragraph.heading}</h3>
              <p className="explain-text">{paragraph.text}</p>
            </section>
          ))}
          {cites.length === 0 ? null : (
            <section>
              <h3>{t('explain.cites')}</h3>
              <ul className="explain-list">
                {cites.map((clause) => (
                  <li key={clause.id}>
                    <button
                      type="button"
                      className="link-button mono"
                      onClick={() => onFollow(clause.id, shown.platform)}
                    >
                      {clause.id}
                    </button>
                    <p>{clause.gist}</p>
                    <p className="faint small">
                      {clause.source}
                      {clause.dated === undefined ? null : ` · ${t('explain.dated', { date: clause.dated })}`}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {shown.citedBy.length === 0 ? null : (
            <section>
              <h3>{t('explain.citedBy')}</h3>
              <ul className="explain-list">
                {shown.citedBy.map((rule) => (
                  <li key={rule.id}>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => onFollow(rule.id, shown.platform)}
                    >
                      {rule.title}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
      )}
    </Drawer>
  );
}
