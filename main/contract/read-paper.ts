import { z } from 'zod';

/** A rectangle on a picture, in px from its top left. */
export const pictureBoxSchema = z.strictObject({
  leftPx: z.number().int(),
  topPx: z.number().int(),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
});
export type PictureBox = z.infer<typeof pictureBoxSchema>;

/** A piece of a printed line as a machine read it: words that stand close together. `confidence` is 0 to 1. */
export const printedPieceSchema = z.strictObject({
  text: z.string(),
  confidence: z.number().min(0).max(1),
  box: pictureBoxSchema,
});
export type PrintedPiece = z.infer<typeof printedPieceSchema>;

/** Degrees clockwise by which a picture is turned so that its print stands upright. */
export const turnSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type Turn = z.infer<typeof turnSchema>;

/** The papers whose particulars are known how to be found. */
export const paperKinds = [
  'business-licence', 'icp-licence', 'icp-filing', 'software-copyright-certificate', 'identity-document', 'unknown',
] as const; // prettier-ignore
export const paperKindSchema = z.enum(paperKinds);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** What a paper may say about whom or what it is issued for. Days are YYYY-MM-DD. */
export const particulars = [
  'company-name', 'credit-code', 'legal-representative', 'company-type', 'address', 'registered-capital', 'established-on',
  'valid-from', 'valid-until', 'business-scope', 'licence-number', 'icp-number', 'website-name', 'domain', 'approved-on', 'software-name',
  'software-version', 'copyright-owner', 'registration-number', 'certificate-number', 'completed-on', 'published-on', 'person-name', 'identity-number',
] as const; // prettier-ignore
export const particularSchema = z.enum(particulars);
export type Particular = z.infer<typeof particularSchema>;

/** One particular as a machine read it: a suggestion beside its picture, never a finding by itself. */
export const readParticularSchema = z.strictObject({
  particular: particularSchema,
  value: z.string(),
  /** 0 to 1, the least of its pieces. */
  confidence: z.number().min(0).max(1),
  /** A check character or digit fits what was read. */
  isVerified: z.boolean(),
  /** From 0. */
  page: z.number().int().nonnegative(),
  box: pictureBoxSchema,
});
export type ReadParticular = z.infer<typeof readParticularSchema>;

/** A QR code on a paper: shown as text, never opened. Its box lies on the picture as it is, not turned. */
export const readCodeSchema = z.strictObject({
  text: z.string(),
  page: z.number().int().nonnegative(),
  box: pictureBoxSchema,
});
export type ReadCode = z.infer<typeof readCodeSchema>;

/** What text recognition made of one file. */
export const readPaperSchema = z.strictObject({
  path: z.string(),
  /** The bytes that were read. */
  sha256: z.string(),
  kind: paperKindSchema,
  /** Every piece that was read, in reading order. The boxes lie on the page's picture of this size once it is turned. */
  pages: z.array(
    z.strictObject({
      index: z.number().int().nonnegative(),
      turn: turnSchema,
      widthPx: z.number().int().positive(),
      heightPx: z.number().int().positive(),
      pieces: z.array(printedPieceSchema),
    }),
  ),
  /** How many pages the file has; those beyond the first few are not read. */
  pageCount: z.number().int().positive(),
  particulars: z.array(readParticularSchema),
  codes: z.array(readCodeSchema),
});
export type ReadPaper = z.infer<typeof readPaperSchema>;

/** What a read paper suggests for a field of the dossier; nothing is filled in until a person takes it. */
export const fieldSuggestionSchema = z.strictObject({
  ...readParticularSchema.shape,
  path: z.string(),
  field: z.string(),
  /** What the field holds now; null where it is empty. */
  current: z.string().nullable(),
  state: z.enum(['fills', 'same', 'differs']),
});
export type FieldSuggestion = z.infer<typeof fieldSuggestionSchema>;
