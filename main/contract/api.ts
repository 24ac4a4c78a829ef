import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';
import { bundlePlanSchema, bundleResultSchema, verificationSchema } from './bundle.ts';
import { dossierDocumentSchema, fieldEditSchema, isoDateSchema } from './dossier.ts';
import { dossierSummarySchema } from './dossier-summary.ts';
import { fileInspectionSchema, repairSchema, suggestedPlaceSchema } from './files.ts';
import { formsApi } from './forms.ts';
import { historyApi } from './history.ts';
import { identityMatrixSchema } from './identity.ts';
import { lettersApi } from './letters-api.ts';
import { libraryApi } from './library.ts';
import { rejectionsApi } from './rejections.ts';
import { companyUseSchema, companiesApi } from './kept-companies.ts';
import { fieldSuggestionSchema, readPaperSchema } from './read-paper.ts';
import { deadlineSchema, reportSchema, requirementsSchema } from './report.ts';
import { retentionApi } from './retention.ts';
import { answersSchema } from './rulebook.ts';
import { textReviewSchema } from './text-review.ts';
import {
  citedClauseSchema,
  factQuestionSchema,
  fieldRulesSchema,
  ruleSummarySchema,
  sourceConflictSchema,
  statementSchema,
} from './rulebook-view.ts';

const nothing = z.strictObject({});
const revision = z.number().int().nonnegative();

const dossierFileSchema = z.strictObject({
  /** As the dossier names it: relative, forward slashes. */
  path: z.string(),
  sizeBytes: z.number(),
  /** The fields that hold it, for example documents.business-licence or app.logo; empty: not yet used. */
  usedBy: z.array(z.string()),
});
export type DossierFile = z.infer<typeof dossierFileSchema>;

export const openDossierSchema = z.strictObject({
  dossier,
  revision,
  document: dossierDocumentSchema,
  files: z.array(dossierFileSchema),
});
export type OpenDossierData = z.infer<typeof openDossierSchema>;

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

/**
 * Every method of `app.call`: the one API behind the desktop window, the browser and the command line.
 * Long ones report progress and can be cancelled through the call's context.
 */
export const api = {
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

  'rulebook.platforms': method(
    nothing,
    z.strictObject({
      platforms: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          version: z.string(),
          tracks: z.array(z.strictObject({ id: z.string(), title: z.string(), covered: z.boolean() })),
          groups: z.array(z.strictObject({ id: z.string(), title: z.string() })),
          categories: z.array(
            z.strictObject({
              id: z.string(),
              title: z.string(),
              hint: z.string().optional(),
              covered: z.boolean(),
            }),
          ),
          topics: z.array(z.strictObject({ id: z.string(), title: z.string() })),
        }),
      ),
    }),
  ),
  'rulebook.facts': method(
    z.strictObject({ dossier }),
    z.strictObject({ facts: z.array(factQuestionSchema) }),
  ),
  /** What the rules that apply to a dossier say of each of its fields: which ask for it, which look at it, how long it may be. */
  'rulebook.fields': method(
    z.strictObject({ dossier }),
    z.strictObject({ fields: z.array(fieldRulesSchema) }),
  ),
  'rulebook.rules': method(
    z.strictObject({ platform: z.string().optional() }),
    z.strictObject({
      schema: z.literal('yinqi/rules@1'),
      rules: z.array(ruleSummarySchema),
      coverage: z.record(z.string(), z.string()),
      /** Clauses that no rule of this version cites yet. */
      uncovered: z.array(z.string()),
    }),
  ),
  /** Where clauses disagree: both sides with their days, and what is done about it. */
  'rulebook.conflicts': method(
    z.strictObject({ platform: z.string().optional() }),
    z.strictObject({ schema: z.literal('yinqi/conflicts@1'), conflicts: z.array(sourceConflictSchema) }),
  ),
  /** Explains a rule or a clause, with what cites it. */
  'rulebook.explain': method(
    z.strictObject({ id: z.string(), platform: z.string().optional() }),
    z.strictObject({
      id: z.string(),
      /** Whose rule or clause it is; absent for the program's own rules. */
      platform: z.string().optional(),
      kind: z.enum(['rule', 'clause']),
      title: z.string(),
      paragraphs: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
      cites: z.array(citedClauseSchema),
      citedBy: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    }),
  ),

  /** `assume` answers facts for a what-if without saving them. */
  'requirements.list': method(
    z.strictObject({ dossier, assume: answersSchema.optional() }),
    requirementsSchema,
  ),

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
