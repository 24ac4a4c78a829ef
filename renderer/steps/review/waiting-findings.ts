import type { Finding } from '../../../main/contract/report.ts';

/** Whether a finding waits for a statement: those have their own section. */
export const waitsForStatement = ({ at, outcome }: Pick<Finding, 'at' | 'outcome'>): boolean =>
  outcome === 'needs-person' && at.startsWith('attestations.');

/** Whether a finding waits for the answer to a question, in the step 类目与问题. */
export const waitsForAnswer = ({ at, outcome }: Pick<Finding, 'at' | 'outcome'>): boolean =>
  outcome === 'needs-person' && at.startsWith('facts.');

/** The fields of the questions that findings wait for, each once. */
export const questionsWithoutAnswer = (
  findings: readonly Pick<Finding, 'at' | 'outcome'>[],
): readonly string[] => [...new Set(findings.filter(waitsForAnswer).map(({ at }) => at))];
