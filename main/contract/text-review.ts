import { z } from 'zod';

/** A part of a text: UTF-16 units of the review's `text`, the words themselves, and the heading above them. */
export const passageSchema = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
  heading: z.string().nullable(),
});
export type Passage = z.infer<typeof passageSchema>;

/**
 * What a text says on a point. `found`: a passage, which a person reads, for it proves nothing. `unclear`: something is said, but
 * not whole. `open`: whether it must be said hangs on questions not yet answered. `person`: no machine can see it.
 */
export const pointStateSchema = z.enum([
  'found',
  'unclear',
  'missing',
  'not-applicable',
  'open',
  'person',
  'not-checked',
]);
export type PointState = z.infer<typeof pointStateSchema>;

export const reviewedPointSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: pointStateSchema,
  passages: z.array(passageSchema),
  /** What to add; absent where a passage was found. */
  add: z.string().optional(),
  /** The unanswered questions that it hangs on. */
  facts: z.array(z.string()).optional(),
  /** The rules whose findings speak of it. */
  rules: z.array(z.string()),
  cites: z.array(z.string()),
  /** No clause asks for it: our own advice. */
  advice: z.boolean(),
});
export type ReviewedPoint = z.infer<typeof reviewedPointSchema>;

/** One item of the source with its points; the state of an item is the gravest of theirs. */
export const reviewedItemSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: pointStateSchema,
  points: z.array(reviewedPointSchema),
  /** Findings of other checks on the item as a whole. */
  findings: z.array(z.strictObject({ rule: z.string(), message: z.string() })),
  /** The statement of a person that answers for it, and who made it. */
  statement: z
    .strictObject({ rule: z.string(), by: z.string().optional(), on: z.string().optional() })
    .optional(),
});
export type ReviewedItem = z.infer<typeof reviewedItemSchema>;

export const reviewedTextSchema = z.strictObject({
  /** privacy-policy, user-agreement. */
  id: z.string(),
  title: z.string(),
  field: z.string(),
  /** Null while the field holds no file. */
  path: z.string().nullable(),
  /** Whether its words could be read; `why` says what to do where not. */
  isRead: z.boolean(),
  why: z.string().optional(),
  items: z.array(reviewedItemSchema),
  /** The words as a reader sees them, which passages point into; empty where they could not be read. */
  text: z.string(),
  links: z.array(z.strictObject({ name: z.string(), target: z.string() })),
});
export type ReviewedText = z.infer<typeof reviewedTextSchema>;

export const textReviewSchema = z.strictObject({
  schema: z.literal('yinqi/text-review@1'),
  rulebook: z.strictObject({ id: z.string(), version: z.string() }),
  texts: z.array(reviewedTextSchema),
});
export type TextReview = z.infer<typeof textReviewSchema>;
