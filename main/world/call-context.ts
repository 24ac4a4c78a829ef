import type { Progress } from '../contract/api.ts';
import type { Language } from '../contract/language.ts';

/** What goes along with a call. */
export interface CallContext {
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}
