import { z } from 'zod';
import { isoDateSchema } from '../../contract/dossier.ts';
import { inLanguage } from '../../contract/language.ts';
import { reportSchema } from '../../contract/report.ts';
import type { JudgedReport } from '../review/judged-report.ts';

const enclosedFileSchema = z.strictObject({
  /** Inside the bag: data/… */
  path: z.string(),
  /** Lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().nonnegative(),
  /** The requirement it serves; absent for files that Yinqi made. */
  requirement: z.string().optional(),
  /** The field of dossier.yaml that holds it, and the path written there: what an import needs to put it back. */
  slot: z.string().optional(),
  from: z.string().optional(),
});
export type EnclosedFile = z.infer<typeof enclosedFileSchema>;

/** `data/report.json`: the report at the time of export, and every payload file but itself. */
export const enclosedReportSchema = z.strictObject({
  ...reportSchema.shape,
  draft: z.boolean(),
  /** The day of the export. */
  date: isoDateSchema,
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  files: z.array(enclosedFileSchema),
  /** Set in a bundle from which private data were taken out: what was left out, in words, without names or numbers. */
  redacted: z.strictObject({ leftOut: z.array(z.string()), masked: z.array(z.string()) }).optional(),
});
export type EnclosedReport = z.infer<typeof enclosedReportSchema>;

/** The report in Chinese with what the bundle adds to it. */
export function encloseReport(
  report: JudgedReport,
  bundle: Pick<EnclosedReport, 'draft' | 'date' | 'generator' | 'files' | 'redacted'>,
): EnclosedReport {
  return enclosedReportSchema.parse({
    ...inLanguage(report, 'zh'),
    draft: bundle.draft,
    date: bundle.date,
    generator: bundle.generator,
    files: bundle.files,
    ...(bundle.redacted === undefined ? {} : { redacted: bundle.redacted }),
  });
}

/** Reads report.json; null for what is none. */
export function parseEnclosedReport(bytes: Uint8Array): EnclosedReport | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return enclosedReportSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The bytes of report.json: two spaces of indent, LF. */
export function writeEnclosedReport(report: EnclosedReport): Uint8Array {
  return Buffer.from(`${JSON.stringify(report, null, 2)}\n`, 'utf8');
}
