import { hrefOf, steps, type Step } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import type { StepStates } from './step-states.ts';
import './task-list.css';

interface TaskListProps {
  readonly dossier: string;
  readonly current: Step;
  /** Null while the first report is not there yet. */
  readonly states: StepStates | null;
  /** Whether a person stopped the check that would tell them. */
  readonly isCheckStopped: boolean;
}

/** The steps of the dossier with how far each has come. */
export function TaskList({ dossier, current, states, isCheckStopped }: TaskListProps) {
  const t = useText('dossier');
  return (
    <nav aria-label={t('steps.label')}>
      <ol className="task-list">
        {steps.map((step) => {
          const state = states?.[step];
          const status = state?.status ?? 'unknown';
          return (
            <li key={step} className={step === current ? 'task task-current' : 'task'}>
              <a
                href={hrefOf({ page: 'dossier', dossier, step })}
                aria-current={step === current ? 'step' : undefined}
                aria-describedby={`status-${step}`}
              >
                {t(`step.${step}`)}
              </a>
              <span id={`status-${step}`} className={`task-status task-status-${status}`}>
                {t(status === 'unknown' && isCheckStopped ? 'status.unchecked' : `status.${status}`)}
                {state !== undefined && status === 'needs-attention' ? (
                  <span className="task-count">{t('problems.count', { count: state.problems })}</span>
                ) : null}
                {state !== undefined &&
                state.total > 0 &&
                (status === 'in-progress' || status === 'not-started') ? (
                  <>
                    <span className="task-count" aria-hidden="true">
                      {t('step.count', { done: state.done, total: state.total })}
                    </span>
                    <span className="visually-hidden">
                      {t('step.count.words', { done: state.done, total: state.total })}
                    </span>
                  </>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
