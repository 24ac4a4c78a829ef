import type { Zip } from '../../world/zip.ts';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

/** Writes zips with yazl and reads them with yauzl; both are loaded when first needed. */
export function createZip(): Zip {
  return { write: writeZip, read: readZip };
}
