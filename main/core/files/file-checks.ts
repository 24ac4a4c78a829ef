import type { AnyCheck } from '../review/check.ts';
import { fileSetChecks } from './file-set-checks.ts';
import { imageChecks } from './image-checks.ts';
import { readableFile } from './readable-file.ts';
import { scanChecks } from './scan-checks.ts';

/** Every check on files that a rule can name. Each reads inspections, never a file. */
export const fileChecks: readonly AnyCheck[] = [
  readableFile,
  ...imageChecks,
  ...fileSetChecks,
  ...scanChecks,
];
