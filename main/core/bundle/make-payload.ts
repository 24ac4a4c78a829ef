import { createHash } from 'node:crypto';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { JudgedReport } from '../review/judged-report.ts';
import { checklistPath } from './checklist.ts';
import { enclosedReportPath } from './enclosed-report-path.ts';
import {
  encloseReport,
  writeEnclosedReport,
  type EnclosedFile,
  type EnclosedReport,
} from './enclosed-report.ts';
import { fillInName, fillInText } from './fill-in-text.ts';
import type { BundleContents, PlannedFile } from './plan-bundle.ts';

/** One payload file: bytes at hand, or a file of the dossier to copy. */
export interface PayloadEntry {
  /** Inside the bag: data/… */
  readonly path: string;
  readonly content: Uint8Array | PlannedFile;
}

/** Everything under data/, in the order of the form; the report comes last and lists all before it with their hashes. */
export function makePayload(input: {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly contents: BundleContents;
  readonly checklist: Uint8Array;
  /** Papers that are made for this bundle alone, such as a resubmission note. */
  readonly papers?: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly draft: boolean;
  readonly date: string;
  readonly generator: EnclosedReport['generator'];
  /** Set for a redacted bundle, whose report does not say where in the dossier a file came from. */
  readonly redacted?: EnclosedReport['redacted'];
}): readonly PayloadEntry[] {
  const { document, rulebook, contents } = input;
  const sections = contents.sections.flatMap((section): PayloadEntry[] => {
    const text = fillInText(section, document, rulebook);
    const files = section.rows.flatMap((row) => row.files.map(copyOf));
    return text === null
      ? files
      : [{ path: `data/${section.folder}/${fillInName}`, content: text }, ...files];
  });
  const entries = [
    ...sections,
    ...contents.others.map(copyOf),
    { path: checklistPath, content: input.checklist },
    ...(input.papers ?? []),
  ];
  const report = encloseReport(input.report, {
    draft: input.draft,
    date: input.date,
    generator: input.generator,
    files: entries.map((entry) =>
      input.redacted === undefined ? enclosedFile(entry) : withoutOrigin(enclosedFile(entry)),
    ),
    redacted: input.redacted,
  });
  return [...entries, { path: enclosedReportPath, content: writeEnclosedReport(report) }];
}

const copyOf = (file: PlannedFile): PayloadEntry => ({ path: file.path, content: file });

const withoutOrigin = ({ path, sha256, sizeBytes, requirement }: EnclosedFile): EnclosedFile => ({
  path,
  sha256,
  sizeBytes,
  ...(requirement === undefined ? {} : { requirement }),
});

function enclosedFile({ path, content }: PayloadEntry): EnclosedFile {
  if (content instanceof Uint8Array) {
    return {
      path,
      sha256: createHash('sha256').update(content).digest('hex'),
      sizeBytes: content.length,
    };
  }
  const { sha256, sizeBytes, requirement, slot, from } = content;
  return { path, sha256, sizeBytes, requirement, slot, from };
}
