import { addressChecks } from '../app/address-checks.ts';
import { listChecks } from '../app/list-checks.ts';
import { policyChecks } from '../app/policy-checks.ts';
import { textChecks } from '../app/text-checks.ts';
import { wordChecks } from '../app/word-checks.ts';
import { writingChecks } from '../app/writing-checks.ts';
import { choiceChecks } from '../category/choice-checks.ts';
import { companyChecks } from '../company/company-checks.ts';
import { fileChecks } from '../files/file-checks.ts';
import { letterChecks } from '../letters/official-form-check.ts';
import type { AnyCheck } from './check.ts';

/** Every check that a rule can name, by name. */
export const checkRegistry: ReadonlyMap<string, AnyCheck> = new Map(
  [
    ...choiceChecks,
    ...textChecks,
    ...addressChecks,
    ...wordChecks,
    ...writingChecks,
    ...policyChecks,
    ...listChecks,
    ...companyChecks,
    ...fileChecks,
    ...letterChecks,
  ].map((check) => [check.name, check]),
);
