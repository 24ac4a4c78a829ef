import type { Requirement } from '../../../main/contract/report.ts';
import { isCounted } from '../../dossier/step-states.ts';
import type { Changes } from './changes-between.ts';

/** What is asked for, and whether the last change brought it or took it away. */
export interface NeededEntry {
  readonly id: string;
  readonly title: string;
  readonly mark: 'added' | 'removed' | null;
}

/** What is asked for of one kind. */
export interface NeededGroup {
  readonly kind: Requirement['kind'];
  /** How many are asked for; what was taken away is listed and not counted. */
  readonly count: number;
  readonly entries: readonly NeededEntry[];
}

const kinds = ['document', 'letter', 'asset', 'text', 'attestation'] as const;

/** What is asked for as things stand, by kind, with what the last change added and, at the end, took away. Kinds without either are left out. */
export function neededGroups(
  requirements: readonly Requirement[],
  changes: Changes | null,
): readonly NeededGroup[] {
  const added = new Set(changes?.added.map((one) => one.id));
  const sure = requirements.filter((one) => isCounted(one) && one.status !== 'open');
  const there = new Set(requirements.map((one) => one.id));
  return kinds
    .map((kind) => {
      const asked = sure.filter((one) => one.kind === kind);
      const gone = (changes?.removed ?? []).filter((one) => one.kind === kind && !there.has(one.id));
      return {
        kind,
        count: asked.length,
        entries: [
          ...asked.map(({ id, title }) => ({ id, title, mark: added.has(id) ? ('added' as const) : null })),
          ...gone.map(({ id, title }) => ({ id, title, mark: 'removed' as const })),
        ],
      };
    })
    .filter(({ entries }) => entries.length > 0);
}
