import { z } from 'zod';
import { dossierRef as dossier, method } from './api-method.ts';
import type { Rejection } from './dossier.ts';

/** A stretch of a text, in UTF-16 units. */
const spanSchema = z.strictObject({ start: z.number().int(), end: z.number().int() });

/** A clause that a reviewer may have meant, with what speaks for it. */
const likelyClauseSchema = z.strictObject({
  clause: z.string(),
  gist: z.string(),
  /** The document that the clause is in, with its day where it carries one. */
  source: z.string(),
  /** Clauses that say the same in other places of the sources. */
  also: z.array(z.string()),
  /** The rules that rest on it, the likeliest first. */
  rules: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** The texts in which the reviewer's words, or words that mean the same, were found. */
  evidence: z.array(
    z.strictObject({
      from: z.enum(['clause', 'rule', 'point']),
      rule: z.string().optional(),
      text: z.string(),
      spans: z.array(spanSchema),
    }),
  ),
});
export type LikelyClauseView = z.infer<typeof likelyClauseSchema>;

/** A reviewer's words point by point, each with the clauses that they may rest on. */
export const rejectionSearchSchema = z.strictObject({
  schema: z.literal('yinqi/rejection@1'),
  points: z.array(z.strictObject({ words: z.string(), clauses: z.array(likelyClauseSchema) })),
});
export type RejectionSearch = z.infer<typeof rejectionSearchSchema>;

/** The id of a new rejection: the day it came and its number on that day. */
export function rejectionId(rejections: readonly Pick<Rejection, 'id'>[], on: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${on}-${number}`;
    if (!rejections.some((one) => one.id === id)) return id;
  }
}

/** The methods on what the platform sent back. */
export const rejectionsApi = {
  /** Likely clauses for a reviewer's words, ranked, by searching the rulebook's own words. A suggestion: a person picks. */
  'rejections.search': method(
    z.strictObject({ dossier, words: z.string().max(20_000) }),
    rejectionSearchSchema,
  ),
  /** The resubmission note as text to paste, as the next export would write it; null while no rejection is noted down. */
  'rejections.note': method(
    z.strictObject({ dossier }),
    z.strictObject({ schema: z.literal('yinqi/resubmission@1'), text: z.string().nullable() }),
  ),
} as const;
