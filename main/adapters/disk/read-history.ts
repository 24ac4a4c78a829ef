import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyPath } from '../../core/history/history-lines.ts';
import { readFailure } from './disk-failure.ts';

/** The text of a dossier folder's history; empty where it has none. */
export async function readHistoryText(folder: string): Promise<string> {
  const path = join(folder, historyPath);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw readFailure(error, path);
  }
}
