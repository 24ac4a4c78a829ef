import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';
import { fileInspectionSchema, repairSchema, suggestedPlaceSchema } from './files.ts';
import { openDossierSchema } from './open-dossier.ts';
import { fieldSuggestionSchema, readPaperSchema } from './read-paper.ts';

const shownPictureSchema = z.strictObject({ artifact, widthPx: z.number(), heightPx: z.number() });

/** A PDF that was made of pages: where it is, and what of it is which letter's. */
const madePagesSchema = z.strictObject({
  path: z.string(),
  pages: z.number().int().positive(),
  sizeBytes: z.number(),
  letter: z.string().optional(),
  /** The fields that hold it now. */
  fields: z.array(z.string()),
});

/** Files of a dossier: their places, what is seen on them, repairs and pages. */
export const filesApi = {
  /** Imports by copy. With `slot` (a field such as documents.business-licence) the file is also put there. */
  'files.import': method(
    z.strictObject({ dossier, file: grant, slot: z.string().optional() }),
    z.strictObject({ ...openDossierSchema.shape, path: z.string(), inspection: fileInspectionSchema }),
  ),
  /** Takes a file out of the dossier and empties its slot; the bytes stay in the store until nothing refers to them. */
  'files.remove': method(z.strictObject({ dossier, path: z.string() }), openDossierSchema),
  'files.inspect': method(
    z.strictObject({ dossier }),
    z.strictObject({ inspections: z.array(fileInspectionSchema) }),
  ),
  /** Where files that are in no place may belong. Reads codes and print where names and sizes say nothing; long, with progress. */
  'files.suggestPlaces': method(
    z.strictObject({ dossier }),
    z.strictObject({ places: z.array(suggestedPlaceSchema) }),
  ),
  /** A PNG of an image or of a page of a PDF, at most `maxPx` on its long side. */
  'files.picture': method(
    z.strictObject({
      dossier,
      path: z.string(),
      page: z.number().int().nonnegative(),
      maxPx: z.number().int().min(16).max(4000),
    }),
    z.strictObject({ artifact, widthPx: z.number(), heightPx: z.number() }),
  ),
  'files.repairs': method(z.strictObject({ dossier }), z.strictObject({ repairs: z.array(repairSchema) })),
  /** Makes repairs: new files beside the originals, which are kept; fields by edit. */
  'files.repair': method(
    z.strictObject({ dossier, repairs: z.array(z.string()).min(1) }),
    z.strictObject({ ...openDossierSchema.shape, repaired: z.array(repairSchema) }),
  ),
  /** What a repair would make, with its exact numbers; nothing is written. Pictures of before and after where there is something to see. */
  'files.repairPreview': method(
    z.strictObject({ dossier, repair: z.string(), maxPx: z.number().int().min(16).max(4000) }),
    z.strictObject({
      repair: repairSchema,
      before: shownPictureSchema.nullable(),
      after: shownPictureSchema.nullable(),
    }),
  ),
  /** Puts the fields back as they were before a repair, which the dossier's `repairs` name; new files that nothing uses go. */
  'files.undoRepair': method(z.strictObject({ dossier, repair: z.string() }), openDossierSchema),
  /** What a copy of an identity document looks like with a purpose line (`words`, else those proposed); nothing is written. */
  'files.purposePreview': method(
    z.strictObject({
      dossier,
      path: z.string(),
      words: z.string().optional(),
      maxPx: z.number().int().min(16).max(4000),
    }),
    z.strictObject({
      words: z.string(),
      /** It bears a seal or a page code: what is made of it takes its place only when a person chooses that. */
      isStamped: z.boolean(),
      /** The fields that hold it as such a copy. */
      fields: z.array(z.string()),
      before: shownPictureSchema,
      after: shownPictureSchema,
    }),
  ),
  /**
   * Makes a copy of an identity document's scan with a line that says what it is for. It takes the scan's place in its fields, that of a scan with a
   * seal or a page code only with `replace: true`, none with `false`. The original stays; `files.undoRepair` undoes it.
   */
  'files.purpose': method(
    z.strictObject({
      dossier,
      path: z.string(),
      words: z.string().optional(),
      replace: z.boolean().optional(),
    }),
    z.strictObject({
      ...openDossierSchema.shape,
      repair: z.string(),
      path: z.string(),
      sizeBytes: z.number(),
      words: z.string(),
      isStamped: z.boolean(),
      /** The fields in which it took the original's place; empty: it is in no place. */
      fields: z.array(z.string()),
    }),
  ),
  /** Takes a scanned PDF apart without touching its pages: by their page codes, or as `parts` (pages from 0) say. The original stays. */
  'pages.split': method(
    z.strictObject({
      dossier,
      path: z.string(),
      parts: z.array(z.array(z.number().int().nonnegative()).min(1)).min(1).optional(),
    }),
    z.strictObject({ ...openDossierSchema.shape, repair: z.string(), made: z.array(madePagesSchema) }),
  ),
  /** Joins scans of one paper to one PDF, in this order, their pictures as they are. The originals stay. */
  'pages.join': method(
    z.strictObject({ dossier, paths: z.array(z.string()).min(2) }),
    z.strictObject({ ...openDossierSchema.shape, repair: z.string(), made: z.array(madePagesSchema) }),
  ),
  /** Reads print by machine: the given files, or the papers whose particulars the rulebook names. All of it is a suggestion. */
  'papers.read': method(
    z.strictObject({ dossier, paths: z.array(z.string()).min(1).optional() }),
    z.strictObject({
      schema: z.literal('yinqi/papers@1'),
      papers: z.array(readPaperSchema),
      suggestions: z.array(fieldSuggestionSchema),
    }),
  ),
} as const;
