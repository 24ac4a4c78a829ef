import { useText } from '../../text/use-text.ts';
import type { Answers } from './answers.ts';
import type { QuestionTopic } from './questions-by-topic.ts';

interface TopicRailProps {
  readonly topics: readonly QuestionTopic[];
  readonly answers: Answers;
  /** The topic that is asked about; undefined while none or all are shown. */
  readonly current: string | undefined;
  readonly onGo: (topic: string) => void;
}

/** The topics in their order, each with how far it is answered, and the way to it. */
export function TopicRail({ topics, answers, current, onGo }: TopicRailProps) {
  const t = useText('category');
  return (
    <nav className="topic-rail" aria-label={t('facts.topics')}>
      <ol>
        {topics.map(({ id, title, questions }) => {
          const total = questions.length;
          const done = questions.filter((one) => answers[one.id] !== undefined).length;
          const isDone = done === total;
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === current ? 'step' : undefined}
                onClick={() => onGo(id)}
              >
                {title}
                <span className={isDone ? 'topic-count topic-count-done' : 'topic-count'} aria-hidden="true">
                  {isDone ? '✓' : `${done}/${total}`}
                </span>
                <span className="visually-hidden">
                  {t(isDone ? 'facts.allDone' : 'facts.progress', { done, total })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
