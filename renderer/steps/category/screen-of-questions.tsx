import { Button } from 'antd';
import { useShortcut } from '../../shell/shortcut-stack.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { AnswerRest } from './answer-rest.tsx';
import type { Answers } from './answers.ts';
import { Question } from './question.tsx';
import type { QuestionScreen } from './question-screens.ts';

/** The heading of the screen: it takes the focus when another screen is shown. */
export const screenTitleId = 'questions-screen-title';

interface ScreenOfQuestionsProps {
  readonly screen: QuestionScreen;
  readonly answers: Answers;
  /** Null on the first screen. */
  readonly onPrevious: (() => void) | null;
  /** Null on the last screen. */
  readonly onNext: (() => void) | null;
  /** Goes to a question on another screen that has no answer; null where there is none. */
  readonly onOpen: (() => void) | null;
}

/** One screen of questions, with the way back and on by button and by Alt with PageUp and PageDown. */
export function ScreenOfQuestions({ screen, answers, onPrevious, onNext, onOpen }: ScreenOfQuestionsProps) {
  const t = useText('category');
  const { id: dossier } = useSession();
  useShortcut('previous-page', onPrevious);
  useShortcut('next-page', onNext);
  const { title, questions, part, parts } = screen;
  return (
    <section className="question-topic" aria-labelledby={screenTitleId}>
      <div className="row-between">
        <h3 id={screenTitleId} tabIndex={-1}>
          {title}
          {parts === 1 ? null : <span className="question-part">{t('facts.part', { part, parts })}</span>}
        </h3>
        <AnswerRest topic={screen} answers={answers} />
      </div>
      {questions.map((one) => (
        <Question key={one.id} question={one} answer={answers[one.id]} />
      ))}
      <div className="row-between question-topic-foot">
        {onPrevious === null ? (
          <span />
        ) : (
          <Button onClick={onPrevious} aria-keyshortcuts="Alt+PageUp">
            {t('facts.previous')}
          </Button>
        )}
        {onNext !== null ? (
          <Button type="primary" onClick={onNext} aria-keyshortcuts="Alt+PageDown">
            {t('facts.next')}
          </Button>
        ) : onOpen !== null ? (
          <Button onClick={onOpen}>{t('facts.backToOpen')}</Button>
        ) : (
          <Button type="primary" href={hrefOf({ page: 'dossier', dossier, step: 'requirements' })}>
            {t('needed.more')}
          </Button>
        )}
      </div>
    </section>
  );
}
