import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { explainedBy } from '../../dossier/focus-subject.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { WhatIf } from './what-if.tsx';

interface QuestionProps {
  readonly question: FactQuestion;
  readonly answer: FactAnswer | undefined;
}

/** One question with its help, its clauses, and what each answer would change. */
export function Question({ question, answer }: QuestionProps) {
  const t = useText('category');
  const session = useSession();
  const [isTried, setTried] = useState(false);
  const { id, kind, options, help, cites, changes } = question;
  const give = (value: FactAnswer | null): void => {
    session.edit(['facts', id], value);
    void session.flush();
  };
  const helpId = `hint-facts.${id}`;
  const foot = (
    <div className="row question-foot">
      <ClauseLinks cites={cites} atMost={1} />
      <span className="row">
        {changes.length === 0 ? null : (
          <button
            type="button"
            className="link-button small"
            aria-expanded={isTried}
            aria-label={t('whatIf.showOf', { question: question.question })}
            onClick={() => setTried(!isTried)}
          >
            {t('whatIf.show')}
          </button>
        )}
        {answer === undefined ? null : (
          <button
            type="button"
            className="link-button small"
            aria-label={t('facts.clearOf', { question: question.question })}
            onClick={() => give(null)}
          >
            {t('facts.clear')}
          </button>
        )}
      </span>
    </div>
  );
  return (
    <div className="question">
      <fieldset id={`field-facts.${id}`} aria-describedby={helpId} {...explainedBy(cites, question.question)}>
        <legend className="field-label">{question.question}</legend>
        <p id={helpId} className="field-hint">
          {help}
        </p>
        {kind === 'some-of' ? (
          <div className="question-options">
            <Checkbox.Group
              className={options.length > 6 ? 'question-many' : ''}
              value={Array.isArray(answer) ? answer : []}
              onChange={(values) => give(values.length === 0 ? null : values.map(String))}
              options={options.map((one) => ({ value: one.id, label: one.title }))}
            />
            <Checkbox
              checked={Array.isArray(answer) && answer.length === 0}
              onChange={(event) => give(event.target.checked ? [] : null)}
            >
              {t('facts.noneOfThese')}
            </Checkbox>
          </div>
        ) : (
          <div className="question-row">
            <Radio.Group
              name={`fact-${id}`}
              value={answer}
              // Safe: the options below are the only values, yes and no or the ids of the question.
              onChange={(event) => give(event.target.value as boolean | string)}
              options={
                kind === 'yes-no'
                  ? [
                      { value: true, label: t('yes') },
                      { value: false, label: t('no') },
                    ]
                  : options.map((one) => ({ value: one.id, label: one.title }))
              }
            />
            {foot}
          </div>
        )}
      </fieldset>
      {kind === 'some-of' ? foot : null}
      {isTried ? <WhatIf question={question} given={answer} /> : null}
    </div>
  );
}
