import { z } from 'zod';
import { dossierRef as dossier, method } from './api-method.ts';
import { requirementsSchema } from './report.ts';
import {
  citedClauseSchema,
  factQuestionSchema,
  fieldRulesSchema,
  ruleSummarySchema,
  sourceConflictSchema,
} from './rulebook-view.ts';
import { answersSchema } from './rulebook.ts';

const nothing = z.strictObject({});

/** The rules, and what they ask of a dossier. */
export const rulebookApi = {
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
} as const;
