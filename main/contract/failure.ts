import { z } from 'zod';
import type { Language, Localized } from './language.ts';

/** Why a request cannot be served, in one language: what was found or wanted, and what to do. */
export const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
export type FailureInLanguage = z.infer<typeof failureSchema>;

/**
 * An expected failure: a request cannot be served and the user can do something about it.
 * `code` is stable kebab-case for scripts. Anything thrown that is not a Failure is a bug.
 */
export class Failure extends Error {
  readonly code: string;
  readonly text: Localized;
  readonly hint: Localized;

  constructor(code: string, text: Localized, hint: Localized, options?: { cause?: unknown }) {
    super(`${code}: ${text.en}`, options);
    this.name = 'Failure';
    this.code = code;
    this.text = text;
    this.hint = hint;
  }

  /** The failure as plain data in one language. */
  in(language: Language): FailureInLanguage {
    return { code: this.code, message: this.text[language], hint: this.hint[language] };
  }
}

/** Several failures of one request at once, for example every fault of a dossier.yaml. */
export class Failures extends Failure {
  readonly all: readonly Failure[];

  constructor(all: readonly [Failure, ...Failure[]]) {
    const [first] = all;
    super(
      first.code,
      { zh: all.map((one) => one.text.zh).join('\n'), en: all.map((one) => one.text.en).join('\n') },
      first.hint,
    );
    this.all = all;
  }
}
