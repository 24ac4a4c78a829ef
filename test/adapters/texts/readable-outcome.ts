import type { FileInspection } from '../../../main/contract/files.ts';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import type { Conclusion } from '../../../main/core/review/check.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

/** What `readable-as-text` concludes of a file. */
export function readableAsTextOutcome(file: FileInspection): Conclusion | undefined {
  return checkRegistry.get('readable-as-text')?.run(
    { kind: 'files', requirement: 'app.privacyPolicy', files: [file] },
    {},
    {
      document: dossierWith(),
      rulebook: { wordLists: new Map() },
      inspections: new Map(),
      today: '2026-07-01',
    },
  )[0];
}
