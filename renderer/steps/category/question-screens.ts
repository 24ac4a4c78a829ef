import type { QuestionTopic } from './questions-by-topic.ts';

/** Part of a topic that is asked at once. */
export interface QuestionScreen extends QuestionTopic {
  /** Its place among the screens of its topic, from 1, and how many those are. */
  readonly part: number;
  readonly parts: number;
}

/** So many questions stand on one screen without scrolling. */
const atMost = 4;

/** Cuts a list into pieces of about the same length, none longer than `atMost`. */
function evenPieces<T>(list: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / atMost);
  return Array.from({ length: count }, (_, index) =>
    list.slice(Math.round((index * list.length) / count), Math.round(((index + 1) * list.length) / count)),
  );
}

/**
 * The topics cut into screens. The questions of `held`, those that are being answered, stay together whatever
 * questions their answers bring up or take away; the rest of their topic is cut before and after them.
 */
export function questionScreens(
  topics: readonly QuestionTopic[],
  held: readonly string[],
): readonly QuestionScreen[] {
  return topics.flatMap((topic) => {
    const { questions } = topic;
    const first = questions.findIndex((one) => held.includes(one.id));
    const lastHeld = questions.findLastIndex((one) => held.includes(one.id));
    // A single question left over, as an answer may bring it up, is asked on the same screen.
    const last = lastHeld === questions.length - 2 ? questions.length - 1 : lastHeld;
    const pieces =
      first === -1
        ? evenPieces(questions)
        : [
            ...evenPieces(questions.slice(0, first)),
            questions.slice(first, last + 1),
            ...evenPieces(questions.slice(last + 1)),
          ];
    return pieces.map((piece, index) => ({
      ...topic,
      questions: piece,
      part: index + 1,
      parts: pieces.length,
    }));
  });
}

/** Where the first of these questions is asked; -1 when none is. */
export const screenOf = (screens: readonly QuestionScreen[], questions: readonly string[]): number =>
  screens.findIndex((screen) => screen.questions.some((one) => questions.includes(one.id)));
