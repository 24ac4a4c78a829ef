import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';
import { bundlePlanSchema, bundleResultSchema, verificationSchema } from './bundle.ts';
import { isoDateSchema } from './dossier.ts';
import { identityMatrixSchema } from './identity.ts';
import { companiesApi, companyUseSchema } from './kept-companies.ts';
import { openDossierSchema } from './open-dossier.ts';
import { dossiersApi } from './dossiers-api.ts';
import { filesApi } from './files-api.ts';
import { formsApi } from './forms.ts';
import { historyApi } from './history.ts';
import { lettersApi } from './letters-api.ts';
import { libraryApi } from './library.ts';
import { rejectionsApi } from './rejections.ts';
import { retentionApi } from './retention.ts';
import { rulebookApi } from './rulebook-api.ts';
import { deadlineSchema, reportSchema } from './report.ts';
import { statementSchema } from './rulebook-view.ts';
import { textReviewSchema } from './text-review.ts';

/**
 * Every method of `app.call`: the one API behind the desktop window, the browser and the command line.
 * Long ones report progress and can be cancelled through the call's context.
 */
export const api = {
  ...dossiersApi,
  ...filesApi,
  ...rulebookApi,
  ...lettersApi,
  ...formsApi,
  ...historyApi,
  ...rejectionsApi,
  ...companiesApi,
  /** Writes chosen fields of a kept company into a dossier, its logo as a file of its own. Throws `edit-conflict`. */
  'companies.use': method(companyUseSchema, openDossierSchema),
  'review.check': method(z.strictObject({ dossier }), reportSchema),
  /**
   * The review as a PDF to print or keep: findings, statements with who made them, deadlines and sources, in the language of the call.
   * Written to a granted file, whole or not at all, or kept as an artifact.
   */
  'review.report': method(
    z.strictObject({ dossier, target: grant.optional() }),
    z.strictObject({ artifact: artifact.optional(), fileName: z.string(), pages: z.number() }),
  ),
  /** Privacy policy and user agreement item by item, each with the passage that answers it or what to add. */
  'texts.review': method(z.strictObject({ dossier }), textReviewSchema),
  /** Company and app as every paper has them, in one table; with `readPapers` scans are read by machine too, which takes seconds a page. */
  'review.identities': method(
    z.strictObject({ dossier, readPapers: z.boolean().default(false) }),
    identityMatrixSchema,
  ),
  'review.statements': method(
    z.strictObject({ dossier }),
    z.strictObject({
      topics: z.array(
        z.strictObject({ id: z.string(), title: z.string(), statements: z.array(statementSchema) }),
      ),
    }),
  ),
  /** `starts` gives the day on which a duty began, by its rule; the others are worked out from today. */
  'review.deadlines': method(
    z.strictObject({ dossier, starts: z.record(z.string(), isoDateSchema).optional() }),
    z.strictObject({ deadlines: z.array(deadlineSchema) }),
  ),
  'bundle.plan': method(z.strictObject({ dossier }), bundlePlanSchema),
  /** Writes the bundle: to a granted target, or as an artifact to download. Refuses findings of level error unless `draft`. */
  'bundle.export': method(
    z.strictObject({
      dossier,
      target: grant.optional(),
      draft: z.boolean(),
      by: z.string().optional(),
      /** Without identity copies and unused files, numbers of people masked: to be looked at, not to be submitted. */
      redacted: z.boolean().optional(),
      /** Whether files of the dossier that no field uses go along, so that an import restores all of it; they do unless false. */
      unusedFiles: z.boolean().optional(),
      /** Encrypts the zip by AES-256. Throws `passphrase-empty`, `passphrase-weak`, `passphrase-characters`. */
      passphrase: z.string().optional(),
    }),
    z.strictObject({ ...bundleResultSchema.shape, artifact: artifact.optional() }),
  ),
  ...libraryApi,
  ...retentionApi,
  /** Throws `passphrase-needed` for an encrypted bundle without its passphrase, `passphrase-wrong`. */
  'bundle.verify': method(
    z.strictObject({ file: grant, passphrase: z.string().optional() }),
    verificationSchema,
  ),
} as const;

export type Api = typeof api;
export type MethodName = keyof Api;
export type MethodInput<N extends MethodName> = z.input<Api[N]['input']>;
export type MethodOutput<N extends MethodName> = z.output<Api[N]['output']>;

/** How far long work has come. `label` names what is being done now. */
export const progressSchema = z.strictObject({ done: z.number(), total: z.number(), label: z.string() });
export type Progress = z.infer<typeof progressSchema>;
