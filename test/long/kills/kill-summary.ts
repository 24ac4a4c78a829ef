import { killWorks } from './kill-task.ts';
import type { KillOutcome } from './run-kills.ts';

/** What came of the kills, a line for each kind of work, dated. */
export function killSummary(outcomes: readonly KillOutcome[], seed: number): string {
  const lines = killWorks.flatMap((work) => {
    const ofWork = outcomes.filter((outcome) => outcome.work === work);
    if (ofWork.length === 0) return [];
    const stores = [...new Set(ofWork.map(({ store }) => store))].join(' and ');
    const confirmed = ofWork.reduce((sum, outcome) => sum + outcome.confirmed, 0);
    const faults = ofWork.reduce((sum, outcome) => sum + outcome.faults.length, 0);
    return `${work.padEnd(10)} ${String(ofWork.length).padStart(4)} kills (${stores}), ${confirmed} rounds confirmed before them, ${faults} faults`;
  });
  const faults = outcomes.reduce((sum, outcome) => sum + outcome.faults.length, 0);
  return [
    `${new Date().toISOString().slice(0, 10)}: ${outcomes.length} kills by SIGKILL, seed ${seed}, ${process.platform}, Node ${process.versions.node}`,
    ...lines,
    `${faults} faults`,
  ].join('\n');
}
