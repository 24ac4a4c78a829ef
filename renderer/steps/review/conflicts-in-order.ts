import type { SourceConflict } from '../../../main/contract/rulebook-view.ts';

/** Conflicts that touch a dossier, and the others of its platform. */
export interface ConflictsByConcern {
  readonly concerning: readonly SourceConflict[];
  readonly others: readonly SourceConflict[];
}

/** Parts conflicts by whether one of their rules is among those that this dossier meets; each part keeps its order. */
export function conflictsByConcern(
  conflicts: readonly SourceConflict[],
  met: ReadonlySet<string>,
): ConflictsByConcern {
  const concerns = ({ rules }: SourceConflict): boolean => rules.some((rule) => met.has(rule));
  return {
    concerning: conflicts.filter(concerns),
    others: conflicts.filter((one) => !concerns(one)),
  };
}
