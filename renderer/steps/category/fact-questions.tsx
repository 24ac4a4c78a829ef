import { Checkbox, Radio } from 'antd';
import type { FactQuestion } from '../../../main/contract/api.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';

interface FactQuestionsProps {
  /** Null while they are read. */
  readonly questions: readonly FactQuestion[] | null;
}

/** The questions that decide what is required, each with the clause behind it. */
export function FactQuestions({ questions }: FactQuestionsProps) {
  const t = useText('category');
  return (
    <Sheet title={t('facts.title')} {...(questions?.length === 0 ? {} : { lead: t('facts.lead') })}>
      {questions === null ? <p className="soft">{t('facts.loading')}</p> : null}
      {questions?.length === 0 ? <p className="soft">{t('facts.none')}</p> : null}
      {(questions ?? []).map((one) => (
        <Question key={one.id} question={one} />
      ))}
    </Sheet>
  );
}

function Question({ question }: { readonly question: FactQuestion }) {
  const t = useText('category');
  const session = useSession();
  const answer = useSessionState().data.document.facts?.[question.id];
  const give = (value: FactAnswer | null): void => {
    session.edit(['facts', question.id], value);
    void session.flush();
  };
  const helpId = `hint-facts.${question.id}`;
  return (
    <div className="question">
      <fieldset id={`field-facts.${question.id}`} aria-describedby={helpId}>
        <legend className="field-label">{question.question}</legend>
        <p id={helpId} className="field-hint">
          {question.help}
        </p>
        {question.kind === 'some-of' ? (
          <Checkbox.Group
            value={Array.isArray(answer) ? answer : []}
            onChange={(values) => give(values.map(String))}
            options={question.options.map((one) => ({ value: one.id, label: one.title }))}
          />
        ) : (
          <Radio.Group
            name={`fact-${question.id}`}
            value={answer}
            // Safe: the options below are the only values, yes and no or the ids of the question.
            onChange={(event) => give(event.target.value as boolean | string)}
            options={
              question.kind === 'yes-no'
                ? [
                    { value: true, label: t('yes') },
                    { value: false, label: t('no') },
                  ]
                : question.options.map((one) => ({ value: one.id, label: one.title }))
            }
          />
        )}
      </fieldset>
      <div className="row question-foot">
        <ClauseLinks cites={question.cites} />
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
      </div>
    </div>
  );
}
