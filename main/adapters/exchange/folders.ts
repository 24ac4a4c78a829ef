import { lstat, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { requireInside } from '../../core/dossier/dossier-path.ts';
import type { Folders } from '../../world/exchange.ts';
import { createFile, replaceFiles, writeBytes } from '../disk/atomic-write.ts';
import { copyContent } from '../disk/copy-content.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { requireRealInside } from '../disk/real-inside.ts';

/** So many files are replaced together. */
const together = 32;

/** Folders to write into, made where they are missing, and the sample dossier that ships with the app. */
export function createFolders(options: {
  readonly sampleFolder: string;
  /** Hears which folders will be written into. */
  readonly noteFolder?: (folder: string) => Promise<void>;
}): Folders {
  const sampleFolder = resolve(options.sampleFolder);
  return {
    sample: { absolutePath: sampleFolder, name: basename(sampleFolder) },
    async write(folder, entries, { refuseExisting }) {
      const root = folder.absolutePath;
      for (const { path } of entries) requireInside(path);
      if (refuseExisting) {
        for (const { path } of entries) {
          if (await isThere(join(root, path))) throw wouldOverwrite(join(root, path));
        }
      }
      await makeFolder(root);
      const files: { readonly target: string; readonly write: (partial: string) => Promise<void> }[] = [];
      const prepared = new Set<string>();
      for (const { path, content } of entries) {
        const target = join(root, path);
        const folderOf = dirname(target);
        if (!prepared.has(folderOf)) {
          await makeFolder(folderOf);
          await requireRealInside(root, folderOf, path);
          await options.noteFolder?.(folderOf);
          prepared.add(folderOf);
        }
        const write = async (partial: string): Promise<void> => {
          // Files that are replaced together are flushed by their `write`; a new one is flushed by createFile.
          const flush = !refuseExisting;
          if (content instanceof Uint8Array) await writeBytes(partial, content, { flush });
          else await copyContent(content, partial, { flush });
        };
        files.push({ target, write });
      }
      if (!refuseExisting) {
        // In groups, lest everything be on the disk twice before the first file is replaced.
        for (let from = 0; from < files.length; from += together) {
          await replaceFiles(files.slice(from, from + together));
        }
        return;
      }
      for (const { target, write } of files) {
        if (!(await createFile(target, write))) throw wouldOverwrite(target);
      }
    },
  };
}

/** Makes a folder and those above it, one by one: Node's recursive mkdir answers ENOENT on a read-only disk. */
async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw writeFailure(error, path);
  });
}

/** Whether anything has that name, be it a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw readFailure(error, path);
  }
}

const wouldOverwrite = (path: string): Failure =>
  new Failure(
    'would-overwrite',
    { zh: `「${path}」已经存在，没有覆盖它`, en: `“${path}” exists already and was not overwritten` },
    {
      zh: '请换一个空文件夹，或先移走已有的文件',
      en: 'Choose an empty folder, or move the existing file away first',
    },
  );
