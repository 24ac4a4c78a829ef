import type { ReadWord, WordDocument } from '../contract/word.ts';
import type { LocalFile } from './local-file.ts';

/** Writes and reads Word files (.docx). */
export interface WordFiles {
  /** Same document, same bytes. */
  write(document: WordDocument): Promise<Uint8Array>;
  /**
   * Reads a file with tracked changes accepted. Its sizes are looked at before anything is unpacked. Throws
   * `word-too-large`, `word-old-format`, `word-encrypted`, `word-macros`, `word-unsafe`, `word-damaged`, `not-a-word-file`, `file-missing`, `unreadable-file`.
   */
  read(file: LocalFile, signal: AbortSignal): Promise<ReadWord>;
}
