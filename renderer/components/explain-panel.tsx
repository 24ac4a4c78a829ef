import { Button, Drawer } from 'antd';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { FailureNotice } from './failure-notice.tsx';
import './explain-panel.css';

const ExplainContext = createContext<((id: string) => void) | null>(null);

/** Opens the explanation of a rule or a clause. Throws outside an ExplainProvider. */
export function useExplain(): (id: string) => void {
  const explain = useContext(ExplainContext);
  if (explain === null) throw new Error('useExplain needs an ExplainProvider above it');
  return explain;
}

/** Holds the side panel that explains rules and clauses, for every page below. */
export function ExplainProvider({ children }: { readonly children: ReactNode }) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const open = useCallback((id: string) => {
    setTrail([id]);
    setOpen(true);
  }, []);
  const follow = useCallback((id: string) => setTrail((before) => [...before, id]), []);
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
  readonly trail: readonly string[];
  readonly isOpen: boolean;
  readonly onFollow: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** One rule or clause explained, with what it rests on and what rests on it; links inside lead on. */
function ExplainPanel({ trail, isOpen, onFollow, onBack, onClose }: ExplainPanelProps) {
  const t = useText('parts');
  const id = trail.at(-1);
  const input = useMemo(() => (id === undefined || !isOpen ? null : { id }), [id, isOpen]);
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
          {shown.paragraphs.map((paragraph) => (
            <section key={paragraph.heading}>
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
                    <button type="button" className="link-button mono" onClick={() => onFollow(clause.id)}>
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
                    <button type="button" className="link-button" onClick={() => onFollow(rule.id)}>
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
