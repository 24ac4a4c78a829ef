import { z } from 'zod';
import { findingSchema } from './report.ts';

/**
 * What tells the content of a bundle from any other, however it is zipped or encrypted: the SHA-256 of its tagmanifest-sha256.txt (RFC 8493),
 * which has the hashes of the manifests that have the hash of every file; lower-case hex.
 */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What goes into a bundle and where, before it is written. */
export const bundlePlanSchema = z.strictObject({
  /** The file name offered for the zip. */
  fileName: z.string(),
  entries: z.array(
    z.strictObject({
      /** Inside the bag: data/… */
      path: z.string(),
      /** The dossier's file it is a copy of. */
      from: z.string(),
      requirement: z.string(),
      requirementTitle: z.string(),
      field: z.string(),
      sizeBytes: z.number(),
    }),
  ),
  /** Findings of level error: they leave only `draft`. */
  blockers: z.array(findingSchema),
});
export type BundlePlan = z.infer<typeof bundlePlanSchema>;

export const bundleResultSchema = z.strictObject({
  fileName: z.string(),
  draft: z.boolean(),
  sizeBytes: z.number(),
  fingerprint: fingerprintSchema,
  files: z.number(),
  /** It answers a rejection: a resubmission note lies in it. */
  resubmission: z.boolean().optional(),
  /** Why the export could not be kept in the dossier’s history; absent where it was. */
  notKept: z.string().optional(),
});
export type BundleResult = z.infer<typeof bundleResultSchema>;

/** `yinqi verify`: every difference by name. */
export const verificationSchema = z.strictObject({
  schema: z.literal('yinqi/verification@1'),
  verdict: z.enum(['whole', 'not-whole']),
  draft: z.boolean(),
  /** Private data were taken out of it: it is whole, and not for submission. */
  redacted: z.literal(true).optional(),
  files: z.number(),
  /** Absent where the bag has none. It tells which bundle this says to be; the verdict says whether it is. */
  fingerprint: fingerprintSchema.optional(),
  /** What the enclosed report says. */
  report: z
    .strictObject({
      verdict: z.enum(['pass', 'fail']),
      rulebook: z.strictObject({ id: z.string(), version: z.string() }),
    })
    .optional(),
  differences: z.array(
    z.strictObject({
      code: z.enum(['changed', 'missing', 'extra', 'unsafe', 'damaged', 'not-a-bag', 'report-differs']),
      path: z.string(),
      message: z.string(),
    }),
  ),
});
export type Verification = z.infer<typeof verificationSchema>;
