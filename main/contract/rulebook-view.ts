import { z } from 'zod';
import { levelSchema } from './rulebook.ts';
import { lengthUnits } from './text-length.ts';

/** One rule of a rulebook, in one language. */
export const ruleSummarySchema = z.strictObject({
  id: z.string(),
  /** Rules of two platforms that mean the same share an id. */
  platform: z.string(),
  title: z.string(),
  kind: z.string(),
  level: levelSchema.optional(),
  automated: z.boolean(),
  cites: z.array(z.string()),
});

/** What the rules say of one field of a dossier. */
export const fieldRulesSchema = z.strictObject({
  field: z.string(),
  /** Those that ask for it first, then those that look at it, the gravest first. */
  rules: z.array(z.strictObject({ id: z.string(), title: z.string(), level: levelSchema.optional() })),
  /** Limits on the length of its text, the gravest first. */
  limits: z.array(
    z.strictObject({
      rule: z.string(),
      level: levelSchema,
      unit: z.enum(lengthUnits),
      min: z.number().optional(),
      max: z.number(),
    }),
  ),
});
export type FieldRules = z.infer<typeof fieldRulesSchema>;

/** A question that matters for a dossier, with today's answer where it fits. */
export const factQuestionSchema = z.strictObject({
  id: z.string(),
  /** Questions of one topic belong on one screen. */
  topic: z.strictObject({ id: z.string(), title: z.string() }),
  question: z.string(),
  help: z.string(),
  kind: z.enum(['yes-no', 'one-of', 'some-of']),
  options: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  answer: z.union([z.boolean(), z.string(), z.array(z.string())]).optional(),
  /** Requirements and questions that hang on it. */
  changes: z.array(z.string()),
  cites: z.array(z.string()),
});
export type FactQuestion = z.infer<typeof factQuestionSchema>;

/** A clause as a citation shows it. */
export const citedClauseSchema = z.strictObject({
  id: z.string(),
  gist: z.string(),
  source: z.string(),
  dated: z.string().optional(),
});

/** Clauses that disagree: what each side says, what the program does about it, and the rules that act on it. */
export const sourceConflictSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  sides: z.array(z.strictObject({ says: z.string(), cites: z.array(citedClauseSchema) })),
  does: z.string(),
  rules: z.array(z.string()),
});
export type SourceConflict = z.infer<typeof sourceConflictSchema>;

/** A statement that only a person can make, with what was attested. */
export const statementSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  statement: z.string(),
  /** Who may make it. */
  by: z.string(),
  because: z.string(),
  cites: z.array(z.string()),
  attested: z.strictObject({ by: z.string(), on: z.string(), note: z.string().optional() }).optional(),
});
