import { z } from 'zod';
import { templateOriginSchema } from './letters.ts';
import { templateComparisonSchema, templateFaultSchema, templateSummarySchema } from './templates.ts';

/** A letter that takes a clause in. */
export const clauseUserSchema = z.strictObject({ letter: z.string(), title: z.string() });

/** Which version of a shared clause. */
export const clauseRefSchema = z.strictObject({
  clause: z.string(),
  version: z.string(),
  origin: templateOriginSchema,
});

/** Wording that letters share, in all its versions, in the order in which they are taken. */
export const clauseSummarySchema = z.strictObject({
  clause: z.string(),
  title: z.string(),
  /** The clauses of the rules that it rests on. */
  cites: z.array(z.string()),
  /** The letters whose templates in use take it in. */
  letters: z.array(clauseUserSchema),
  /** The version that letters take in now, and its words as they are written; null while none can be used. */
  inUse: z
    .strictObject({ version: z.string(), origin: templateOriginSchema, wording: z.string() })
    .nullable(),
  versions: templateSummarySchema.shape.versions,
});
export type ClauseSummary = z.infer<typeof clauseSummarySchema>;

/** The text of one version of a clause. */
export const clauseTextSchema = z.strictObject({
  ...clauseRefSchema.shape,
  fileName: z.string(),
  text: z.string(),
  faults: z.array(templateFaultSchema),
});

/** What looking through a clause found, alone and in the letters that take it in. */
export const clauseCheckSchema = z.strictObject({
  faults: z.array(templateFaultSchema),
  /** Absent while the front matter cannot be read. */
  clause: z.string().optional(),
  version: z.string().optional(),
  title: z.string().optional(),
  /** The letters that take it in, and would be made from it. */
  letters: z.array(clauseUserSchema),
});

/** A clause that was saved, and the letters that are made from it now. */
export const savedClauseSchema = z.strictObject({
  ...clauseRefSchema.shape,
  fileName: z.string(),
  letters: z.array(clauseUserSchema),
});

/** Two versions of a clause line by line. */
export const clauseComparisonSchema = templateComparisonSchema
  .omit({ letter: true })
  .extend({ clause: z.string() });
