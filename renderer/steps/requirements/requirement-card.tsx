import type { Requirement } from '../../../main/contract/report.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { useExplain } from '../../components/explain-panel.tsx';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { stepOfRequirement } from '../../dossier/step-states.ts';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { NeedsTreeWords } from './needs-tree.tsx';
import { RequirementMark } from './requirement-mark.tsx';

interface RequirementCardProps {
  readonly requirement: Requirement;
  readonly byId: ReadonlyMap<string, Requirement>;
  /** Questions by fact. */
  readonly questions: ReadonlyMap<string, string>;
  readonly dossier: string;
}

/** Where a requirement is provided: its own field, or for a group the field of its first part. */
function placeOf(one: Requirement, byId: ReadonlyMap<string, Requirement>, dossier: string): string {
  const [field] = one.fields;
  if (one.kind === 'letter') {
    return hrefOf({ page: 'dossier', dossier, step: 'letters', focus: `letters.${one.id}` });
  }
  if (field !== undefined) return hrefForField(dossier, field);
  const part = [...byId.values()].find((other) => other.partOf === one.id && other.fields.length > 0);
  const first = part?.fields[0];
  return first === undefined
    ? hrefOf({ page: 'dossier', dossier, step: stepOfRequirement(one) })
    : hrefForField(dossier, first);
}

/** One requirement: what, how far, why, on which clauses, and the way to where it is provided. */
export function RequirementCard({ requirement, byId, questions, dossier }: RequirementCardProps) {
  const t = useText('requirements');
  const explain = useExplain();
  const { title, status, optional, because, cites, needs, files, facts } = requirement;
  const action = t(status === 'ok' ? 'go.there' : `go.${requirement.kind}`);
  return (
    <>
      <div className="requirement-head">
        <h3>
          {title}
          {optional ? <span className="requirement-optional">{t('optional')}</span> : null}
        </h3>
        <RequirementMark status={status} optional={optional} />
      </div>
      <p className="soft break">{because}</p>
      {status === 'open' && facts !== undefined ? (
        <p className="requirement-open">
          {t('open.why')}
          {facts.map((fact) => (
            <a key={fact} href={hrefForField(dossier, `facts.${fact}`)}>
              {questions.get(fact) ?? fact}
            </a>
          ))}
        </p>
      ) : null}
      {needs === undefined ? null : <NeedsTreeWords tree={needs} byId={byId} dossier={dossier} />}
      {files.length === 0 || needs !== undefined ? null : (
        <p className="faint small break">{t('files', { files: files.join('、') })}</p>
      )}
      <div className="requirement-foot">
        <ClauseLinks cites={cites} />
        <span className="row">
          <button
            type="button"
            className="link-button"
            aria-label={t('explain.of', { title })}
            onClick={() => explain(requirement.id)}
          >
            {t('explain')}
          </button>
          <a
            href={placeOf(requirement, byId, dossier)}
            aria-label={t('go.of', { action, title })}
            className="requirement-go"
          >
            {action}
          </a>
        </span>
      </div>
    </>
  );
}
