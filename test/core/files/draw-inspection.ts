import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection, ImageMeasure, ScanPage } from '../../../main/contract/files.ts';
import { fileChecks } from '../../../main/core/files/file-checks.ts';
import type { Conclusion, Situation } from '../../../main/core/review/check.ts';

/** A measure of a sound, colourful picture, but for what is told. */
export const measure = (more: Partial<ImageMeasure> = {}): ImageMeasure => ({
  widthPx: 128,
  heightPx: 128,
  frames: 1,
  hasAlpha: false,
  pixelSha256: 'a'.repeat(64),
  colouredShare: 0.4,
  redShare: 0.1,
  contrast: 40,
  ...more,
});

/** An inspection of a sound PNG, but for what is told. */
export const picture = (path: string, more: Partial<FileInspection> = {}): FileInspection => ({
  path,
  sizeBytes: 12_345,
  sha256: path.padEnd(64, '0'),
  type: 'png',
  namedType: 'png',
  image: measure({ pixelSha256: path.padEnd(64, '1') }),
  ...more,
});

/** An inspection of a PDF scan with these pages. */
export const scan = (
  path: string,
  pages: readonly Partial<ScanPage>[],
  more: Partial<FileInspection> = {},
): FileInspection => ({
  path,
  sizeBytes: 300_000,
  sha256: path.padEnd(64, '0'),
  type: 'pdf',
  namedType: 'pdf',
  pdf: { pages: pages.length },
  pages: pages.map((page, index) => ({ index, hasText: false, measure: measure(), ...page })),
  ...more,
});

const empty: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'p', categories: [] };

/** Runs a check by name on files. */
export function run(
  name: string,
  parameters: unknown,
  files: readonly FileInspection[],
  document: DossierDocument = empty,
): readonly Conclusion[] {
  const check = fileChecks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  const situation: Situation = {
    document,
    rulebook: { wordLists: new Map() },
    inspections: new Map(files.map((file) => [file.path, file])),
    today: '2026-11-01',
  };
  return check.run({ kind: 'files', requirement: 'r', files }, parameters, situation);
}

/** The outcomes of a check, each with the file it is at. */
export const outcomes = (conclusions: readonly Conclusion[]): readonly string[] =>
  conclusions.map((one) => ('message' in one ? `${one.outcome} ${one.at ?? '-'}` : one.outcome));
