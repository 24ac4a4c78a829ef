import type { api, MethodName } from '../contract/api.ts';
import type { MethodSchemas } from '../contract/api-method.ts';

/**
 * The schemas of a method as `api` has them; undefined for a name that it does not have. Those of letters are loaded by themselves:
 * making the schemas of all methods takes longer than writing a letter.
 */
export async function schemasOf(name: string): Promise<MethodSchemas | undefined> {
  const { lettersApi } = name.startsWith('letters.')
    ? await import('../contract/letters-api.ts')
    : { lettersApi: {} };
  if (isOf(lettersApi, name)) return lettersApi[name];
  const { api } = await import('../contract/api.ts');
  return isOf(api, name) ? api[name] : undefined;
}

const isOf = <T extends Partial<typeof api>>(part: T, name: string): name is keyof T & MethodName =>
  Object.hasOwn(part, name);
