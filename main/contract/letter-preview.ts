import { z } from 'zod';
import { artifactRef as artifact } from './api-method.ts';

/** A page as it prints: a picture, its size in pixels and on paper in millimetres. */
export const pagePictureSchema = z.strictObject({
  /** From 0. */
  page: z.number().int().nonnegative(),
  artifact,
  widthPx: z.number(),
  heightPx: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
});
export type PagePicture = z.infer<typeof pagePictureSchema>;

/** Where on a page words stand that were filled in, and the field that they come from. */
export const wordBoxSchema = z.strictObject({
  page: z.number().int().nonnegative(),
  /** The dossier's field: `company.name`, `parties.0.name`, `letters.<letter>.date`. */
  field: z.string(),
  title: z.string(),
  xMm: z.number(),
  yMm: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
});
export type WordBox = z.infer<typeof wordBoxSchema>;

/** Pages to look at before anything is printed. */
export const letterPreviewSchema = z.strictObject({
  title: z.string(),
  isDraft: z.boolean(),
  /** Absent for a draft. */
  revision: z.string().optional(),
  pageCount: z.number().int().positive(),
  /** The pages that pictures were asked of. */
  pages: z.array(pagePictureSchema),
  /** On all pages, in reading order. */
  words: z.array(wordBoxSchema),
});
export type LetterPreview = z.infer<typeof letterPreviewSchema>;

/** A template being written: its faults in their places, and where it has none the pages that it makes. */
export const templatePreviewSchema = z.strictObject({
  faults: z.array(
    z.strictObject({
      /** In the whole text, from 1; absent for a fault without a place. */
      line: z.number().int().positive().optional(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
  /** Absent while the front matter cannot be read. */
  letter: z.string().optional(),
  version: z.string().optional(),
  title: z.string().optional(),
  preview: letterPreviewSchema.optional(),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;

/** A name that a template may print or ask, and what people call it. */
export const templateVariableSchema = z.strictObject({
  variable: z.string(),
  title: z.string(),
  group: z.enum(['company', 'app', 'party', 'letter', 'dossier']),
});
export type TemplateVariable = z.infer<typeof templateVariableSchema>;
