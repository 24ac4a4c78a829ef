import { Button, Checkbox, Input } from 'antd';
import type { Rejection, RejectionTask } from '../../../../main/contract/dossier.ts';
import { ClauseLinks } from '../../../components/clause-links.tsx';
import { useUndoNotice } from '../../../components/undo-notice.tsx';
import { useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { useTextDraft } from '../../../form/text-draft.ts';
import { useText } from '../../../text/use-text.ts';

interface RejectionTasksProps {
  readonly rejection: Rejection;
  /** Its place in the dossier's list. */
  readonly index: number;
  readonly today: string;
}

/** One rejection with its tasks: what was done about each, and whether it is done. */
export function RejectionTasks({ rejection, index, today }: RejectionTasksProps) {
  const t = useText('history');
  const session = useSession();
  const { data } = useSessionState();
  const tellDone = useUndoNotice();
  const { on, words, tasks = [] } = rejection;
  const done = tasks.filter((task) => task.done !== undefined).length;
  const remove = (): void => {
    const all = data.document.rejections ?? [];
    session.edit(['rejections'], all.length === 1 ? null : all.toSpliced(index, 1));
    tellDone({ message: t('removedNotice', { on }), undo: () => session.edit(['rejections'], all) });
  };
  return (
    <article id={`field-rejections.${index}`} className="bundle-card rejection" tabIndex={-1}>
      <div className="row-between">
        <h3>{t('rejectedOn', { on })}</h3>
        <span className={done === tasks.length ? 'small soft' : 'small rejection-open'}>
          {t('tasksDone', { done, total: tasks.length })}
        </span>
      </div>
      <ol className="rejection-tasks">
        {tasks.map((task, number) => (
          <Task
            // Tasks have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={number}
            task={task}
            field={['rejections', index, 'tasks', number]}
            today={today}
          />
        ))}
      </ol>
      <details>
        <summary>{t('showWords')}</summary>
        <p className="rejection-words break">{words}</p>
      </details>
      <div>
        <Button type="text" size="small" onClick={remove}>
          {t('remove')}
        </Button>
      </div>
    </article>
  );
}

interface TaskProps {
  readonly task: RejectionTask;
  readonly field: readonly (string | number)[];
  readonly today: string;
}

function Task({ task, field, today }: TaskProps) {
  const t = useText('history');
  const session = useSession();
  const draft = useTextDraft(
    task.note ?? '',
    (text) => session.edit([...field, 'note'], text === '' ? null : text),
    { tidy: (text) => text.trim(), onLeave: () => void session.flush() },
  );
  const id = field.join('-');
  const words = task.words ?? '';
  return (
    <li className="rejection-task">
      <p className="break">{words}</p>
      {task.clause === undefined ? null : (
        <div className="row small">
          <ClauseLinks cites={[task.clause]} />
        </div>
      )}
      <div className="rejection-answer">
        <label htmlFor={`${id}-note`} className="small">
          {t('taskNoteLabel')}
        </label>
        <Input
          id={`${id}-note`}
          {...draft.control}
          aria-label={t('taskNote', { task: words })}
          autoComplete="off"
        />
        <Checkbox
          checked={task.done !== undefined}
          aria-label={t('taskDoneOf', { task: words })}
          onChange={(event) => {
            session.edit([...field, 'done'], event.target.checked ? today : null);
            void session.flush();
          }}
        >
          {t('taskDone')}
        </Checkbox>
      </div>
    </li>
  );
}
