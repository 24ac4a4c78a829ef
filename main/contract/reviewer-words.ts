import { z } from 'zod';

/** Phrases of reviewers that say nothing about what is wrong, and groups of words that mean much the same. */
export const reviewerWordsSchema = z.strictObject({
  ignored: z.array(z.string().min(2)),
  alike: z.array(z.array(z.string().min(1)).min(2)),
});
export type ReviewerWords = z.infer<typeof reviewerWordsSchema>;
