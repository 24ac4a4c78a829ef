import type { Requirement } from '../../../main/contract/report.ts';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import { useExplain } from '../../components/explain-panel.tsx';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { byOpenQuestion } from '../requirements/by-open-question.ts';

interface UndecidedListProps {
  readonly open: readonly Requirement[];
  readonly questions: readonly FactQuestion[];
}

/** What is not decided yet, under the question that decides it; the question leads to itself, a requirement to its explanation. */
export function UndecidedList({ open, questions }: UndecidedListProps) {
  const t = useText('category');
  const explain = useExplain();
  const { id: dossier } = useSession();
  const { platform } = useSessionState().data.document;
  const ids = questions.map((one) => one.id);
  return (
    <details className="needed-group needed-undecided">
      <summary>{t('needed.undecided', { count: open.length })}</summary>
      <ul>
        {byOpenQuestion(open, ids).map(({ fact, requirements }) => (
          <li key={fact}>
            <a href={hrefForField(dossier, `facts.${fact}`)}>
              {questions.find((one) => one.id === fact)?.question ?? fact}
            </a>
            <ul>
              {requirements.map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className="needed-entry faint" onClick={() => explain(id, platform)}>
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
