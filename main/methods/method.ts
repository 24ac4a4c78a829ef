import type { z } from 'zod';
import type { Api, MethodName, MethodOutput } from '../contract/api.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';

/** One method of the API over a world. */
export type Method<N extends MethodName> = (
  world: World,
  input: z.output<Api[N]['input']>,
  context: CallContext,
) => Promise<MethodOutput<N>>;

export type Methods = { readonly [N in MethodName]: Method<N> };
