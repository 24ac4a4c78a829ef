import { useMemo } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { useExplain } from '../../components/explain-panel.tsx';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { byOpenQuestion } from './by-open-question.ts';

interface OpenRequirementsProps {
  readonly requirements: readonly Requirement[];
  /** Questions by fact, in their order. */
  readonly questions: ReadonlyMap<string, string>;
  readonly dossier: string;
}

/** What is not decided, under the question that decides it: papers by name, statements by number. */
export function OpenRequirements({ requirements, questions, dossier }: OpenRequirementsProps) {
  const t = useText('requirements');
  const explain = useExplain();
  const { platform } = useSessionState().data.document;
  const byQuestion = useMemo(
    () => byOpenQuestion(requirements, [...questions.keys()]),
    [requirements, questions],
  );
  return (
    <ul className="open-questions">
      {byQuestion.map(({ fact, requirements: hanging }) => {
        const papers = hanging.filter((one) => one.kind !== 'attestation');
        const statements = hanging.length - papers.length;
        return (
          <li key={fact}>
            <p className="open-question">
              <a href={hrefForField(dossier, `facts.${fact}`)}>{questions.get(fact) ?? fact}</a>
            </p>
            <p className="small">
              {papers.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="link-button"
                  aria-label={t('explain.of', { title: one.title })}
                  onClick={() => explain(one.id, platform)}
                >
                  {one.title}
                </button>
              ))}
              {statements === 0 ? null : (
                <span className="soft">{t('open.statements', { count: statements })}</span>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
