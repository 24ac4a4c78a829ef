import { z } from 'zod';
import { dossierRef as dossier } from './api-method.ts';
import { dossierDocumentSchema } from './dossier.ts';

const revision = z.number().int().nonnegative();

const dossierFileSchema = z.strictObject({
  /** As the dossier names it: relative, forward slashes. */
  path: z.string(),
  sizeBytes: z.number(),
  /** The fields that hold it, for example documents.business-licence or app.logo; empty: not yet used. */
  usedBy: z.array(z.string()),
});
export type DossierFile = z.infer<typeof dossierFileSchema>;

/** A dossier as it stands, with its files. */
export const openDossierSchema = z.strictObject({
  dossier,
  revision,
  document: dossierDocumentSchema,
  files: z.array(dossierFileSchema),
});
export type OpenDossierData = z.infer<typeof openDossierSchema>;
