import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what lives only as long as the program: uploads, pictures, PDFs to be saved. */
export interface Scratch {
  readonly folder: string;
  /** Removes it and what is in it; harmless when called twice. */
  remove(): void;
}

/** Makes a scratch folder that only this user can read. */
export function createScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
