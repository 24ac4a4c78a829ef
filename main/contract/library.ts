import { z } from 'zod';
import { artifactRef, dossierRef, grantRef, method } from './api-method.ts';
import { isoDateSchema } from './dossier.ts';
import { companyDetailsSchema, personDetailsSchema } from './kept-companies.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const fileFactSchema = z.strictObject({
  path: z.string().min(1),
  sha256: sha256Schema,
  sizeBytes: z.number().int().nonnegative(),
});

/** The folders that a team shares: templates with clauses, official forms, word lists. */
export const teamAreas = ['templates', 'forms', 'words'] as const;
export type TeamArea = (typeof teamAreas)[number];

const idSchema = z.string().regex(/^[0-9a-z-]{1,40}$/);
const keptFields = {
  id: idSchema,
  changedAt: z.string(),
  /** States that this one came of, the oldest first; the last is this one. */
  states: z.array(sha256Schema),
};
const logoFactSchema = z.strictObject({ name: z.string().min(1), sha256: sha256Schema });

/** `yinqi-library.json`, which closes a `.yinqi` file: what it holds, each thing with its SHA-256. */
export const libraryManifestSchema = z.strictObject({
  schema: z.literal('yinqi/library@1'),
  software: z.strictObject({ name: z.string(), version: z.string() }),
  on: isoDateSchema,
  /** Who hands it over, as they named themselves. */
  by: z.string(),
  dossiers: z.array(
    z.strictObject({
      id: idSchema,
      changedAt: z.string(),
      /** When it was put away; left out of one that was not. */
      archivedAt: z.string().optional(),
      /** dossier.yaml lies in the file as dossiers/<id>/dossier.yaml. */
      yaml: sha256Schema,
      /** Its history, where there is one, as dossiers/<id>/history.jsonl. */
      history: sha256Schema.optional(),
      /** The content of each lies there once, as contents/<sha256>. */
      files: z.array(fileFactSchema),
      /** States that this one came of, the oldest first; the last is this one. */
      states: z.array(sha256Schema),
      /** Fields, as JSON of their paths, and when each was last edited. */
      edits: z.array(z.strictObject({ path: z.string(), at: z.string() })),
    }),
  ),
  /** Companies and people that are kept for all dossiers; the content of a logo lies among those of the files. */
  kept: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...keptFields,
          kind: z.literal('company'),
          details: companyDetailsSchema,
          logo: logoFactSchema.nullable(),
        }),
        z.strictObject({
          ...keptFields,
          kind: z.literal('person'),
          details: personDetailsSchema,
          logo: z.null(),
        }),
      ]),
    )
    .default([]),
  /** Team files, each under team/<area>/<path>. */
  team: z.array(z.strictObject({ area: z.enum(teamAreas), ...fileFactSchema.shape })),
});
export type LibraryManifest = z.infer<typeof libraryManifestSchema>;

/** One side of a conflict: the value as text, null for nothing; whose, and when it was edited. */
const sideSchema = z.strictObject({ text: z.string().nullable(), by: z.string(), at: z.string() });

/** Two values of which the user picks one; the one not picked is kept in the record of the merge. */
const mergeConflictSchema = z.strictObject({
  /** Names it in `picks`. */
  id: z.string(),
  kind: z.enum(['field', 'file', 'removed', 'team']),
  /** The dotted field, the file's path, the dossier, or the version of a template, form or clause. */
  at: z.string(),
  mine: sideSchema,
  theirs: sideSchema,
  /** What can be picked. `both`: theirs comes beside mine under a name of its own. */
  choices: z.array(z.enum(['mine', 'theirs', 'both'])),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

const pickSchema = z.enum(['mine', 'theirs', 'both']);
export type MergePick = z.infer<typeof pickSchema>;

const dossierPlanSchema = z.strictObject({
  dossier: z.string(),
  title: z.string(),
  company: z.string(),
  /** `removed`: it was removed here and is in the file. */
  state: z.enum(['new', 'same', 'newer-here', 'newer-there', 'both-changed', 'removed']),
  /** Whether a state is known that both sides came of; without one every difference is a conflict. */
  hasAncestor: z.boolean(),
  /** What becomes of it here: put away, taken out again; left out where that stays as it is. */
  archived: z.boolean().optional(),
  /** Dotted fields that are taken from the file without a question. */
  fields: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), change: z.enum(['added', 'replaced', 'removed']) })),
  conflicts: z.array(mergeConflictSchema),
});
export type DossierMergePlan = z.infer<typeof dossierPlanSchema>;

const keptPlanSchema = z.strictObject({
  /** Its id in the file. */
  kept: z.string(),
  kind: z.enum(['company', 'person']),
  name: z.string(),
  state: dossierPlanSchema.shape.state,
  hasAncestor: z.boolean(),
  /** Fields that are taken without a question, named as a dossier names them: those of a person as of an agent. */
  fields: z.array(z.string()),
  conflicts: z.array(mergeConflictSchema),
});
export type KeptMergePlan = z.infer<typeof keptPlanSchema>;

const teamPlanSchema = z.strictObject({
  area: z.enum(teamAreas),
  /** For example authorisation-letter/1.2.0, clauses/seal/1.0.0 or tencent-meeting/superlatives-allowed.txt. */
  item: z.string(),
  state: z.enum(['new', 'same', 'only-more-here', 'completed', 'conflict']),
  conflict: mergeConflictSchema.optional(),
});
export type TeamMergePlan = z.infer<typeof teamPlanSchema>;

/** What merging a `.yinqi` file would do. */
export const libraryPlanSchema = z.strictObject({
  schema: z.literal('yinqi/library-plan@1'),
  by: z.string(),
  on: z.string(),
  /** A hash of all that the plan rests on: merging with it refuses when something changed since. */
  token: z.string(),
  dossiers: z.array(dossierPlanSchema),
  kept: z.array(keptPlanSchema),
  team: z.array(teamPlanSchema),
  conflicts: z.number().int().nonnegative(),
});
export type LibraryPlan = z.infer<typeof libraryPlanSchema>;

/** A merge that was made, with what was not taken. */
export const mergeRecordSchema = z.strictObject({
  on: z.string(),
  by: z.string(),
  /** The id and name of what was merged: a dossier, or a company or person that is kept. */
  dossier: z.string(),
  title: z.string(),
  conflicts: z.array(
    z.strictObject({ ...mergeConflictSchema.shape, picked: pickSchema }).omit({ choices: true }),
  ),
});
export type MergeRecord = z.infer<typeof mergeRecordSchema>;

const passphrase = z.string().optional();

/** Handing a library over to another computer without a server, and merging what comes back. */
export const libraryApi = {
  /** Writes dossiers, all of them unless named, and what the team shares to one file. One of `passphrase` and `plain` is needed. */
  'library.export': method(
    z.strictObject({
      dossiers: z.array(dossierRef).min(1).optional(),
      /** Without it the team's templates, clauses, forms and words go along. */
      withTeam: z.boolean().default(true),
      /** Whether kept companies and people go along; unless said they do with all dossiers, and do not with some. */
      withKept: z.boolean().optional(),
      passphrase,
      plain: z.boolean().default(false),
      by: z.string().max(100).default(''),
      target: grantRef.optional(),
    }),
    z.strictObject({
      artifact: artifactRef.optional(),
      fileName: z.string(),
      isEncrypted: z.boolean(),
      sizeBytes: z.number(),
      dossiers: z.number(),
      files: z.number(),
      /** Companies and people. */
      kept: z.number(),
      teamFiles: z.number(),
    }),
  ),
  /** Says what merging would do; nothing is changed. Throws `passphrase-needed`, `library-damaged`, `not-a-library`. */
  'library.plan': method(z.strictObject({ file: grantRef, passphrase }), libraryPlanSchema),
  /** Merges, all or nothing. Throws `unresolved-conflicts`, `library-changed` with a `token` that no longer holds. */
  'library.merge': method(
    z.strictObject({
      file: grantRef,
      passphrase,
      picks: z.record(z.string(), pickSchema).default({}),
      token: z.string().optional(),
    }),
    z.strictObject({
      schema: z.literal('yinqi/library-merge@1'),
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      /** Companies and people that were added or changed. */
      kept: z.number(),
      teamItems: z.number(),
      conflicts: z.number(),
    }),
  ),
  /** Merges that were made, the latest first, each with the values that were not taken. */
  'library.records': method(z.strictObject({}), z.strictObject({ records: z.array(mergeRecordSchema) })),
} as const;
