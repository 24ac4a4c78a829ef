import { z } from 'zod';

/** What a table would make, before anything is made: rows as a spreadsheet program counts them, from 1. */
export const batchCheckSchema = z.strictObject({
  letter: z.string(),
  title: z.string(),
  columns: z.array(
    z.strictObject({
      /** As the header row has it. */
      heading: z.string(),
      /** `used`: printed; `not-needed`: known and not printed by this letter; `ignored`: passed over as asked; `unknown`: must be renamed or passed over. */
      use: z.enum(['used', 'not-needed', 'ignored', 'unknown']),
      /** What it was understood as. */
      title: z.string().optional(),
      /** What is wrong with it. */
      fault: z.string().optional(),
    }),
  ),
  rows: z.number().int().nonnegative(),
  /** Rows of which a letter can be made. */
  ready: z.number().int().nonnegative(),
  failed: z.array(z.strictObject({ row: z.number(), reasons: z.array(z.string()).min(1) })),
});
export type BatchCheck = z.infer<typeof batchCheckSchema>;

/** The papers of which a dossier's print pack can hold copies, in the order of the form. */
export const packPapersSchema = z.strictObject({
  papers: z.array(
    z.strictObject({
      /** The requirement. */
      id: z.string(),
      title: z.string(),
      /** Whether both sides are printed on one sheet. */
      bothSides: z.boolean(),
      /** `wanted`: it is not on file; `open`: not decided yet; `on-file`: what is there is taken for the sealed scan. */
      state: z.enum(['wanted', 'open', 'on-file']),
    }),
  ),
});
export type PackPapers = z.infer<typeof packPapersSchema>;
