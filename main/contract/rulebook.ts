import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { factAnswerSchema, licensedRights } from './dossier.ts';
import { localizedSchema } from './language.ts';
import type { ReviewerWords } from './reviewer-words.ts';
import type { TextStandard } from './text-standard.ts';
import { paperKindSchema } from './read-paper.ts';

/** Kebab-case, saying what is demanded; never a number. */
export const ruleIdSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

export const levelSchema = z.enum(['error', 'warning', 'notice']);
export type Level = z.infer<typeof levelSchema>;

/** What a dossier can be asked for. */
export const requirementKindSchema = z.enum(['letter', 'document', 'asset', 'text', 'attestation']);
export type RequirementKind = z.infer<typeof requirementKindSchema>;

/** Nested all-of and any-of over requirement ids, as the source has them. */
export type NeedsTree =
  string | { readonly allOf: readonly NeedsTree[] } | { readonly anyOf: readonly NeedsTree[] };

export const needsTreeSchema: z.ZodType<NeedsTree> = z.lazy(() =>
  z.union([
    ruleIdSchema,
    z.strictObject({ allOf: z.array(needsTreeSchema).min(1) }),
    z.strictObject({ anyOf: z.array(needsTreeSchema).min(1) }),
  ]),
);

/** Where in the bundle and on the upload form something goes. */
export const placeSchema = z.strictObject({
  /** A section id of platform.yaml. */
  section: z.string(),
  order: z.number().int().nonnegative(),
  /** The form field it goes to, in the platform's own words for that field. */
  field: localizedSchema,
});

/** What a reader needs who has never heard of the rule. */
const explanationSchema = z.strictObject({
  what: localizedSchema,
  why: localizedSchema.optional(),
  how: localizedSchema,
  mistakes: localizedSchema.optional(),
});

/** An example input of a rule's check or condition; `as` names what it shows. Its shape is the check's own. */
const exampleSchema = z.record(z.string(), z.unknown());

const ruleBase = {
  id: ruleIdSchema,
  title: localizedSchema,
  cites: z.array(z.string()).min(1),
  applies: conditionSchema.optional(),
  explain: explanationSchema.optional(),
};

const requirementBase = {
  ...ruleBase,
  because: localizedSchema,
  optional: z.boolean().optional(),
  place: placeSchema.optional(),
};

/** A rule that a check function decides. It names what it looks at: a field, the files of some requirements, or every paper. */
const checkRuleSchema = z.strictObject({
  ...ruleBase,
  kind: z.literal('check'),
  level: levelSchema,
  /** `app.name` or `facts.chat` for a field; requirement ids for their files; `everyPaper` for all documents and letters; `letters` for letters as they would be printed now. */
  on: z.union([
    z.strictObject({ field: z.string() }),
    z.strictObject({ files: z.array(ruleIdSchema).min(1) }),
    z.strictObject({ everyPaper: z.literal(true) }),
    z.strictObject({ letters: z.array(ruleIdSchema).min(1) }),
  ]),
  check: z.string(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  /** What only some of the cited clauses reject: how they differ, appended to the message. */
  conflict: localizedSchema.optional(),
  /** The statement of a person that settles what this check asks of one, beside a statement on the rule itself. */
  settledBy: ruleIdSchema.optional(),
  examples: z.strictObject({ pass: z.array(exampleSchema).min(1), fail: z.array(exampleSchema).min(1) }),
});

const letterRuleSchema = z.strictObject({
  ...requirementBase,
  kind: z.literal('letter'),
  /** The folder name under resources/letters/. */
  letter: z.string(),
});
/** What goes on a printed copy of a paper, by hand and in ink, before it is scanned again; each key as a clause has it. */
const copySchema = z
  .strictObject({
    /** The applicant’s own company seal, or the licensor’s in ink. */
    seal: z.enum(['own', 'licensor']).optional(),
    /** The exact words; of several, one is written. */
    handwritten: z.array(z.string().min(1)).min(1).optional(),
    date: z.literal(true).optional(),
    /** The person whose paper it is signs it and presses a red fingerprint. */
    signedByHolder: z.literal(true).optional(),
    /** Front and back on one page. */
    bothSides: z.literal(true).optional(),
    /** Of the licensors, those of one of these rights, or of none by name. */
    licenses: z.array(z.enum(licensedRights)).min(1).optional(),
    /** The conflict between sources that the copy itself tells of. */
    conflict: ruleIdSchema.optional(),
  })
  .refine(({ seal, handwritten, signedByHolder }) => (seal ?? handwritten ?? signedByHolder) !== undefined, {
    message: 'a copy bears a seal, handwriting or a signature',
  });
export type PaperCopy = z.infer<typeof copySchema>;

/** What a paper's print says, and about whom: what a machine reads there is suggested for that one's fields. */
const readsSchema = z.strictObject({
  paper: paperKindSchema.exclude(['unknown']),
  of: z.enum(['company', 'legal-representative', 'agent', 'licensor', 'affiliate']),
});
export type PaperReads = z.infer<typeof readsSchema>;

const documentRuleSchema = z.strictObject({
  ...requirementBase,
  kind: z.literal('document'),
  reads: readsSchema.optional(),
  /** It names the applicant and the app: a column of the identity matrix. */
  namesApplicant: z.literal(true).optional(),
  /** It is a copy of a person’s identity document: redacted bundles are without it. */
  identityCopy: z.literal(true).optional(),
  /** For a paper that is printed, written on or sealed, and scanned again. */
  copy: copySchema.optional(),
  /** A group: satisfied by other requirements instead of by a file of its own. */
  needs: needsTreeSchema.optional(),
});
const assetRuleSchema = z.strictObject({
  ...requirementBase,
  kind: z.literal('asset'),
  /** The dossier fields that hold its files, for example app.previews.desktop. Any of them satisfies it. */
  fields: z.array(z.string()).min(1),
});
const textRuleSchema = z.strictObject({ ...requirementBase, kind: z.literal('text'), field: z.string() });
/** Who in a company can know that a statement is true. */
export const statementMakerSchema = z.enum([
  'product', 'engineering', 'design', 'legal', 'privacy', 'operations', 'company-head',
]); // prettier-ignore
export type StatementMaker = z.infer<typeof statementMakerSchema>;

const attestationRuleSchema = z.strictObject({
  ...requirementBase,
  kind: z.literal('attestation'),
  level: levelSchema.exclude(['error']),
  /** Who may make it. */
  by: statementMakerSchema,
  /** The screenful it stands on. */
  topic: z.string(),
  /** The exact statement that the named person makes. */
  statement: localizedSchema,
});
/** Who owes a duty with a clock, and to whom. */
export const dutyPartySchema = z.enum(['platform', 'provider', 'users', 'authority']);
export type DutyParty = z.infer<typeof dutyPartySchema>;

const deadlineRuleSchema = z.strictObject({
  ...ruleBase,
  kind: z.literal('deadline'),
  owes: dutyPartySchema,
  to: dutyPartySchema,
  starts: localizedSchema,
  duration: z.strictObject({
    count: z.number().int().positive(),
    unit: z.enum(['working-day', 'day', 'month', 'year']),
    /** Whether the time is a limit or a minimum; without it a limit after the start, a minimum before it. */
    bound: z.enum(['at-most', 'at-least']).optional(),
  }),
  direction: z.enum(['after', 'before']),
});

export const ruleSchema = z.discriminatedUnion('kind', [
  checkRuleSchema,
  letterRuleSchema,
  documentRuleSchema,
  assetRuleSchema,
  textRuleSchema,
  attestationRuleSchema,
  deadlineRuleSchema,
]);
export type Rule = z.infer<typeof ruleSchema>;
export type CheckRule = z.infer<typeof checkRuleSchema>;
export type AttestationRule = z.infer<typeof attestationRuleSchema>;
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
/** A rule that asks for something the dossier must contain. */
export type RequirementRule = Exclude<Rule, CheckRule | DeadlineRule>;

/** A question as it stands in facts/<topic>.yaml. */
const writtenFactSchema = z.strictObject({
  id: ruleIdSchema,
  question: localizedSchema,
  help: localizedSchema,
  answer: z.union([
    z.strictObject({ kind: z.literal('yes-no') }),
    z.strictObject({
      kind: z.enum(['one-of', 'some-of']),
      options: z.array(z.strictObject({ id: z.string(), title: localizedSchema })).min(2),
    }),
  ]),
  /** Asked only when this holds. */
  asked: conditionSchema.optional(),
  cites: z.array(z.string()).min(1),
});
export const factFileSchema = z.array(writtenFactSchema);
/** A question with its topic: the file it stands in. */
export type Fact = z.infer<typeof writtenFactSchema> & { readonly topic: string };

/** Clauses that bind nobody to do anything, and why: exact ids, or `prefix*` for those that no rule cites. */
export const backgroundSchema = z.strictObject({
  clauses: z.array(z.string().regex(/^[^*\s]+\*?$/)).min(1),
  reason: localizedSchema,
});
export type Background = z.infer<typeof backgroundSchema>;

/** Clauses that disagree: what each side says, and what the program does about it. The reviewer decides. */
export const conflictSchema = z.strictObject({
  id: ruleIdSchema,
  title: localizedSchema,
  sides: z.array(z.strictObject({ cites: z.array(z.string()).min(1), says: localizedSchema })).min(2),
  does: localizedSchema,
  /** The rules that act on it. */
  rules: z.array(ruleIdSchema),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const categorySchema = z.strictObject({
  id: z.string(),
  title: localizedSchema,
  hint: localizedSchema.optional(),
  cites: z.array(z.string()).optional(),
});
export type Category = z.infer<typeof categorySchema>;

export const platformSchema = z.strictObject({
  id: z.string(),
  title: localizedSchema,
  /** The version of this rulebook, remembered by reports and exports. */
  version: z.string(),
  /** In order: each includes the one before. Empty where the platform knows no tracks. */
  tracks: z.array(z.strictObject({ id: z.string(), title: localizedSchema })),
  /** Groups of categories, titled; a category id is `group/name`, or a bare name where there are no groups. */
  groups: z.array(z.strictObject({ id: z.string(), title: localizedSchema })),
  /** For a rulebook in the making: what its rules cover so far; a dossier outside is told so and never passes. Absent: all. */
  covers: z.strictObject({ tracks: z.array(z.string()), categories: z.array(z.string()) }).optional(),
  /** Topics of questions, in order: each has its file facts/<id>.yaml. */
  questions: z.array(z.strictObject({ id: z.string(), title: localizedSchema })),
  /** Topics of attestations, in order. */
  topics: z.array(z.strictObject({ id: z.string(), title: localizedSchema })),
  /** Sections of the upload form, in order: the numbered folders of the bundle. `folder` is ASCII plus a Chinese title. */
  sections: z.array(z.strictObject({ id: z.string(), title: localizedSchema, folder: z.string() })),
});
export type Platform = z.infer<typeof platformSchema>;

/** A source document of the rulebook. `dated` is the day it carries, absent where it carries none. */
export const sourceSchema = z.strictObject({
  id: z.string(),
  title: localizedSchema,
  dated: z.string().optional(),
  note: localizedSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One clause of the sources: its id, kind, and our own one-line gist (empty where none is written yet). */
export interface Clause {
  readonly id: string;
  readonly kind: 'clause' | 'text' | 'row' | 'heading';
  readonly gist: string;
}

/** A platform's rules as data, loaded and validated: every citation exists, every id is unique. */
export interface Rulebook {
  readonly platform: Platform;
  readonly categories: readonly Category[];
  /** By topic, in the order of the platform's questions. */
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly clauses: ReadonlyMap<string, Clause>;
  /** In the order of their ids. */
  readonly rules: readonly Rule[];
  readonly background: readonly Background[];
  readonly conflicts: readonly Conflict[];
  /** Word lists by file name without ending, for checks on names. */
  readonly wordLists: ReadonlyMap<string, readonly string[]>;
  /** What policies and agreements must say; absent where the platform asks nothing of them. */
  readonly texts?: readonly TextStandard[];
  /** How reviewers put things, for the search by their words; it decides nothing. */
  readonly search?: ReviewerWords;
}

/** Answers to facts, from the dossier or assumed by a what-if. */
export const answersSchema = z.record(z.string(), factAnswerSchema);
export type Answers = z.infer<typeof answersSchema>;
