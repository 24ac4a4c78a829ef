import { z } from 'zod';
import { passageSchema } from './text-review.ts';
import { pictureBoxSchema } from './read-paper.ts';

/** What identifies company and app across papers. */
export const identityRowIds = [
  'company', 'credit-code', 'legal-representative', 'app-name', 'installed-name', 'version', 'domain', 'icp-number',
] as const; // prettier-ignore
export const identityRowIdSchema = z.enum(identityRowIds);
export type IdentityRowId = z.infer<typeof identityRowIdSchema>;

/** Ways of writing the same that are told apart from real differences. */
export const spellingSchema = z.enum(['width', 'spaces', 'brackets', 'case', 'zeros']);
export type Spelling = z.infer<typeof spellingSchema>;

/**
 * How a cell compares with the row's reference. `reference`: it is the reference itself. `spelling`: the same but for `spellings`.
 * `not-said`: the source was read and does not say it. `not-read`: nobody and nothing has read it. `none`: the source never says it.
 */
export const identityStateSchema = z.enum([
  'reference',
  'same',
  'spelling',
  'different',
  'not-said',
  'not-read',
  'none',
]);
export type IdentityState = z.infer<typeof identityStateSchema>;

export const identityCellSchema = z.strictObject({
  source: z.string(),
  /** As it stands there; null where it is not known. */
  value: z.string().nullable(),
  state: identityStateSchema,
  spellings: z.array(spellingSchema),
  /** Read by machine from a picture: a suggestion, never a finding by itself. 0 to 1. */
  confidence: z.number().min(0).max(1).optional(),
  /** Where it stands: a field, a passage of a text, or a place on a page. */
  field: z.string().optional(),
  passage: passageSchema.optional(),
  page: z.number().int().nonnegative().optional(),
  box: pictureBoxSchema.optional(),
  note: z.string().optional(),
});
export type IdentityCell = z.infer<typeof identityCellSchema>;

/** One table: what identifies company and app, as each source has it. */
export const identityMatrixSchema = z.strictObject({
  schema: z.literal('yinqi/identities@1'),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['form', 'paper', 'text', 'letter']),
      path: z.string().optional(),
      /** How it was read: typed, words of the file, text recognition, page code; `unread` where nothing has. */
      read: z.enum(['typed', 'words', 'recognised', 'page-code', 'unread']),
    }),
  ),
  rows: z.array(
    z.strictObject({
      id: identityRowIdSchema,
      title: z.string(),
      /** What the others are compared with: the form's, or the first that is known. */
      reference: z.string().nullable(),
      /** In the order of the sources. */
      cells: z.array(identityCellSchema),
    }),
  ),
  counts: z.strictObject({
    different: z.number(),
    machineDifferent: z.number(),
    spelling: z.number(),
    notRead: z.number(),
  }),
});
export type IdentityMatrix = z.infer<typeof identityMatrixSchema>;
