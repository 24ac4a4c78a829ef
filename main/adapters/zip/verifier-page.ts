import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the page that `npm run verifier` writes into the resources, once. */
export function createVerifierPage(resourcesFolder: string): () => Promise<Uint8Array> {
  let page: Promise<Uint8Array> | undefined;
  return () => (page ??= readFile(join(resourcesFolder, 'verifier', 'verify.html')));
}
