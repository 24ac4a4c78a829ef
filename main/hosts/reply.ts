import type { App } from '../app.ts';
import type { MethodInput, MethodName, Progress } from '../contract/api.ts';
import { Failure, type FailureInLanguage } from '../contract/failure.ts';
import { languageSchema } from '../contract/language.ts';

/** What comes back from a call as plain data, so that it can cross a process or a wire. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureInLanguage }
  | { readonly ok: false; readonly bug: { readonly id: string } };

/** A call as it arrives from outside: nothing in it is trusted. */
export interface CallRequest {
  readonly name: unknown;
  readonly input: unknown;
  readonly language: unknown;
}

export interface ReplyContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Logs a bug and answers the id under which it was logged. */
  readonly reportBug: (error: unknown, method: string) => string;
}

/** The failure of work that was stopped on request. */
export const cancelled = new Failure(
  'cancelled',
  { zh: '已取消', en: 'Cancelled' },
  { zh: '没有保存任何改动，可以重新开始', en: 'Nothing was changed; start it again when you like' },
);

/** Progress is told so often, in ms: a call that is over before tells none. */
const progressEveryMs = 50;

/** Tells the latest progress, at most once in a while; nothing after `end`. */
function steadyProgress(tell: (progress: Progress) => void) {
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tellLatest = (): void => {
    timer = undefined;
    if (latest !== undefined) tell(latest);
  };
  return {
    report(progress: Progress): void {
      latest = progress;
      timer ??= setTimeout(tellLatest, progressEveryMs);
    },
    end(): void {
      clearTimeout(timer);
    },
  };
}

/** Calls the app and turns whatever happens into a Reply: failures and bugs are told apart, nothing is thrown. */
export async function replyTo(app: App, request: CallRequest, context: ReplyContext): Promise<Reply> {
  const parsed = languageSchema.safeParse(request.language);
  const language = parsed.success ? parsed.data : 'zh';
  const name = String(request.name);
  const progress = steadyProgress(context.onProgress);
  try {
    // Safe: app.call refuses names that are not methods and inputs that are not of the method's shape.
    const value = await app.call(name as MethodName, request.input as MethodInput<MethodName>, {
      language,
      signal: context.signal,
      onProgress: progress.report,
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, failure: error.in(language) };
    if (context.signal.aborted) return { ok: false, failure: cancelled.in(language) };
    return { ok: false, bug: { id: context.reportBug(error, name) } };
  } finally {
    progress.end();
  }
}
