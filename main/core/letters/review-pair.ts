import type { WordRun } from '../../contract/word.ts';
import { plainRuns, textOf } from './clean-word-runs.ts';
import { splitPair } from './split-pair.ts';
import { keptPair } from './word-labels.ts';

/** A line `label：value` of a Word file as the line `key: value` of a container; null where it has no colon. */
export function reviewPair(kind: string, runs: readonly WordRun[]): readonly WordRun[] | null {
  const pair = splitPair(runs);
  if (pair === null) return null;
  const label = textOf(pair.label).trim();
  if (kind === 'particulars') return [...plainRuns(pair.label), { text: ': ' }, ...plainRuns(pair.value)];
  const kept = keptPair(label, textOf(pair.value));
  const isSame = kept.value === textOf(pair.value);
  return [{ text: `${kept.key}: ` }, ...(isSame ? plainRuns(pair.value) : [{ text: kept.value }])];
}
