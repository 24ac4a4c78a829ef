import { resolveRequirements } from '../requirements/resolve-requirements.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { judgeAnswers } from './judge-answers.ts';
import { judgeChecks } from './judge-checks.ts';
import { judgeErased } from './judge-erased.ts';
import { judgeLetterScans } from './judge-letter-scans.ts';
import { judgeMetadata } from './judge-metadata.ts';
import { judgeNames } from './judge-names.ts';
import { judgeRejections } from '../rejection/judge-rejections.ts';
import { judgeNeeds } from './judge-needs.ts';
import type { JudgedFinding, JudgedReport } from './judged-report.ts';
import { compareFindings, type Judging, type ReviewInput } from './judging.ts';

/** The same finding once, however many fields hold the same file. */
const once = (findings: readonly JudgedFinding[]): readonly JudgedFinding[] => [
  ...new Map(
    findings.map((one) => [JSON.stringify([one.rule, one.level, one.at, one.message.zh]), one]),
  ).values(),
];

/**
 * Judges a whole dossier: every check rule that applies, what is missing or not yet confirmed, and the dossier's own
 * consistency. The verdict is `fail` exactly when a finding is an error. An empty dossier is judged like any other.
 */
export function judgeDossier(input: ReviewInput): JudgedReport {
  const { rulebook, document } = input;
  const listed = resolveRequirements({ rulebook, document });
  const judging: Judging = {
    ...input,
    circumstances: circumstancesOf(rulebook, document),
    requirements: new Map(listed.map((one) => [one.id, one])),
  };
  const owned = [
    ...judgeChecks(judging),
    ...judgeLetterScans(judging),
    ...judgeNames(judging),
    ...judgeMetadata(judging),
    ...judgeErased(judging),
  ];
  const invalidFields = new Set(
    owned.filter(({ finding }) => finding.level === 'error').map(({ owner }) => owner),
  );
  const requirements = resolveRequirements({ rulebook, document, invalidFields });
  const byId = new Map(requirements.map((one) => [one.id, one]));
  const findings = once(
    [
      ...owned.map(({ finding }) => finding),
      ...judgeNeeds(judging, byId),
      ...judgeAnswers(judging, byId),
      ...judgeRejections(document),
    ].sort(compareFindings),
  );
  const count = (level: JudgedFinding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  const counts = { error: count('error'), warning: count('warning'), notice: count('notice') };
  return {
    schema: 'yinqi/report@1',
    rulebook: { id: rulebook.platform.id, version: rulebook.platform.version },
    verdict: counts.error > 0 ? 'fail' : 'pass',
    counts,
    findings: [...findings],
    requirements: [...requirements],
  };
}
