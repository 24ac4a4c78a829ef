import type { Localized } from '../../contract/language.ts';
import type { Finding, Report, Requirement } from '../../contract/report.ts';

/** A finding before its language is chosen. */
export type JudgedFinding = Omit<Finding, 'message' | 'fix'> & {
  readonly message: Localized;
  readonly fix?: { readonly id: string; readonly summary: Localized };
};

/** A requirement before its language is chosen. */
export type JudgedRequirement = Omit<Requirement, 'title' | 'because'> & {
  readonly title: Localized;
  readonly because: Localized;
};

/** A report before its language is chosen: `inLanguage` makes a Report of it. */
export type JudgedReport = Omit<Report, 'findings' | 'requirements'> & {
  readonly findings: readonly JudgedFinding[];
  readonly requirements: readonly JudgedRequirement[];
};
