import type { Requirement } from '../../../main/contract/report.ts';
import type { NeedsTree } from '../../../main/contract/rulebook.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useText } from '../../text/use-text.ts';
import { RequirementMark } from './requirement-mark.tsx';

interface NeedsTreeWordsProps {
  readonly tree: NeedsTree;
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly dossier: string;
}

/** What a group is made of, in words: all of these, any one of these, nested as the rule has it. */
export function NeedsTreeWords({ tree, byId, dossier }: NeedsTreeWordsProps) {
  const t = useText('requirements');
  if (typeof tree === 'string') return <NeedsLeaf id={tree} byId={byId} dossier={dossier} />;
  const isAll = 'allOf' in tree;
  const branches = isAll ? tree.allOf : tree.anyOf;
  const isOnly = branches.length === 1;
  return (
    <div className="needs">
      {isOnly ? null : <p className="needs-words">{t(isAll ? 'needs.allOf' : 'needs.anyOf')}</p>}
      <ul className={isAll ? 'needs-all' : 'needs-any'}>
        {branches.map((branch) => (
          <li key={JSON.stringify(branch)}>
            <NeedsTreeWords tree={branch} byId={byId} dossier={dossier} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NeedsLeafProps {
  readonly id: string;
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly dossier: string;
}

/** A leaf; one that is itself a group shows its own parts. Absent where it does not apply. */
function NeedsLeaf({ id, byId, dossier }: NeedsLeafProps) {
  const requirement = byId.get(id);
  if (requirement === undefined) return null;
  const { title, status, optional, needs, fields } = requirement;
  const [field] = fields;
  return (
    <>
      <span className="row">
        {field === undefined ? <span>{title}</span> : <a href={hrefForField(dossier, field)}>{title}</a>}
        <RequirementMark status={status} optional={optional} />
      </span>
      {needs === undefined ? null : <NeedsTreeWords tree={needs} byId={byId} dossier={dossier} />}
    </>
  );
}
