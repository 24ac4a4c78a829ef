import { Button } from 'antd';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import type { Answers } from './answers.ts';
import { noneAnswer, restOf, type QuestionTopic } from './questions-by-topic.ts';

interface AnswerRestProps {
  /** The questions that are in view. */
  readonly topic: QuestionTopic;
  readonly answers: Answers;
}

/** One press that answers what is still open in view with no or none, and can be taken back; nothing for a single question. */
export function AnswerRest({ topic, answers }: AnswerRestProps) {
  const t = useText('category');
  const session = useSession();
  const tell = useUndoNotice();
  const rest = restOf(topic, answers);
  const put = (isAnswered: boolean): void => {
    for (const one of rest) session.edit(['facts', one.id], isAnswered ? (noneAnswer(one) ?? null) : null);
    void session.flush();
  };
  const answerRest = (): void => {
    put(true);
    tell({ message: t('facts.restDone', { count: rest.length }), undo: () => put(false) });
  };
  if (rest.length < 2) return null;
  return (
    <Button
      size="small"
      onClick={answerRest}
      aria-label={t('facts.restOf', { topic: topic.title, count: rest.length })}
    >
      {t('facts.rest', { count: rest.length })}
    </Button>
  );
}
