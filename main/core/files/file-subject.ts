import type { FileInspection, ImageMeasure } from '../../contract/files.ts';
import type { Conclusion, Subject } from '../review/check.ts';

/** One conclusion for everything a subject holds. */
export const pass: Conclusion = { outcome: 'pass' };
export const notApplicable: Conclusion = { outcome: 'not-applicable' };

/** A file whose pixels were measured. */
export type MeasuredFile = FileInspection & { readonly image: ImageMeasure };

/** A still or moving picture that could be decoded wholly. */
export const isMeasured = (file: FileInspection): file is MeasuredFile =>
  file.problem === undefined && file.image !== undefined;

/** A file that can be looked at: what is wrong with the others is said once, by `readable-file`. */
export const isSound = (file: FileInspection): boolean => file.problem === undefined;

/**
 * Judges the files of a subject one by one. Files that `takes` refuses, and fields, are not applicable; each of the
 * others gives a conclusion, null being a pass.
 */
export function judgeEach<F extends FileInspection>(
  subject: Subject,
  takes: (file: FileInspection) => file is F,
  judge: (file: F) => Conclusion | null,
): readonly Conclusion[] {
  const files = subject.kind === 'files' ? subject.files.filter(takes) : [];
  return files.length === 0 ? [notApplicable] : files.map((file) => judge(file) ?? pass);
}
