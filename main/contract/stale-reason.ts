import { z } from 'zod';

/** Why a letter that was printed differs from what would be printed now. */
export const staleReasonSchema = z.strictObject({
  /** `unknown`: what it was made from was not recorded. */
  kind: z.enum(['wording', 'data', 'rule', 'unknown']),
  text: z.string(),
  /** For `data`: the fields or variables that changed. */
  fields: z.array(z.string()),
});
export type StaleReason = z.infer<typeof staleReasonSchema>;
