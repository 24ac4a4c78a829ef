import { createRequire } from 'node:module';

const fromHere = createRequire(import.meta.url);

/**
 * Where a file of an installed package is, from the source and from the built bundle alike: the packages stay
 * beside both. Throws what the resolver says for a package that is not installed.
 */
export function packageFile(specifier: string): string {
  return fromHere.resolve(specifier);
}
