import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWriterGone, writerTag, writerTagPattern } from '../adapters/disk/writer-tag.ts';

/** A folder for what lives only as long as the program: uploads, pictures, PDFs to be saved. */
export interface Scratch {
  readonly folder: string;
  /** Removes it and what is in it; harmless when called twice. */
  remove(): void;
}

const scratchPattern = new RegExp(`^yinqi-run-(${writerTagPattern})-`);

/** Makes a scratch folder that only this user can read, and removes those that killed programs left: papers lie in them. */
export function createScratch(): Scratch {
  collectScratch(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), `yinqi-run-${writerTag()}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function collectScratch(temporary: string): void {
  for (const name of readdirSync(temporary)) {
    const tag = scratchPattern.exec(name)?.[1];
    if (tag === undefined) continue;
    const path = join(temporary, name);
    try {
      if (isWriterGone(tag, lstatSync(path).mtimeMs)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another user's, or another program is removing it too.
    }
  }
}
