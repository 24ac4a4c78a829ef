import { useState } from 'react';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import { navigate, useRoute } from '../../shell/routes.ts';
import { questionScreens, screenOf, type QuestionScreen } from './question-screens.ts';
import type { QuestionTopic } from './questions-by-topic.ts';

/** The screens of questions and the one that is shown. */
export interface QuestionScreens {
  readonly screens: readonly QuestionScreen[];
  /** -1 while none is shown. */
  readonly at: number;
  readonly show: (place: number) => void;
}

const idsOf = (screen: QuestionScreen | undefined): readonly string[] =>
  (screen?.questions ?? []).map((one) => one.id);

/**
 * Shows one screen of questions at a time: at first, unless it is too early to ask, the first with a question that
 * `isOpen`, and the one that holds the question of the address.
 */
export function useQuestionScreens(
  topics: readonly QuestionTopic[],
  isOpen: (question: FactQuestion) => boolean,
  isTooEarly: boolean,
): QuestionScreens {
  const route = useRoute();
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const sought = focus?.startsWith('facts.') === true ? focus.slice('facts.'.length) : undefined;
  const [held, setHeld] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState<string | undefined>(undefined);
  const screens = questionScreens(topics, held);
  const place = sought === undefined ? -1 : screenOf(screens, [sought]);
  const at = screenOf(screens, held);
  // What is sought is taken up once, when its question is known: afterwards people go where they like.
  if (sought === undefined) {
    if (taken !== undefined) setTaken(undefined);
  } else if (taken !== sought && place !== -1) {
    setTaken(sought);
    setHeld(idsOf(screens[place]));
  }
  if ((place === -1 || taken === sought) && at === -1 && !isTooEarly && screens.length > 0) {
    const first = screens.findIndex((screen) => screen.questions.some(isOpen));
    setHeld(idsOf(screens[Math.max(first, 0)]));
  }
  return {
    screens,
    at,
    show(next) {
      setHeld(idsOf(screens[next]));
      // The address may then ask for the same question again.
      if (route.page === 'dossier' && sought !== undefined) {
        navigate({ page: 'dossier', dossier: route.dossier, step: route.step }, { replace: true });
      }
    },
  };
}
