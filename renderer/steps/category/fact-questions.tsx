import { useMemo, useState } from 'react';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import { showField } from '../../dossier/jump-to-field.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';
import type { Answers } from './answers.ts';
import { AllQuestions } from './all-questions.tsx';
import { screenOf } from './question-screens.ts';
import { screenTitleId, ScreenOfQuestions } from './screen-of-questions.tsx';
import { questionsByTopic } from './questions-by-topic.ts';
import { TopicRail } from './topic-rail.tsx';
import { useQuestionScreens } from './use-question-screens.ts';

interface FactQuestionsProps {
  /** Null while they are read. */
  readonly questions: readonly FactQuestion[] | null;
  /** Whether they are asked for anew: an answer may bring up others. */
  readonly isRenewed: boolean;
}

const noAnswers: Answers = {};

/** The questions that decide what is required: one screen at a time, or all at once for those who know them. */
export function FactQuestions({ questions, isRenewed }: FactQuestionsProps) {
  const t = useText('category');
  const { data, saving } = useSessionState();
  const { categories, facts: answers = noAnswers } = data.document;
  const [isAllShown, setAllShown] = useState(false);
  const topics = useMemo(() => questionsByTopic(questions ?? []), [questions]);
  const isOpen = (one: FactQuestion): boolean => answers[one.id] === undefined;
  // Which questions there are hangs on the category: before it is chosen none is asked by itself.
  const { screens, at, show } = useQuestionScreens(topics, isOpen, categories.length === 0);
  const total = questions?.length ?? 0;
  const open = (questions ?? []).filter(isOpen);
  const screen = screens[at];
  const goTo = (place: number): void => {
    show(place);
    focusSoon(() => document.getElementById(screenTitleId));
  };
  const goToTopic = (id: string): void => {
    if (isAllShown) focusSoon(() => document.getElementById(`topic-${id}`));
    else goTo(screens.findIndex((one) => one.id === id));
  };
  const goToOpen = (): void => {
    const shown = new Set(screen?.questions.map((one) => one.id));
    const next = open.find((one) => !isAllShown && shown.has(one.id)) ?? open[0];
    if (next === undefined) return;
    if (!isAllShown && !shown.has(next.id)) show(screenOf(screens, [next.id]));
    requestAnimationFrame(() => showField(`facts.${next.id}`));
  };
  return (
    <Sheet title={t('facts.title')} {...(questions?.length === 0 ? {} : { lead: t('facts.lead') })}>
      {questions === null ? <p className="soft">{t('facts.loading')}</p> : null}
      {questions?.length === 0 ? <p className="soft">{t('facts.none')}</p> : null}
      {categories.length === 0 && total > 0 ? <p className="category-gap">{t('facts.chooseFirst')}</p> : null}
      {total === 0 ? null : (
        <>
          <div className="stack-tight">
            <div className="row-between">
              <p className="small" role="status" aria-busy={isRenewed || saving.kind !== 'saved'}>
                {t('facts.progressAll', { done: total - open.length, total, topics: topics.length })}
              </p>
              <span className="row">
                {open.length === 0 || categories.length === 0 ? null : (
                  <button type="button" className="link-button small" onClick={goToOpen}>
                    {t('facts.nextOpen')}
                  </button>
                )}
                <button
                  type="button"
                  className="link-button small"
                  aria-label={`${t(isAllShown ? 'facts.oneByOne' : 'facts.showAll')} ${t('facts.title')}`}
                  onClick={() => setAllShown(!isAllShown)}
                >
                  {t(isAllShown ? 'facts.oneByOne' : 'facts.showAll')}
                </button>
              </span>
            </div>
            <progress
              className="question-progress"
              aria-hidden="true"
              value={total - open.length}
              max={total}
            />
          </div>
          <TopicRail
            topics={topics}
            answers={answers}
            current={isAllShown ? undefined : screen?.id}
            onGo={goToTopic}
          />
        </>
      )}
      {isAllShown ? <AllQuestions topics={topics} answers={answers} /> : null}
      {isAllShown || screen === undefined ? null : (
        <ScreenOfQuestions
          screen={screen}
          answers={answers}
          onPrevious={at === 0 ? null : () => goTo(at - 1)}
          onNext={at === screens.length - 1 ? null : () => goTo(at + 1)}
          onOpen={open.some((one) => !screen.questions.includes(one)) ? goToOpen : null}
        />
      )}
    </Sheet>
  );
}

/** Brings an element to the top of the window and gives it the focus, once React has drawn it. */
function focusSoon(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const element = find();
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  });
}
