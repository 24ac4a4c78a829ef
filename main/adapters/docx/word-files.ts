import type { WordFiles } from '../../world/word-files.ts';
import { createDocxReader } from './docx-reader.ts';
import { createDocxWriter } from './docx-writer.ts';

/** Word files of this computer: written with `docx`, read with mammoth. */
export function createWordFiles(): WordFiles {
  return { ...createDocxWriter(), ...createDocxReader() };
}
