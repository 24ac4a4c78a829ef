import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';
import { dossierSummarySchema } from './dossier-summary.ts';
import { fieldEditSchema } from './dossier.ts';
import { openDossierSchema } from './open-dossier.ts';

const nothing = z.strictObject({});
const revision = z.number().int().nonnegative();

/** The program itself, and dossiers as a whole. */
export const dossiersApi = {
  'app.about': method(
    nothing,
    z.strictObject({
      version: z.string(),
      dataFolder: z.string(),
      host: z.enum(['electron', 'browser', 'command-line']),
      today: z.string(),
      rulebooks: z.array(z.strictObject({ id: z.string(), title: z.string(), version: z.string() })),
    }),
  ),
  'dossiers.list': method(nothing, z.strictObject({ dossiers: z.array(dossierSummarySchema) })),
  'dossiers.create': method(
    z.strictObject({ platform: z.string(), track: z.string().optional(), categories: z.array(z.string()) }),
    openDossierSchema,
  ),
  /** A copy of the fictitious company's dossier, to look around in. */
  'dossiers.createSample': method(nothing, openDossierSchema),
  'dossiers.open': method(z.strictObject({ dossier }), openDossierSchema),
  /**
   * Saves field edits at once. `baseRevision` is the revision the edits were made on: when another window has
   * changed one of the same fields since, nothing is saved and the failure `edit-conflict` names the field.
   */
  'dossiers.edit': method(
    z.strictObject({ dossier, baseRevision: revision, edits: z.array(fieldEditSchema).min(1) }),
    openDossierSchema,
  ),
  'dossiers.remove': method(z.strictObject({ dossier }), nothing),
  /** Puts a dossier out of the way, or back. */
  'dossiers.archive': method(z.strictObject({ dossier, archived: z.boolean() }), nothing),
  /**
   * A new dossier with everything of another but what was said or signed for that one app: `left` counts the statements and
   * signed letters that stay behind.
   */
  'dossiers.duplicate': method(
    z.strictObject({ dossier }),
    z.strictObject({
      ...openDossierSchema.shape,
      left: z.strictObject({ attestations: z.number(), signedLetters: z.number() }),
    }),
  ),
  /** Undoes a removal. */
  'dossiers.restore': method(z.strictObject({ dossier }), openDossierSchema),
  'dossiers.importFolder': method(z.strictObject({ folder: grant }), openDossierSchema),
  /**
   * Restores the dossier that a bundle was exported from, into `folder` where dossiers are folders. Verifies first and writes nothing unless
   * the bundle is whole. Throws `bundle-unsafe`, `bundle-not-whole`, `bundle-redacted`, `bundle-contradictory`, `passphrase-needed`, `passphrase-wrong`.
   */
  'dossiers.importBundle': method(
    z.strictObject({ file: grant, folder: grant.optional(), passphrase: z.string().optional() }),
    z.strictObject({
      ...openDossierSchema.shape,
      draft: z.boolean(),
      exportedOn: z.string(),
      /** How many files were restored. */
      restored: z.number(),
      /** Files of the dossier that the bundle does not hold: left out, or missing already when it was exported. */
      notInBundle: z.array(z.string()),
      /** Those of them that whoever exported it chose to leave out; the others were missing already. */
      leftOut: z.array(z.string()),
      /** Files of the bundle that the dossier does not take over, for Yinqi makes them anew with each export: paths under `data/`. */
      notTaken: z.array(z.string()),
    }),
  ),
  /** Writes the dossier folder: into a granted folder, or as a zip artifact where the host has no folders. */
  'dossiers.exportFolder': method(
    z.strictObject({ dossier, folder: grant.optional() }),
    z.strictObject({ artifact: artifact.optional(), fileName: z.string(), files: z.number() }),
  ),
  /** Writes a commented folder to fill in; refuses one that holds a dossier. */
  'dossiers.init': method(
    z.strictObject({
      folder: grant,
      platform: z.string(),
      track: z.string().optional(),
      categories: z.array(z.string()),
    }),
    z.strictObject({ files: z.array(z.string()) }),
  ),
} as const;
