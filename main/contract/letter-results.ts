import { z } from 'zod';

/** One letter for every row of a table: rows as a spreadsheet program counts them, from 1. */
export const letterBatchSchema = z.strictObject({
  letter: z.string(),
  title: z.string(),
  made: z.array(
    z.strictObject({ row: z.number(), fileName: z.string(), revision: z.string(), pages: z.number() }),
  ),
  failed: z.array(z.strictObject({ row: z.number(), reasons: z.array(z.string()).min(1) })),
  /** Columns that the letter does not print. */
  notNeeded: z.array(z.string()),
  /** Why the run could not be kept in the dossier’s history; absent where it was, and where there is no dossier. */
  notKept: z.string().optional(),
  /** The table of results beside the letters: CSV in UTF-8, a line for every row. */
  resultFile: z.string(),
  /** Without a folder, a zip of everything. */
  artifact: z.string().optional(),
  fileName: z.string().optional(),
});
export type LetterBatch = z.infer<typeof letterBatchSchema>;

/** A print pack: what is done with each page, counted from 1 with the cover, and what is not in it. */
export const letterPackSchema = z.strictObject({
  /** Why the run could not be kept in the dossier’s history; absent where it was. */
  notKept: z.string().optional(),
  fileName: z.string(),
  sizeBytes: z.number(),
  pages: z.number(),
  coverPages: z.number(),
  sheets: z.array(
    z.strictObject({
      page: z.number(),
      kind: z.enum(['letter', 'copy']),
      /** The letter's id, or the requirement of the paper. */
      id: z.string(),
      title: z.string(),
      /** Who signs or seals it, by name. */
      party: z.string(),
      signs: z.string().optional(),
      seal: z.string().optional(),
      handwriting: z.string().optional(),
      scan: z.string(),
      caution: z.string().optional(),
    }),
  ),
  left: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      /** `not-ready`: a required letter lacks data or cannot be printed; `scanned`: a sealed scan is on file; `not-asked`: an optional or open one; `no-file`: nothing was handed over to print. */
      reason: z.enum(['not-ready', 'scanned', 'not-asked', 'no-file']),
      why: z.string(),
    }),
  ),
});
export type LetterPack = z.infer<typeof letterPackSchema>;

/** `yinqi file` (interface section 5). */
export const filingSchema = z.strictObject({
  schema: z.literal('yinqi/filing@1'),
  pages: z.array(
    z.strictObject({
      source: z.string(),
      index: z.number().int().nonnegative(),
      letter: z.string(),
      revision: z.string(),
      page: z.number().int().positive(),
      pages: z.number().int().positive(),
      state: z.enum(['current', 'outdated', 'foreign']),
      rotated: z.number(),
    }),
  ),
  unfiled: z.array(
    z.strictObject({ source: z.string(), index: z.number().int().nonnegative(), why: z.string() }),
  ),
  letters: z.array(
    z.strictObject({
      id: z.string(),
      complete: z.boolean(),
      missing: z.array(z.number().int().positive()),
      /** Its pages bear no page code: a scan of them is put in its place by hand. */
      pageCode: z.literal('off').optional(),
    }),
  ),
});
export type Filing = z.infer<typeof filingSchema>;
