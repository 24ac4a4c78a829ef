import { z } from 'zod';

/**
 * When a rule applies: a condition over category, track, applicant and facts. An unanswered fact makes it
 * unknown (three-valued: false and unknown is false, true or unknown is true).
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly category: string | readonly string[] }
  | { readonly track: string | readonly string[] }
  | { readonly applicant: 'company' | 'individual' }
  | { readonly fact: string; readonly is: boolean | string | readonly string[] };

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ category: oneOrMore }),
    z.strictObject({ track: oneOrMore }),
    z.strictObject({ applicant: z.enum(['company', 'individual']) }),
    z.strictObject({ fact: z.string(), is: z.union([z.boolean(), z.string(), z.array(z.string()).min(1)]) }),
  ]),
);
