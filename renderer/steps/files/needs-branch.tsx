import type { ReactNode } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import type { NeedsTree } from '../../../main/contract/rulebook.ts';
import { useRoute } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { leavesOf } from './cards.ts';

interface NeedsBranchProps {
  readonly needs: NeedsTree;
  readonly byId: ReadonlyMap<string, Requirement>;
  /** Draws a leaf. */
  readonly renderLeaf: (requirement: Requirement) => ReactNode;
  readonly isInner?: boolean;
}

/** A tree of all-of and any-of in words, with its leaves as cards; alternatives that are not used are folded away. */
export function NeedsBranch({ needs, byId, renderLeaf, isInner = false }: NeedsBranchProps) {
  const t = useText('files');
  const route = useRoute();
  if (typeof needs === 'string') {
    const requirement = byId.get(needs);
    return requirement === undefined ? null : renderLeaf(requirement);
  }
  const isAny = 'anyOf' in needs;
  const parts = isAny ? needs.anyOf : needs.allOf;
  if (parts.length === 1 && parts[0] !== undefined) {
    return <NeedsBranch needs={parts[0]} byId={byId} renderLeaf={renderLeaf} isInner={isInner} />;
  }
  const words = isInner ? (isAny ? 'partAnyOf' : 'partAllOf') : isAny ? 'anyOf' : 'allOf';
  const spare =
    isAny && parts.some((part) => isHeld(part, byId)) ? parts.filter((part) => !isHeld(part, byId)) : [];
  const shown = parts.filter((part) => !spare.includes(part));
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const isSought = spare.flatMap(leavesOf).some((id) => focus === `documents.${id}`);
  const list = (some: readonly NeedsTree[]) => (
    <ul className="files-branch-parts">
      {some.map((part) => (
        <li key={JSON.stringify(part)}>
          <NeedsBranch needs={part} byId={byId} renderLeaf={renderLeaf} isInner />
        </li>
      ))}
    </ul>
  );
  return (
    <div className={isAny ? 'files-branch files-branch-any' : 'files-branch'}>
      <p className="files-branch-words">{t(words)}</p>
      {list(shown)}
      {spare.length === 0 ? null : (
        <details className="files-branch-spare" open={isSought}>
          <summary>{t('spare', { count: spare.length })}</summary>
          {list(spare)}
        </details>
      )}
    </div>
  );
}

/** Whether any leaf of a tree holds a file. */
const isHeld = (tree: NeedsTree, byId: ReadonlyMap<string, Requirement>): boolean =>
  leavesOf(tree).some((id) => (byId.get(id)?.files.length ?? 0) > 0);
