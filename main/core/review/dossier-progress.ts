import type { Localized } from '../../contract/language.ts';
import type { JudgedReport } from './judged-report.ts';

/** How far a dossier had come when it was last judged. */
export interface DossierProgress {
  /** What was judged: the dossier's revision, by which version of the rulebook, on which day. */
  readonly revision: number;
  readonly rulebook: string;
  readonly day: string;
  /** Requirements that are fulfilled, and all that are certain; optional ones and parts of groups are not counted. */
  readonly done: number;
  readonly total: number;
  /** Requirements that hang on questions without an answer. */
  readonly open: number;
  /** Findings that keep a final bundle from being exported, and the first of them. */
  readonly errors: number;
  readonly blocker: { readonly message: Localized; readonly at: string } | null;
}

/** Sums a report up for the list of dossiers. */
export function progressOf(report: JudgedReport, revision: number, day: string): DossierProgress {
  const counted = report.requirements.filter((one) => !one.optional && one.partOf === undefined);
  const certain = counted.filter((one) => one.status !== 'open');
  const first = report.findings.find((one) => one.level === 'error');
  return {
    revision,
    rulebook: report.rulebook.version,
    day,
    done: certain.filter((one) => one.status === 'ok').length,
    total: certain.length,
    open: counted.length - certain.length,
    errors: report.counts.error,
    blocker: first === undefined ? null : { message: first.message, at: first.at },
  };
}
