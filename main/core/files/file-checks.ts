import type { AnyCheck } from '../review/check.ts';
import { fileSetChecks } from './file-set-checks.ts';
import { imageChecks } from './image-checks.ts';
import { logoChecks } from './logo-checks.ts';
import { previewChecks } from './preview-checks.ts';
import { readableFile } from './readable-file.ts';
import { scanChecks } from './scan-checks.ts';
import { scanQualityChecks } from './scan-quality-checks.ts';
import { sealChecks } from './seal-checks.ts';
import { papersDistinct } from './shared-papers-check.ts';

/** Every check on files that a rule can name. Each reads inspections, never a file. */
export const fileChecks: readonly AnyCheck[] = [
  readableFile,
  ...imageChecks,
  ...logoChecks,
  ...previewChecks,
  ...fileSetChecks,
  ...scanChecks,
  ...scanQualityChecks,
  ...sealChecks,
  papersDistinct,
];
