import { memo, useMemo } from 'react';
import { Button } from 'antd';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';
import { Fold, showFold } from '../../components/fold.tsx';
import { FoldSwitch } from '../../components/fold-switch.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { nextOpen, useFolds } from '../../components/use-folds.ts';
import { showField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import type { Answer } from '../../dossier/use-answer.ts';
import { Sheet } from '../../form/sheet.tsx';
import { useRoute } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { ChangesLine } from './changes-line.tsx';
import { Question } from './question.tsx';
import { noneAnswer, questionsByTopic, restOf, type QuestionTopic } from './questions-by-topic.ts';
import { useAnswerEffect, type AnswerEffect } from './use-answer-effect.ts';

interface FactQuestionsProps {
  /** Null while they are read. */
  readonly questions: readonly FactQuestion[] | null;
  readonly needed: Answer<MethodOutput<'requirements.list'>>;
}

type Answers = Readonly<Record<string, FactAnswer>>;

const noAnswers: Answers = {};
const foldOf = (topic: string): string => `questions-${topic}`;

/** The questions that decide what is required: one topic at a time, the next unfinished one open. */
export function FactQuestions({ questions, needed }: FactQuestionsProps) {
  const t = useText('category');
  const { categories, facts: answers = noAnswers } = useSessionState().data.document;
  const route = useRoute();
  const { effect, note } = useAnswerEffect(needed);
  const topics = useMemo(() => questionsByTopic(questions ?? []), [questions]);
  const doneIn = ({ questions: all }: QuestionTopic): number =>
    all.filter((one) => answers[one.id] !== undefined).length;
  const isDone = (id: string): boolean => {
    const topic = topics.find((one) => one.id === id);
    return topic === undefined || doneIn(topic) === topic.questions.length;
  };
  const ids = topics.map((one) => one.id);
  const focus =
    route.page === 'dossier' && route.focus?.startsWith('facts.') ? route.focus.slice(6) : undefined;
  const sought = topics.find((one) => one.questions.some((question) => question.id === focus))?.id;
  // Which questions there are hangs on the category: before it is chosen none is opened by itself.
  const folds = useFolds(ids, categories.length === 0 ? undefined : nextOpen(ids, isDone), sought);
  const total = questions?.length ?? 0;
  const done = topics.reduce((sum, topic) => sum + doneIn(topic), 0);
  const goOn = (from: string): void => {
    const next = nextOpen(ids, isDone, from);
    folds.replace([from], next);
    if (next !== undefined) showFold(foldOf(next));
    else document.getElementById('needed-title')?.scrollIntoView({ block: 'start' });
  };
  return (
    <Sheet title={t('facts.title')} {...(questions?.length === 0 ? {} : { lead: t('facts.lead') })}>
      {questions === null ? <p className="soft">{t('facts.loading')}</p> : null}
      {questions?.length === 0 ? <p className="soft">{t('facts.none')}</p> : null}
      {categories.length === 0 && total > 0 ? <p className="category-gap">{t('facts.chooseFirst')}</p> : null}
      {total === 0 ? null : (
        <div className="row-between">
          <p className="small" role="status">
            {t('facts.progressAll', { done, total, topics: topics.length })}
          </p>
          <FoldSwitch folds={folds} of={t('facts.title')} />
        </div>
      )}
      <div className="folds">
        {topics.map((topic) => (
          <Fold
            key={topic.id}
            id={foldOf(topic.id)}
            title={topic.title}
            isOpen={folds.isOpen(topic.id)}
            onToggle={() => folds.toggle(topic.id)}
            aside={
              <Progress
                topic={topic}
                done={doneIn(topic)}
                isOpen={folds.isOpen(topic.id)}
                answers={answers}
              />
            }
          >
            <Topic
              topic={topic}
              answers={answers}
              effect={effect}
              onAnswer={note}
              onGoOn={() => goOn(topic.id)}
            />
          </Fold>
        ))}
      </div>
    </Sheet>
  );
}

interface ProgressProps {
  readonly topic: QuestionTopic;
  readonly done: number;
  readonly isOpen: boolean;
  readonly answers: Answers;
}

/** How far a topic is answered, and while it is open the way to the next question without an answer. */
function Progress({ topic, done, isOpen, answers }: ProgressProps) {
  const t = useText('category');
  const total = topic.questions.length;
  const next = topic.questions.find((one) => answers[one.id] === undefined);
  return (
    <>
      {isOpen && next !== undefined && total > 4 ? (
        <button type="button" className="link-button small" onClick={() => showField(`facts.${next.id}`)}>
          {t('facts.nextOpen')}
        </button>
      ) : null}
      <span className={done === total ? 'fold-count-done' : undefined}>
        {t(done === total ? 'facts.allDone' : 'facts.progress', { done, total })}
      </span>
    </>
  );
}

interface TopicProps {
  readonly topic: QuestionTopic;
  readonly answers: Answers;
  readonly effect: AnswerEffect | null;
  /** Told as an answer is given at a question or a topic. */
  readonly onAnswer: (at: string) => void;
  readonly onGoOn: () => void;
}

/** The questions of one topic, one press that answers the rest with no, and the way to the next topic. */
function Topic({ topic, answers, effect, onAnswer, onGoOn }: TopicProps) {
  const t = useText('category');
  const session = useSession();
  const tell = useUndoNotice();
  const { id, title, questions } = topic;
  const rest = restOf(topic, answers);
  const put = (isAnswered: boolean): void => {
    for (const one of rest) session.edit(['facts', one.id], isAnswered ? (noneAnswer(one) ?? null) : null);
    void session.flush();
  };
  const answerRest = (): void => {
    onAnswer(foldOf(id));
    put(true);
    tell({ message: t('facts.restDone', { count: rest.length }), undo: () => put(false) });
  };
  return (
    <div className="question-topic">
      {questions.map((one) => (
        <QuestionOnce
          key={one.id}
          question={one}
          answer={answers[one.id]}
          effect={effect?.at === one.id ? effect : null}
          onAnswer={onAnswer}
        />
      ))}
      <div className="row question-topic-foot">
        {rest.length < 2 ? null : (
          <Button onClick={answerRest} aria-label={t('facts.restOf', { topic: title, count: rest.length })}>
            {t('facts.rest', { count: rest.length })}
          </Button>
        )}
        <Button onClick={onGoOn}>{t('facts.goOn')}</Button>
      </div>
      <p className="question-effect" aria-live="polite">
        {effect?.at === foldOf(id) ? <ChangesLine changes={effect.changes} /> : null}
      </p>
    </div>
  );
}

/** A question is drawn again when it or its answer changes, not with every other answer. */
const QuestionOnce = memo(Question);
