import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { roles } from './corpus-case.ts';

const limit = z.union([z.strictObject({ atLeast: z.number() }), z.strictObject({ atMost: z.number() })]);

const kindSchema = z
  .strictObject({
    role: z.enum(roles),
    title: z.string().min(1),
    /** Decidable: recall 1, no false alarm. Heuristic: recall 0.95 at the stated strength, at most 2 false alarms in 100 clean files. */
    by: z.enum(['decidable', 'heuristic']),
    /** What the strength of a case measures. */
    unit: z.string().optional(),
    /** The strength at which it must be found; weaker cases are reported and not counted. Absent: every case counts. */
    stated: limit.optional(),
    /** Any of these rules finds it. */
    rules: z.array(z.string()),
    /** Why no check decides it and a person is asked instead: with it, no rules. */
    askedOfPerson: z.string().optional(),
  })
  .refine(
    ({ rules, askedOfPerson }) => rules.length === 0 || askedOfPerson === undefined,
    'rules, or a reason for having none',
  );
export type DefectKind = z.infer<typeof kindSchema>;

const tableSchema = z.strictObject({
  /** Rules that put a question to a person whatever the file shows: no alarm. */
  questions: z.array(z.string()),
  kinds: z.record(z.string(), kindSchema),
});

/** Which rule finds which kind of defect, as `defect-kinds.yaml` says it. */
export const { kinds: defectKinds, questions } = tableSchema.parse(
  parse(readFileSync(join(import.meta.dirname, 'defect-kinds.yaml'), 'utf8')),
);

/** Whether a case of this strength must be found. */
export function isCounted({ stated }: DefectKind, strength: number | undefined): boolean {
  if (stated === undefined || strength === undefined) return true;
  return 'atLeast' in stated ? strength >= stated.atLeast : strength <= stated.atMost;
}
