import type { Requirement } from '../../../main/contract/report.ts';

/** The kinds of requirements in the order in which people meet them. */
export const requirementKinds: readonly Requirement['kind'][] = [
  'text',
  'asset',
  'document',
  'letter',
  'attestation',
];
