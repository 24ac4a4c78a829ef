import { memo } from 'react';
import { AnswerRest } from './answer-rest.tsx';
import type { Answers } from './answers.ts';
import { Question } from './question.tsx';
import type { QuestionTopic } from './questions-by-topic.ts';

interface AllQuestionsProps {
  readonly topics: readonly QuestionTopic[];
  readonly answers: Answers;
}

/** Every question, topic after topic, to read or search through them. */
export function AllQuestions({ topics, answers }: AllQuestionsProps) {
  return topics.map((topic) => (
    <section key={topic.id} className="question-topic" aria-labelledby={`topic-${topic.id}`}>
      <div className="row-between">
        <h3 id={`topic-${topic.id}`} tabIndex={-1}>
          {topic.title}
        </h3>
        <AnswerRest topic={topic} answers={answers} />
      </div>
      {topic.questions.map((one) => (
        <QuestionOnce key={one.id} question={one} answer={answers[one.id]} />
      ))}
    </section>
  ));
}

/** A question is drawn again when it or its answer changes, not with every other answer. */
const QuestionOnce = memo(Question);
