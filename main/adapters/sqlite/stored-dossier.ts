import { basename } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { fileMissing, plainPath, requireInside } from '../../core/dossier/dossier-path.ts';
import { numberedPath, sameFileKey } from '../../core/dossier/safe-file-name.ts';
import type { OpenDossier } from '../../world/dossier-store.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Copied } from '../disk/copy-content.ts';
import type { Blobs } from './blobs.ts';
import { parseText } from './parsed-texts.ts';
import type { DossierRow, FileRow, Rows } from './rows.ts';

/** A file to put into a dossier, and the content that was stored for it. */
export interface StoredFile {
  readonly path: string;
  readonly content: Copied;
}

/** A row as a dossier that was read. Throws Failures for YAML with faults. */
export function openRow(rows: Rows, row: DossierRow): OpenDossier {
  return {
    ref: row.id,
    revision: row.revision,
    document: parseText(row.yaml_text),
    yamlText: row.yaml_text,
    files: rows.files(row.id).map((file) => ({ path: file.path, sizeBytes: file.size_bytes })),
  };
}

/** The row of a dossier that is there. Throws `unknown-dossier`, `dossier-removed`. */
export function requireRow(rows: Rows, ref: string): DossierRow {
  const row = rows.dossier(ref);
  if (row === undefined) throw unknownDossier(ref);
  if (row.removed_at === null) return row;
  throw removedDossier();
}

/** Requires that a dossier is there, without reading its text. Throws `unknown-dossier`, `dossier-removed`. */
export function requireThere(rows: Rows, ref: string): void {
  const isRemoved = rows.isRemoved(ref);
  if (isRemoved === undefined) throw unknownDossier(ref);
  if (isRemoved) throw removedDossier();
}

const removedDossier = (): Failure =>
  new Failure(
    'dossier-removed',
    { zh: '这份案卷已经删除', en: 'This dossier was removed' },
    { zh: '请撤销删除，或回到案卷列表', en: 'Undo the removal, or go back to the list of dossiers' },
  );

/** The failure of a ref that names no dossier. */
export const unknownDossier = (ref: string): Failure =>
  new Failure(
    'unknown-dossier',
    { zh: `没有编号为「${ref}」的案卷`, en: `There is no dossier “${ref}”` },
    { zh: '请回到案卷列表重新选择', en: 'Go back to the list of dossiers and choose again' },
  );

/** The row of a dossier's file, however its name is composed. Throws `outside-folder`, `file-missing`. */
export function requireFile(rows: Rows, ref: string, path: string): FileRow {
  requireInside(path);
  const wanted = plainPath(path);
  const found =
    rows.file(ref, wanted) ??
    rows.files(ref).find((file) => file.path.normalize('NFC') === wanted.normalize('NFC'));
  if (found === undefined) throw fileMissing(path);
  return found;
}

/** Where the bytes of a file are. Throws `file-missing`. */
export function blobFile(blobs: Blobs, file: Pick<FileRow, 'path' | 'sha256'>): LocalFile {
  if (blobs.has(file.sha256)) {
    return { absolutePath: blobs.pathOf(file.sha256), name: basename(file.path) };
  }
  throw new Failure(
    'file-missing',
    {
      zh: `文件「${file.path}」的内容在数据文件夹里找不到了（${blobs.pathOf(file.sha256)}）`,
      en: `The content of “${file.path}” is gone from the data folder (${blobs.pathOf(file.sha256)})`,
    },
    {
      zh: '请从备份恢复数据文件夹，或重新加入这个文件',
      en: 'Restore the data folder from a backup, or add the file again',
    },
  );
}

/** The row of a stored file. */
export const fileRow = (path: string, content: Copied): FileRow => ({
  path,
  sha256: content.sha256,
  size_bytes: content.sizeBytes,
});

/** A free path close to the wanted one, or the path where the same content stands under that name already. */
export function freePlace(
  files: readonly FileRow[],
  wanted: StoredFile,
): { readonly path: string; readonly isNew: boolean } {
  const taken = new Map(files.map((file) => [sameFileKey(file.path), file]));
  for (let number = 1; ; number += 1) {
    const path = numberedPath(wanted.path, number);
    const there = taken.get(sameFileKey(path));
    if (there === undefined) return { path, isNew: true };
    if (there.sha256 === wanted.content.sha256) return { path: there.path, isNew: false };
  }
}
