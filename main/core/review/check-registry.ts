import { textChecks } from '../app/text-checks.ts';
import { wordChecks } from '../app/word-checks.ts';
import { companyChecks } from '../company/company-checks.ts';
import { fileChecks } from '../files/file-checks.ts';
import type { AnyCheck } from './check.ts';

/** Every check that a rule can name, by name. */
export const checkRegistry: ReadonlyMap<string, AnyCheck> = new Map(
  [...textChecks, ...wordChecks, ...companyChecks, ...fileChecks].map((check) => [check.name, check]),
);
