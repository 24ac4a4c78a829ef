import { z } from 'zod';
import { dossierRef, method } from './api-method.ts';
import { erasedPaperSchema, retainedKinds, retentionSchema } from './dossier.ts';

const paperSchema = z.strictObject({
  path: z.string(),
  kind: z.enum(retainedKinds),
  sizeBytes: z.number(),
  /** The fields that hold it, or held it before a repair; empty for another copy of one that a field holds. */
  fields: z.array(z.string()),
});

/** What of a dossier is to be erased when, and what was. */
export const dossierRetentionSchema = z.strictObject({
  dossier: z.string(),
  title: z.string(),
  acceptedOn: z.string().nullable(),
  setting: retentionSchema.nullable(),
  /** The first day on which the papers may be erased; null while it is not accepted or nothing is set. */
  dueOn: z.string().nullable(),
  isDue: z.boolean(),
  papers: z.array(paperSchema),
  /** Texts of the history in which identity numbers are masked together with ID copies. */
  historyTexts: z.number().int().nonnegative(),
  erased: z.array(z.strictObject({ path: z.string(), ...erasedPaperSchema.shape })),
});
export type DossierRetention = z.infer<typeof dossierRetentionSchema>;

/** A paper that was erased from a dossier while its content stays, because of others. */
const keptSchema = z.strictObject({ path: z.string(), sha256: z.string(), usedBy: z.array(z.string()) });

const erasureSchema = z.strictObject({
  schema: z.literal('yinqi/erasure@1'),
  dossier: z.string(),
  erased: z.array(z.strictObject({ path: z.string(), ...erasedPaperSchema.shape })),
  /** Texts of the history in which identity numbers were masked; their hashes stay. */
  maskedTexts: z.number().int().nonnegative(),
  /** Gone from this dossier, but its bytes stay: these dossiers hold the same content. */
  kept: z.array(keptSchema),
});
export type Erasure = z.infer<typeof erasureSchema>;

const placeSchema = z.strictObject({
  id: z.enum(['database', 'files', 'templates', 'forms', 'words', 'scratch']),
  path: z.string(),
  files: z.number(),
  sizeBytes: z.number(),
});

/** What the app keeps and where, and papers that are erased after acceptance. */
export const retentionApi = {
  /** One dossier, or all with anything set, accepted or erased. */
  'retention.list': method(
    z.strictObject({ dossier: dossierRef.optional() }),
    z.strictObject({
      schema: z.literal('yinqi/retention@1'),
      today: z.string(),
      dossiers: z.array(dossierRetentionSchema),
    }),
  ),
  /** Erases the papers that are due, hash and record kept. Throws `erasure-not-due`. */
  'retention.erase': method(z.strictObject({ dossier: dossierRef }), erasureSchema),
  /** Erases what is due in dossiers that are set so; hosts call it when the app starts. */
  'retention.eraseAtStart': method(z.strictObject({}), z.strictObject({ erasures: z.array(erasureSchema) })),
  /** What is kept on this computer, and where. */
  'data.overview': method(
    z.strictObject({}),
    z.strictObject({
      dataFolder: z.string(),
      places: z.array(placeSchema),
      /** The dossiers' files by what they are, each content counted once; `removed`: only removed dossiers hold them. */
      kinds: z.array(
        z.strictObject({
          kind: z.enum(['id-copies', 'scans', 'pictures', 'texts', 'unused', 'removed']),
          files: z.number(),
          sizeBytes: z.number(),
        }),
      ),
      dossiers: z.number(),
      removedDossiers: z.number(),
    }),
  ),
} as const;
