import { z } from 'zod';
import { dossierRef as dossier } from './api-method.ts';

/** A line of the list of dossiers. */
export const dossierSummarySchema = z.strictObject({
  dossier,
  title: z.string(),
  company: z.string(),
  /** The company's credit code as it was typed; empty where it was not. */
  uscc: z.string(),
  platform: z.string(),
  track: z.string(),
  categories: z.array(z.string()),
  changedAt: z.string(),
  revision: z.number().int().nonnegative(),
  isArchived: z.boolean(),
  /** How it was last judged; null for one that never was. Listing judges nothing. */
  progress: z
    .strictObject({
      /** Whether that still holds: the dossier was edited since, or the rulebook is another. */
      holds: z.enum(['current', 'edited', 'rules-changed']),
      /** The day on which it was judged. */
      day: z.string(),
      /** Requirements fulfilled, of those that are certain; `open` hang on questions without an answer. */
      done: z.number(),
      total: z.number(),
      open: z.number(),
      /** Findings of level error, and the first of them. */
      errors: z.number(),
      blocker: z.strictObject({ message: z.string(), at: z.string() }).optional(),
    })
    .nullable(),
  /** When it was last exported, an ISO 8601 instant, and whether as a draft; null for one that never was. */
  lastExport: z.strictObject({ at: z.string(), isDraft: z.boolean() }).nullable(),
});
export type DossierSummary = z.infer<typeof dossierSummarySchema>;
