import { z } from 'zod';
import { templateOriginSchema } from './letters.ts';

/** Which version of a letter's template. */
export const templateRefSchema = z.strictObject({
  letter: z.string(),
  version: z.string(),
  origin: templateOriginSchema,
});

/** What is wrong with a template, and what to write instead; the message names file and line. */
export const templateFaultSchema = z.strictObject({ message: z.string(), hint: z.string() });

/** One letter's template in all its versions, in the order in which they are taken. */
export const templateSummarySchema = z.strictObject({
  letter: z.string(),
  title: z.string(),
  kind: z.enum(['letter', 'notice']),
  /** The version that letters are made from now; null while none can be used. */
  inUse: z.strictObject({ version: z.string(), origin: templateOriginSchema }).nullable(),
  versions: z.array(
    z.strictObject({
      version: z.string(),
      origin: templateOriginSchema,
      fileName: z.string(),
      faults: z.array(templateFaultSchema),
    }),
  ),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

/** The text of one version. */
export const templateTextSchema = z.strictObject({
  ...templateRefSchema.shape,
  fileName: z.string(),
  text: z.string(),
  /** The dossier that it is tried out with. */
  sample: z.string().optional(),
  faults: z.array(templateFaultSchema),
});

/** What looking through a template found. */
export const templateCheckSchema = z.strictObject({
  faults: z.array(templateFaultSchema),
  /** Absent while the front matter cannot be read. */
  letter: z.string().optional(),
  version: z.string().optional(),
  title: z.string().optional(),
  /** Of the letter made with the sample, or as a draft without one. */
  pages: z.number().int().positive().optional(),
});

/** Two versions line by line; lines are numbered from 1. */
export const templateComparisonSchema = z.strictObject({
  letter: z.string(),
  from: z.strictObject({ version: z.string(), origin: templateOriginSchema }),
  to: z.strictObject({ version: z.string(), origin: templateOriginSchema }),
  added: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(['same', 'added', 'removed']),
      text: z.string(),
      from: z.number().int().positive().optional(),
      to: z.number().int().positive().optional(),
    }),
  ),
});
export type TemplateComparison = z.infer<typeof templateComparisonSchema>;

/** What came back from review in a Word file, compared with the template in use in the form in which this program writes it. */
export const templateReviewSchema = z.strictObject({
  letter: z.string(),
  title: z.string(),
  /** The version that the file says it was made from; absent where it says none. */
  basedOn: z.string().optional(),
  from: z.strictObject({ version: z.string(), origin: templateOriginSchema }),
  /** Of the text: the next minor one, or the same where nothing changed. */
  version: z.string(),
  changed: z.boolean(),
  /** The whole template.md. */
  text: z.string(),
  added: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  lines: templateComparisonSchema.shape.lines,
  /** Comments, tracked changes, and what was read otherwise than it looks; `paragraph` counts those with text, 0 is the whole file. */
  remarks: z.array(z.strictObject({ paragraph: z.number().int().nonnegative(), text: z.string() })),
  /** Where the text was written. */
  fileName: z.string().optional(),
});
export type TemplateReview = z.infer<typeof templateReviewSchema>;
