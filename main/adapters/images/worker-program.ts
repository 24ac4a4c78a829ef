import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where a worker's program is: beside this file in the source, an entry of its own in the build, whose shared parts lie one folder
 * deeper. Throws when it is in neither place.
 */
export function workerProgram(source: string, built: string): string {
  const here = import.meta.dirname;
  const places = [join(here, source), join(here, built), join(here, '..', built)];
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No ${built} near ${here}: build again`);
  return found;
}
