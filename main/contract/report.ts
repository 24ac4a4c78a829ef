import { z } from 'zod';
import { dutyPartySchema, levelSchema, needsTreeSchema, requirementKindSchema } from './rulebook.ts';

/** What a check can conclude that someone must hear of; pass and not applicable leave no finding. */
export const findingOutcomeSchema = z.enum(['fail', 'needs-person', 'not-checked']);

/** One result (interface section 5). `at` is a field such as `app.name`, or a file. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  level: levelSchema,
  outcome: findingOutcomeSchema,
  message: z.string(),
  at: z.string(),
  cites: z.array(z.string()),
  fix: z.strictObject({ id: z.string(), summary: z.string() }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const requirementStatusSchema = z.enum(['open', 'missing', 'invalid', 'ok']);
export type RequirementStatus = z.infer<typeof requirementStatusSchema>;

const dueToSchema = z.enum(['category', 'track', 'applicant', 'answer']);
/** A choice of the dossier that can bring a requirement. */
export type DueTo = z.infer<typeof dueToSchema>;

export const requirementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: requirementKindSchema,
  status: requirementStatusSchema,
  optional: z.boolean(),
  /** The unanswered questions that its status `open` hangs on. */
  facts: z.array(z.string()).optional(),
  needs: needsTreeSchema.optional(),
  /** The group whose needs tree it is a leaf of. */
  partOf: z.string().optional(),
  because: z.string(),
  /** The choices that brought it, each once; absent for what everyone is asked. */
  dueTo: z.array(dueToSchema).optional(),
  cites: z.array(z.string()),
  /** Where it is typed or dropped: the fields or, for documents and letters, `documents.<id>`. */
  fields: z.array(z.string()),
  /** A copy of an identity document, which can carry a line that says what it is for. */
  carriesPurpose: z.literal(true).optional(),
  /** The files that it holds today. */
  files: z.array(z.string()),
});
export type Requirement = z.infer<typeof requirementSchema>;

const changedRequirementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: requirementKindSchema,
});

export const requirementsSchema = z.strictObject({
  schema: z.literal('yinqi/requirements@1'),
  requirements: z.array(requirementSchema),
  /** For a what-if: what the assumed answers add to today's requirements, and what falls away. */
  changes: z
    .strictObject({
      added: z.array(changedRequirementSchema),
      removed: z.array(changedRequirementSchema),
    })
    .optional(),
});

export type Requirements = z.infer<typeof requirementsSchema>;

export const reportSchema = z.strictObject({
  schema: z.literal('yinqi/report@1'),
  rulebook: z.strictObject({ id: z.string(), version: z.string() }),
  verdict: z.enum(['pass', 'fail']),
  counts: z.strictObject({ error: z.number(), warning: z.number(), notice: z.number() }),
  findings: z.array(findingSchema),
  requirements: z.array(requirementSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** A duty with a clock. `due` is worked out from `--today` as the start; absent where a calendar year is not covered. */
export const deadlineSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  owes: dutyPartySchema,
  to: dutyPartySchema,
  starts: z.string(),
  duration: z.string(),
  /** Whether `due` is the last day on which it can be done in time, or the first on which the time is over. */
  dueIs: z.enum(['latest', 'earliest']),
  /** The day it is worked out from: given, or today. */
  ifStartedOn: z.string(),
  due: z.string().optional(),
  note: z.string().optional(),
  cites: z.array(z.string()),
});
export type Deadline = z.infer<typeof deadlineSchema>;
