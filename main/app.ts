import type { MethodInput, MethodName, MethodOutput } from './contract/api.ts';
import { Failure } from './contract/failure.ts';
import { plainParsing } from './contract/plain-parsing.ts';
import { schemasOf } from './methods/method-schemas.ts';
import { methods } from './methods/methods.ts';
import type { World } from './world.ts';
import type { CallContext } from './world/call-context.ts';

/** The whole product behind one function: three hosts call it and cannot drift apart. */
export interface App {
  /** Parses the input, runs the method, parses the output. Throws Failure for what the user can mend. */
  call<N extends MethodName>(
    name: N,
    input: MethodInput<N>,
    context?: Partial<CallContext>,
  ): Promise<MethodOutput<N>>;
}

/** Makes the app over a world. */
export function createApp(world: World): App {
  return {
    async call(name, input, context = {}) {
      const entry = await schemasOf(name);
      if (entry === undefined) {
        throw new Failure(
          'unknown-method',
          { zh: `没有名为「${String(name)}」的功能`, en: `There is no method named “${String(name)}”` },
          { zh: '请更新程序后重试', en: 'Update the program and try again' },
        );
      }
      const parsed = entry.input.safeParse(input, plainParsing);
      if (!parsed.success) {
        const where = parsed.error.issues
          .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
          .join('; ');
        throw new Failure(
          'bad-request',
          {
            zh: `请求「${name}」的内容不合要求：${where}`,
            en: `The request “${name}” is not of the expected shape: ${where}`,
          },
          {
            zh: '请检查所填内容；如反复出现，请报告此问题',
            en: 'Check what was given; report it if it comes again',
          },
        );
      }
      const full: CallContext = {
        language: context.language ?? 'zh',
        signal: context.signal ?? new AbortController().signal,
        onProgress: context.onProgress ?? (() => undefined),
      };
      full.signal.throwIfAborted();
      // Safe: `methods` maps each name to a function of that name's parsed input and output.
      const run = methods[name] as (world: World, input: unknown, context: CallContext) => Promise<unknown>;
      return entry.output.parse(await run(world, parsed.data, full), plainParsing) as MethodOutput<
        typeof name
      >;
    },
  };
}
