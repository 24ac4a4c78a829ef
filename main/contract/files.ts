import { z } from 'zod';
import { scanMeasureSchema } from './scan-measure.ts';
import { pictureMeasureSchema, pictureMetadataSchema } from './picture-measure.ts';

/** What a file really is, by its content. */
export const contentTypes = [
  'png', 'jpeg', 'gif', 'webp', 'tiff', 'heic', 'bmp', 'svg', 'pdf', 'docx', 'zip', 'html', 'text', 'unknown',
] as const; // prettier-ignore
export const contentTypeSchema = z.enum(contentTypes);
export type ContentType = z.infer<typeof contentTypeSchema>;

/** Why a file could not be looked at, or not wholly. Never passed over: each becomes a finding. */
export const fileProblemSchema = z.enum([
  'missing', 'outside-folder', 'not-a-file', 'empty', 'too-large', 'unreadable', 'damaged', 'encrypted', 'unsupported',
]); // prettier-ignore
export type FileProblem = z.infer<typeof fileProblemSchema>;

/** Measurements of decoded pixels. Shares are 0 to 1 of the picture's area. */
export const imageMeasureSchema = z.strictObject({
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  /** Frames of an animation; 1 for a still. */
  frames: z.number().int().positive(),
  hasAlpha: z.boolean(),
  /** SHA-256 of checksums of the first frame's rows, for scans of its pixels as they were measured: the same picture however it was encoded without loss. */
  pixelSha256: z.string(),
  /** Share of pixels that are clearly coloured (chroma over 24 of 255). */
  colouredShare: z.number(),
  /** Share of pixels that are clearly red, as seal ink is. */
  redShare: z.number(),
  /** Standard deviation of luminance, 0 to 255: near 0 is an empty picture. */
  contrast: z.number(),
});
export type ImageMeasure = z.infer<typeof imageMeasureSchema>;

/** What a printed page says it is (design.md: a printed page knows what it is). */
export const pageCodeSchema = z.strictObject({
  dossier: z.string(),
  letter: z.string(),
  revision: z.string(),
  page: z.number().int().positive(),
  pages: z.number().int().positive(),
});
export type PageCode = z.infer<typeof pageCodeSchema>;

/** One page of a scan: an image file is one page, a PDF one or more. */
export const scanPageSchema = z.strictObject({
  /** From 0. */
  index: z.number().int().nonnegative(),
  /** Physical size, where the file says it (PDF). */
  widthMm: z.number().optional(),
  heightMm: z.number().optional(),
  /** Text that the file itself carries (PDF), not recognised. */
  hasText: z.boolean(),
  measure: imageMeasureSchema,
  /** The page code found on it, where one was looked for. */
  code: pageCodeSchema.optional(),
  /** How far the page is turned clockwise, by its code: 0, 90, 180 or 270. */
  rotated: z.number().optional(),
  /** What the page is like, as a scan or photograph. */
  scan: scanMeasureSchema.optional(),
});
export type ScanPage = z.infer<typeof scanPageSchema>;

/** Everything measured on one file, once, as plain data: every check reads this and never the file. */
export const fileInspectionSchema = z.strictObject({
  /** As the dossier names it. */
  path: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  /** Lower-case hex; absent when the file could not be read to its end. */
  sha256: z.string().optional(),
  type: contentTypeSchema,
  /** The type its name claims, where the ending is known. */
  namedType: contentTypeSchema.optional(),
  problem: fileProblemSchema.optional(),
  /** What the decoder said, for people who look closer. */
  problemDetail: z.string().optional(),
  image: imageMeasureSchema.optional(),
  /** The upright size in px of a picture of which no more was measured. */
  size: z.strictObject({ width: z.number(), height: z.number() }).optional(),
  /** More on a logo or preview, from the same decode. */
  picture: pictureMeasureSchema.optional(),
  pdf: z.strictObject({ pages: z.number().int().nonnegative() }).optional(),
  /** Of a picture that was inspected as a scan: what it carries beside its pixels. */
  metadata: pictureMetadataSchema.optional(),
  /** Pages as pictures, when it was inspected as a scan. */
  pages: z.array(scanPageSchema).optional(),
  /** Decoded text (txt, md, html) or the words of a docx or pdf, at most 1,000,000 characters. */
  text: z.string().optional(),
  /** The links of a docx. */
  links: z.array(z.strictObject({ name: z.string(), target: z.string() })).optional(),
  /** Where in the words of a docx headings, rows and words that stand out are, in UTF-16 units. */
  layout: z
    .strictObject({
      headings: z.array(z.strictObject({ start: z.number(), end: z.number(), level: z.number() })),
      rows: z.array(z.strictObject({ start: z.number(), end: z.number(), table: z.number() })),
      emphasis: z.array(z.strictObject({ start: z.number(), end: z.number() })),
    })
    .optional(),
});
export type FileInspection = z.infer<typeof fileInspectionSchema>;

/**
 * How closely to look: `picture` decodes, `scan` rasterises pages and reads page codes, `text` decodes characters; `size`
 * decodes a picture small, which shows damage and takes little memory.
 */
export type InspectionDepth = 'picture' | 'scan' | 'text' | 'size' | 'identity';

/** By what a file's place was told: the page codes on it, its name, its print, its size. */
export const placeReasonSchema = z.enum(['code', 'name', 'print', 'size']);
export type PlaceReason = z.infer<typeof placeReasonSchema>;

/** Where a file that is in no place may belong: a suggestion, never put there unasked. */
export const suggestedPlaceSchema = z.strictObject({
  path: z.string(),
  field: z.string(),
  because: placeReasonSchema,
});
export type SuggestedPlace = z.infer<typeof suggestedPlaceSchema>;

/** A repair that a machine can make without changing what a picture or text says. */
export const repairSchema = z.strictObject({
  /** Stable: rule id and place. */
  id: z.string(),
  rule: z.string(),
  /** A field or a file. */
  at: z.string(),
  summary: z.string(),
  before: z.string(),
  after: z.string(),
  /** What to know before it is made. */
  warning: z.string().optional(),
  /** Made only when it is chosen by itself: it would stand in for a scan that bears a seal or a page code, or wants to be looked at first. */
  isAlone: z.boolean().optional(),
  /** Whether it can be looked at before it is made. */
  hasPicture: z.boolean().optional(),
});
export type Repair = z.infer<typeof repairSchema>;
