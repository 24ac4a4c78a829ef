import { z } from 'zod';
import { dossierRef as dossier, method } from './api-method.ts';
import { fingerprintSchema } from './bundle.ts';
import { letterOriginSchema } from './dossier.ts';
import { localizedSchema } from './language.ts';
import { requirementKindSchema } from './rulebook.ts';
import { staleReasonSchema } from './stale-reason.ts';
import { templateComparisonSchema } from './templates.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A version of a rulebook, and a hash over all that it holds. */
export const rulebookMarkSchema = z.strictObject({ id: z.string(), version: z.string(), sha256 });
export type RulebookMark = z.infer<typeof rulebookMarkSchema>;

/** One export or letter run as it is kept. Texts are kept beside it, by the hashes of `kept`. */
export const historyEntrySchema = z.strictObject({
  /** Twelve hex digits made of the rest, so that the same entry is known again in another library. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  kind: z.enum(['export', 'letters']),
  /** ISO 8601 instant. */
  at: z.string(),
  /** The name that the user gave; empty where none was given. */
  by: z.string(),
  rulebook: rulebookMarkSchema,
  /** The SHA-256 of the texts as they were: dossier.yaml, the hashes of every rule, and what was asked for. */
  kept: z.strictObject({ dossier: sha256, rules: sha256, requirements: sha256 }),
  /** Every file that the dossier named and that could be read. */
  files: z.array(z.strictObject({ path: z.string(), sha256, sizeBytes: z.number().int().nonnegative() })),
  /** Of an export every letter that could be made; of a letter run those that were. `text`: the SHA-256 of its words, absent on the platform's form. */
  letters: z.array(
    z.strictObject({
      letter: z.string(),
      title: localizedSchema,
      revision: z.string(),
      origin: letterOriginSchema.omit({ on: true }),
      text: sha256.optional(),
    }),
  ),
  /** Of a letter run that made Word files: those alone, or beside the PDFs. */
  as: z.enum(['word', 'both']).optional(),
  /** Of a run that made one letter for every row of a table. */
  batch: z
    .strictObject({
      letter: z.string(),
      title: localizedSchema,
      /** The table's file name. */
      table: z.string(),
      made: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
      /** Of the rest nothing was made: the user stopped it, or the disk did. */
      isCutShort: z.boolean(),
      /** The SHA-256 of a text: each file with its row, revision and hash, as JSON. */
      files: sha256,
    })
    .optional(),
  /** Of an export. */
  bundle: z
    .strictObject({
      fileName: z.string(),
      draft: z.boolean(),
      /** Of the whole file, in entries from before there were fingerprints. */
      sha256: sha256.optional(),
      fingerprint: fingerprintSchema.optional(),
      sizeBytes: z.number(),
      files: z.number(),
    })
    .optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What a rulebook held at an entry: its rules and the other parts that decide, each with its title and a hash. */
export const keptRulesSchema = z.strictObject({
  rules: z.record(z.string(), z.strictObject({ title: localizedSchema, hash: z.string() })),
  /** `fact:…`, `source:…`, `words:…`, `text:…`, `conflict:…`, `clauses`. */
  others: z.record(z.string(), z.strictObject({ title: localizedSchema, hash: z.string() })),
});
export type KeptRules = z.infer<typeof keptRulesSchema>;

/** What the dossier was asked for at an entry. */
export const keptRequirementsSchema = z.array(
  z.strictObject({
    id: z.string(),
    title: localizedSchema,
    kind: requirementKindSchema,
    status: z.enum(['open', 'missing', 'invalid', 'ok']),
  }),
);
export type KeptRequirements = z.infer<typeof keptRequirementsSchema>;

/** An entry as it is listed, oldest first. */
const listedEntrySchema = z.strictObject({
  id: z.string(),
  /** Counted from 1 in this dossier. */
  number: z.number().int().positive(),
  kind: z.enum(['export', 'letters']),
  at: z.string(),
  by: z.string(),
  rulebook: rulebookMarkSchema,
  /** Whether the rulebook is another now. */
  isOlderRulebook: z.boolean(),
  dossierSha256: z.string(),
  files: z.number(),
  letters: z.array(z.strictObject({ letter: z.string(), title: z.string(), revision: z.string() })),
  as: historyEntrySchema.shape.as,
  batch: z
    .strictObject({ title: z.string(), table: z.string(), made: z.number(), failed: z.number() })
    .optional(),
  bundle: historyEntrySchema.shape.bundle,
});
export type ListedEntry = z.infer<typeof listedEntrySchema>;

const titled = z.strictObject({ id: z.string(), title: z.string() });

/** What changed of a dossier between two entries, or from an entry to now. */
export const historyComparisonSchema = z.strictObject({
  schema: z.literal('yinqi/history-comparison@1'),
  from: z.strictObject({ id: z.string(), at: z.string() }),
  /** `id` is null for the dossier as it is now. */
  to: z.strictObject({ id: z.string().nullable(), at: z.string() }),
  files: z.array(
    z.strictObject({
      change: z.enum(['added', 'removed', 'replaced', 'renamed']),
      path: z.string(),
      /** The path before, of one that was renamed or replaced by another of another name. */
      was: z.string().optional(),
      /** What the file is for, by the titles of the fields that hold it. */
      uses: z.array(z.string()),
    }),
  ),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      title: z.string(),
      /** Null where nothing stood. */
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  rules: z.strictObject({
    from: rulebookMarkSchema,
    to: rulebookMarkSchema,
    added: z.array(titled),
    removed: z.array(titled),
    changed: z.array(titled),
    /** Questions, sources, word lists and the like that are others. */
    others: z.array(titled),
  }),
  /** Letters of which both sides know the words; a letter run knows only its own. */
  letters: z.array(
    z.strictObject({
      letter: z.string(),
      title: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      from: z.strictObject({ revision: z.string(), template: z.string() }).nullable(),
      to: z.strictObject({ revision: z.string(), template: z.string() }).nullable(),
      /** Why, as far as it was written down. */
      reasons: z.array(z.string()),
      added: z.number().int().nonnegative(),
      removed: z.number().int().nonnegative(),
      /** Absent where it stands on the platform's form, whose words are the platform's. */
      lines: templateComparisonSchema.shape.lines.optional(),
    }),
  ),
});
export type HistoryComparison = z.infer<typeof historyComparisonSchema>;

/** What a newer rulebook makes out of date, and why. */
export const historyStaleSchema = z.strictObject({
  schema: z.literal('yinqi/stale@1'),
  rulebook: rulebookMarkSchema,
  /** Null where nothing was kept yet, or the last entry rests on the same rulebook. */
  dossier: z
    .strictObject({
      since: z.strictObject({ entry: z.string(), at: z.string(), rulebook: rulebookMarkSchema }),
      added: z.array(titled),
      removed: z.array(titled),
      changed: z.array(titled),
      others: z.array(titled),
      /** Of the rules that were added or changed, how many concern this dossier as it is now. */
      concerning: z.array(titled),
      /** What the same dossier.yaml is asked for now that it was not then, and what fell away. */
      requirements: z.strictObject({ added: z.array(titled), removed: z.array(titled) }),
    })
    .nullable(),
  letters: z.array(
    z.strictObject({ letter: z.string(), title: z.string(), reasons: z.array(staleReasonSchema) }),
  ),
  /** Exports that rest on another rulebook, newest first. */
  bundles: z.array(
    z.strictObject({ entry: z.string(), fileName: z.string(), at: z.string(), rulebook: rulebookMarkSchema }),
  ),
});
export type HistoryStale = z.infer<typeof historyStaleSchema>;

/** The methods on what was exported and printed before. */
export const historyApi = {
  /** Every export and letter run of a dossier, oldest first. */
  'history.list': method(
    z.strictObject({ dossier }),
    z.strictObject({ schema: z.literal('yinqi/history@1'), entries: z.array(listedEntrySchema) }),
  ),
  /** Compares two entries, or an entry with now: `from` and `to` are ids, their beginnings, or numbers of the list. Throws `unknown-entry`. */
  'history.compare': method(
    z.strictObject({ dossier, from: z.string().min(1), to: z.string().min(1).optional() }),
    historyComparisonSchema,
  ),
  /** What a newer rulebook makes out of date of this dossier. */
  'history.stale': method(z.strictObject({ dossier }), historyStaleSchema),
} as const;
