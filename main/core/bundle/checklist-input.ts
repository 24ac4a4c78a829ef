import type { DossierDocument } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { JudgedReport } from '../review/judged-report.ts';
import type { BundleContents } from './plan-bundle.ts';
import type { Redaction } from './redact.ts';

/** What the checklist is made of. */
export interface ChecklistInput {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly contents: BundleContents;
  readonly isDraft: boolean;
  /** Set for a redacted bundle. */
  readonly redaction?: Pick<Redaction, 'leftOut' | 'told'>;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly software: { readonly name: string; readonly version: string };
  /** Whether the fonts have a character; what they lack is printed as □. */
  readonly canPrint: (character: string) => boolean;
}
