import type { z } from 'zod';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';

/** What a check looks at: one field's value, or the inspected files of a requirement. */
export type Subject =
  | { readonly kind: 'field'; readonly field: string; readonly value: unknown }
  | { readonly kind: 'files'; readonly requirement: string; readonly files: readonly FileInspection[] };

/** What surrounds a subject, for checks across papers. */
export interface Situation {
  readonly document: DossierDocument;
  readonly rulebook: Pick<Rulebook, 'wordLists' | 'texts'>;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly today: string;
}

/**
 * One conclusion. `pass` and `not-applicable` say nothing more; the others say what was found, what was wanted
 * and what to do. `at` narrows the place down to one file or field. What a heuristic suspects is `needs-person`.
 */
export type Conclusion =
  | { readonly outcome: 'pass' | 'not-applicable' }
  | {
      readonly outcome: 'fail' | 'needs-person' | 'not-checked';
      readonly message: Localized;
      readonly at?: string;
      /** Set where the repair named `id` can mend it. */
      readonly fix?: { readonly id: string; readonly summary: Localized };
    };

/** A pure function that decides one kind of thing. It knows no platform: what differs comes as parameters. */
export interface Check<P> {
  readonly name: string;
  /** Its rules hold one thing to several limits: at one place only the gravest finding stays. */
  readonly isGraded?: true;
  readonly parameters: z.ZodType<P>;
  run(subject: Subject, parameters: P, situation: Situation): readonly Conclusion[];
}

/** Keeps the parameter type of a check while the registry holds checks of all kinds. */
export interface AnyCheck {
  readonly name: string;
  readonly isGraded: boolean;
  /** Parses parameters and runs; throws ZodError for parameters that do not fit, which the rulebook loader reports. */
  run(subject: Subject, parameters: unknown, situation: Situation): readonly Conclusion[];
  parse(parameters: unknown): { readonly success: boolean; readonly problem?: string };
}

/** Makes a check ready for the registry. */
export function defineCheck<P>(check: Check<P>): AnyCheck {
  return {
    name: check.name,
    isGraded: check.isGraded === true,
    run: (subject, parameters, situation) =>
      check.run(subject, check.parameters.parse(parameters), situation),
    parse(parameters) {
      const result = check.parameters.safeParse(parameters);
      if (result.success) return { success: true };
      const problem = result.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; ');
      return { success: false, problem };
    },
  };
}
