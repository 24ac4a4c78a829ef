import type { Requirement } from '../../../main/contract/report.ts';
import { useExplain } from '../../components/explain-panel.tsx';
import { explainedBy } from '../../dossier/focus-subject.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { RequirementMark } from './requirement-mark.tsx';

interface RequirementRowsProps {
  readonly requirements: readonly Requirement[];
  readonly dossier: string;
}

/** Requirements that need few words, one line each: the way to where it is provided, how far it is, and its explanation. */
export function RequirementRows({ requirements, dossier }: RequirementRowsProps) {
  const t = useText('requirements');
  const explain = useExplain();
  const { platform } = useSessionState().data.document;
  return (
    <ul className="requirement-rows">
      {requirements.map(({ id, title, status, optional, fields, kind }) => (
        <li key={id} {...explainedBy([id], title)}>
          <a
            href={hrefForField(dossier, fields[0] ?? `attestations.${id}`)}
            aria-label={t('go.of', { action: t(status === 'ok' ? 'go.there' : `go.${kind}`), title })}
          >
            {title}
          </a>
          <button
            type="button"
            className="link-button small"
            aria-label={t('explain.of', { title })}
            onClick={() => explain(id, platform)}
          >
            {t('explain')}
          </button>
          <RequirementMark status={status} optional={optional} />
        </li>
      ))}
    </ul>
  );
}
