import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';
import {
  clauseCheckSchema,
  clauseComparisonSchema,
  clauseSummarySchema,
  clauseTextSchema,
  savedClauseSchema,
} from './clauses.ts';
import { batchCheckSchema, packPapersSchema } from './letter-plans.ts';
import { letterPreviewSchema, templatePreviewSchema, templateVariableSchema } from './letter-preview.ts';
import { filingSchema, letterBatchSchema, letterPackSchema } from './letter-results.ts';
import { letterSummarySchema, printGuidesSchema, templateOriginSchema } from './letters.ts';
import {
  templateCheckSchema,
  templateComparisonSchema,
  templateRefSchema,
  templateReviewSchema,
  templateSummarySchema,
  templateTextSchema,
} from './templates.ts';

/** `own`: in our own wording, although the platform's form is there. */
const wording = z.literal('own').optional();

/** The methods on letters and their templates. */
export const lettersApi = {
  /** Every letter of a dossier; with `letters` those with these ids alone, which takes less time. */
  'letters.list': method(
    z.strictObject({ dossier, letters: z.array(z.string()).min(1).optional(), wording }),
    z.strictObject({ letters: z.array(letterSummarySchema) }),
  ),
  /** Makes one letter: its PDF and a picture of each page, 110 dpi. */
  'letters.render': method(
    z.strictObject({
      dossier,
      letter: z.string(),
      pictures: z.boolean().optional(),
      /** It is made to be printed: it is kept in the history, by this name. */
      keep: z.strictObject({ by: z.string() }).optional(),
      wording,
      ...printGuidesSchema.shape,
    }),
    z.strictObject({
      artifact,
      fileName: z.string(),
      revision: z.string(),
      /** Why it could not be kept in the dossier’s history; absent where it was, or was not to be. */
      notKept: z.string().optional(),
      pages: z.array(z.strictObject({ artifact, widthPx: z.number(), heightPx: z.number() })),
    }),
  ),
  /**
   * One letter's pages as they print, and where on them stands what was filled in; a draft where data is missing.
   * `dpi` 110 without it; with `page` only that page's picture is made.
   */
  'letters.preview': method(
    z.strictObject({
      dossier,
      letter: z.string(),
      dpi: z.number().int().min(60).max(300).optional(),
      page: z.number().int().nonnegative().optional(),
      wording,
      ...printGuidesSchema.shape,
    }),
    letterPreviewSchema,
  ),
  /** Writes every letter that can be made into a granted folder. */
  'letters.write': method(
    z.strictObject({
      dossier,
      folder: grant,
      date: z.string().optional(),
      /** The letters to write, by id; without it those that are required. */
      letters: z.array(z.string()).min(1).optional(),
      /** PDF to print without it; Word files to edit; or both, each a file of its own in `written`. */
      as: z.enum(['pdf', 'word', 'both']).optional(),
      /** Writes down in the dossier what was printed, so that it can be said later why it is out of date. */
      record: z.boolean().optional(),
      /** Answers what `letters.list` does too, which takes less time than two calls. */
      list: z.boolean().optional(),
      /** Who makes them, for the history. */
      by: z.string().optional(),
      wording,
      ...printGuidesSchema.shape,
    }),
    z.strictObject({
      written: z.array(
        z.strictObject({
          letter: z.string(),
          fileName: z.string(),
          revision: z.string(),
          pages: z.number(),
          templateVersion: z.string(),
          templateOrigin: templateOriginSchema,
          /** The platform's form that it is made on; absent in our own wording. */
          form: z.strictObject({ version: z.number(), sha256: z.string() }).optional(),
        }),
      ),
      /** Why the run could not be kept in the dossier’s history; absent where it was. */
      notKept: z.string().optional(),
      /** Letters on the platform's form, of which no Word file was made, by id. */
      wordless: z.array(z.string()).optional(),
      held: z.array(letterSummarySchema),
      /** Letters that may be needed or are optional, and were not asked for by name. */
      left: z.array(letterSummarySchema),
      /** With `list`: as they were before anything was written, undated as `letters.list` gives them. */
      listed: z.array(letterSummarySchema).optional(),
    }),
  ),
  /** Makes one letter as a Word file to edit; a draft where data is missing. It bears no page codes. Kept in the history by the name `by`, unless a draft. */
  'letters.word': method(
    z.strictObject({ dossier, letter: z.string(), by: z.string().optional() }),
    z.strictObject({
      artifact,
      fileName: z.string(),
      revision: z.string(),
      /** Why it could not be kept in the dossier’s history; absent where it was, or was not to be. */
      notKept: z.string().optional(),
    }),
  ),
  /** Reads page codes from scans and files the pages to their letters; with `keep` the scans join the dossier. */
  'letters.file': method(
    z.strictObject({ dossier, scans: z.array(grant).min(1), keep: z.boolean().optional() }),
    filingSchema,
  ),

  /**
   * One letter for every row of a table (CSV, XLSX) laid over the dossier, or over an empty one: files and a table of
   * results into a granted folder, or as a zip artifact. A row that fails is listed with its reasons; the others are made.
   */
  'letters.batch': method(
    z.strictObject({
      dossier: dossier.optional(),
      /** Of the empty dossier; tencent-meeting without it. */
      platform: z.string().optional(),
      letter: z.string(),
      table: grant,
      /** The sheet of a workbook, the first without it. */
      sheet: z.string().optional(),
      folder: grant.optional(),
      date: z.string().optional(),
      /** Who makes them, for the history of the dossier, where there is one. */
      by: z.string().optional(),
      /** Columns to pass over, by their headings. */
      wording,
      ignore: z.array(z.string()).optional(),
    }),
    letterBatchSchema,
  ),

  /** What `letters.batch` would make of a table: its columns as they are understood, and the rows that would fail. */
  'letters.batch-check': method(
    z.strictObject({
      dossier: dossier.optional(),
      platform: z.string().optional(),
      letter: z.string(),
      table: grant,
      sheet: z.string().optional(),
      date: z.string().optional(),
      wording,
      ignore: z.array(z.string()).optional(),
    }),
    batchCheckSchema,
  ),

  /** The papers of which `letters.pack` can print copies when their pictures are handed over. */
  'letters.pack-papers': method(z.strictObject({ dossier }), packPapersSchema),
  /**
   * One PDF with everything to print, in the order to stamp, after a cover that says what is done with each page: the required letters
   * that are ready and not yet scanned, and copies of the papers handed over. Into a granted file, or as an artifact.
   */
  'letters.pack': method(
    z.strictObject({
      dossier,
      /** Besides the required letters: optional and open ones and notices, and letters to print again, by id. */
      letters: z.array(z.string()).min(1).optional(),
      /** Required letters that are left out this time, by id. */
      leaveOut: z.array(z.string()).optional(),
      /** Unsealed pictures and PDFs of papers by their requirement; the sides of a card in order. */
      sources: z.record(z.string(), z.array(grant).min(1)).optional(),
      date: z.string().optional(),
      /** Who makes it, for the history. */
      by: z.string().optional(),
      /** Prints what is written by hand light on its line, as a guide to copy. */
      purposeLine: z.boolean().optional(),
      wording,
      ...printGuidesSchema.shape,
      target: grant.optional(),
    }),
    letterPackSchema.extend({ artifact: artifact.optional() }),
  ),

  /** Every letter's template with its versions: the app's own, and a team's over them. */
  'templates.list': method(
    z.strictObject({}),
    z.strictObject({ schema: z.literal('yinqi/templates@1'), templates: z.array(templateSummarySchema) }),
  ),
  /** The text of a version: `1.0.0`, `app`, `team`, `team:1.0.0`; the one in use without it. One with faults is given with them. */
  'templates.read': method(
    z.strictObject({ letter: z.string(), version: z.string().optional() }),
    templateTextSchema,
  ),
  /** Looks through a template's text, and makes a letter of it with the sample. Its faults are data, with file and line. */
  'templates.check': method(
    z.strictObject({ text: z.string(), fileName: z.string().optional(), sample: z.string().optional() }),
    templateCheckSchema,
  ),
  /**
   * The pages that a template being written makes, filled in with a dossier, with its sample, or as a draft; its faults in
   * their places. Nothing is saved. `dpi` 80 without it; with `page` only that page's picture is made.
   */
  'templates.preview': method(
    z.strictObject({
      text: z.string(),
      sample: z.string().optional(),
      dossier: dossier.optional(),
      dpi: z.number().int().min(60).max(300).optional(),
      page: z.number().int().nonnegative().optional(),
    }),
    templatePreviewSchema,
  ),
  /** The names that every template may print, with what people call them. */
  'templates.variables': method(
    z.strictObject({}),
    z.strictObject({ variables: z.array(templateVariableSchema) }),
  ),
  /**
   * Puts a new version of the letter that the front matter names into the team's folder, whole or not at all. Refuses one
   * with faults (`template-fault`), and one that is not newer (`template-version-old`) unless `bump` makes it the next.
   */
  'templates.save': method(
    z.strictObject({ text: z.string(), sample: z.string().optional(), bump: z.boolean().optional() }),
    z.strictObject({ ...templateRefSchema.shape, fileName: z.string() }),
  ),
  /** Two versions line by line: by default the one in use with the one before it. */
  'templates.compare': method(
    z.strictObject({ letter: z.string(), from: z.string().optional(), to: z.string().optional() }),
    templateComparisonSchema,
  ),

  /** Every clause that letters share, with its versions and the letters that take it in. */
  'clauses.list': method(
    z.strictObject({}),
    z.strictObject({ schema: z.literal('yinqi/clauses@1'), clauses: z.array(clauseSummarySchema) }),
  ),
  /** The text of a version, named as with `templates.read`; the one in use without it. */
  'clauses.read': method(
    z.strictObject({ clause: z.string(), version: z.string().optional() }),
    clauseTextSchema,
  ),
  /** Looks through a clause's text, alone and in every letter that takes it in. Its faults are data, with file and line. */
  'clauses.check': method(
    z.strictObject({ text: z.string(), fileName: z.string().optional() }),
    clauseCheckSchema,
  ),
  /** Puts a new version of a clause into the team's folder, whole or not at all; refuses as `templates.save` does, and one with which a letter cannot be made. */
  'clauses.save': method(
    z.strictObject({ text: z.string(), bump: z.boolean().optional() }),
    savedClauseSchema,
  ),
  /** Two versions line by line: by default the one in use with the one before it. */
  'clauses.compare': method(
    z.strictObject({ clause: z.string(), from: z.string().optional(), to: z.string().optional() }),
    clauseComparisonSchema,
  ),

  /** The template in use as a Word file to review: into a granted folder under `fileName`, or as an artifact. */
  'templates.word': method(
    z.strictObject({ letter: z.string(), folder: grant.optional(), fileName: z.string().optional() }),
    z.strictObject({ ...templateRefSchema.shape, fileName: z.string(), artifact: artifact.optional() }),
  ),
  /**
   * Reads a reviewed Word file as the next minor version of its template, compared with the one in use. Saves nothing but the text, and
   * that only into a granted folder under `fileName`. Refuses what a template has no place for: `word-fault`, `template-fault`, each with its paragraph.
   */
  'templates.read-word': method(
    z.strictObject({ file: grant, folder: grant.optional(), fileName: z.string().optional() }),
    templateReviewSchema,
  ),
} as const;
