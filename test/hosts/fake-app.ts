import type { App } from '../../main/app.ts';
import type { MethodName } from '../../main/contract/api.ts';
import type { CallContext } from '../../main/world/call-context.ts';

/** What a fake method is given. */
export type FakeMethod = (input: never, context: CallContext) => unknown;

/** One call that a fake app received. */
export interface SeenCall {
  readonly name: string;
  readonly input: unknown;
  readonly context: CallContext;
}

/** An app whose methods are given by the test; one that is not given throws as a bug would. */
export function fakeApp(
  methods: Partial<Record<MethodName, FakeMethod>>,
): App & { readonly seen: SeenCall[] } {
  const seen: SeenCall[] = [];
  return {
    seen,
    async call(name, input, partial = {}) {
      const context: CallContext = {
        language: partial.language ?? 'zh',
        signal: partial.signal ?? new AbortController().signal,
        onProgress: partial.onProgress ?? (() => undefined),
      };
      seen.push({ name, input, context });
      const method = methods[name];
      if (method === undefined) throw new Error(`the fake app has no ${name}`);
      // Safe: tests give each method the output of its name.
      return (await method(input as never, context)) as never;
    },
  };
}
