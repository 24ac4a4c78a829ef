import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { decodeDossierText, requireDossierSize } from '../../core/dossier/dossier-text.ts';
import { readFailure } from './disk-failure.ts';
import { listFiles, type ListedFile } from './list-files.ts';

/** The name of the file that makes a folder a dossier. */
export const dossierFileName = 'dossier.yaml';

/** The text of a folder's dossier.yaml. Throws `no-dossier`, and `dossier-syntax` for bytes that are no text. */
export async function readDossierText(folder: string): Promise<string> {
  const path = join(folder, dossierFileName);
  try {
    const file = await open(path, 'r');
    try {
      const facts = await file.stat();
      if (!facts.isFile()) throw noDossier(folder);
      requireDossierSize(facts.size, dossierFileName);
      return decodeDossierText(await file.readFile(), dossierFileName);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') throw noDossier(folder, error);
    throw readFailure(error, path);
  }
}

/** The files of a dossier folder besides dossier.yaml. */
export async function listDossierFiles(folder: string): Promise<readonly ListedFile[]> {
  return (await listFiles(folder)).filter((file) => file.path !== dossierFileName);
}

const noDossier = (folder: string, cause?: unknown): Failure =>
  new Failure(
    'no-dossier',
    {
      zh: `文件夹「${folder}」里没有案卷：找不到 ${dossierFileName}`,
      en: `The folder “${folder}” holds no dossier: there is no ${dossierFileName} in it`,
    },
    {
      zh: '请检查文件夹是否选对；新建案卷请运行 yinqi init 文件夹',
      en: 'Check that it is the right folder; yinqi init FOLDER makes a new dossier',
    },
    { cause },
  );
