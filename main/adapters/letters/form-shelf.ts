import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../contract/failure.ts';
import type { FormShelf, StoredForm } from '../../world/form-shelf.ts';
import { createFile, syncFolder, writeAtomically, writeBytes } from '../disk/atomic-write.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { partialName } from '../disk/partial-files.ts';

/** form.yaml: what was imported. */
const recordSchema = z.strictObject({
  schema: z.literal('yinqi/form@1'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string(),
  importedOn: z.iso.date(),
  sizeBytes: z.number().int().positive(),
  pages: z.array(z.strictObject({ widthMm: z.number().positive(), heightMm: z.number().positive() })).min(1),
});

const isLetterId = (name: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
const isNumber = (name: string): boolean => /^[1-9]\d{0,5}$/.test(name);
const fieldsName = /^fields-([1-9]\d{0,5})\.yaml$/;
const maxYamlBytes = 2_000_000;

/**
 * The official forms in a folder that need not be there: `letter/version/` with form.yaml, the PDF under its SHA-256, and
 * `fields-N.yaml` for each time that fields were placed. A version taken out of use is `.removed-N` beside the others.
 */
export function createFormShelf(folder: string): FormShelf {
  const place = (letter: string, version: number): string => join(folder, letter, String(version));
  const shown = (letter: string, version: number, file: string): string =>
    `${basename(folder)}/${letter}/${version}/${file}`;

  const readOne = async (letter: string, version: number): Promise<StoredForm | Failure> => {
    const path = join(place(letter, version), 'form.yaml');
    const fileName = shown(letter, version, 'form.yaml');
    try {
      const record = recordSchema.safeParse(parse(await textOf(path)));
      if (!record.success) return badRecord(fileName, record.error.issues[0]?.message ?? '');
      const { schema: _, ...facts } = record.data;
      return { letter, version, ...facts, revision: await revisionIn(place(letter, version)) };
    } catch (error) {
      const failure = readFailure(error, fileName);
      if (failure instanceof Failure) return failure;
      return badRecord(fileName, error instanceof Error ? error.message : String(error));
    }
  };
  const required = async (letter: string, version: number): Promise<StoredForm> => {
    const found = await readOne(letter, version);
    if (found instanceof Failure) throw found;
    return found;
  };
  const move = async (letter: string, from: string, to: string, version: number): Promise<void> => {
    const names = isLetterId(letter) ? await foldersIn(join(folder, letter)) : [];
    if (!names.includes(from)) throw unknownForm(letter, version);
    try {
      await rename(join(folder, letter, from), join(folder, letter, to));
      await syncFolder(join(folder, letter));
    } catch (error) {
      throw writeFailure(error, join(folder, letter, to));
    }
  };

  return {
    async letters() {
      const letters: string[] = [];
      for (const letter of (await foldersIn(folder)).filter(isLetterId)) {
        if ((await foldersIn(join(folder, letter))).some(isNumber)) letters.push(letter);
      }
      return letters.toSorted();
    },
    async versions(letter) {
      if (!isLetterId(letter)) return [];
      const numbers = (await foldersIn(join(folder, letter))).filter(isNumber).map(Number);
      return Promise.all(numbers.toSorted((a, b) => b - a).map((version) => readOne(letter, version)));
    },
    async pdf({ letter, version, sha256 }) {
      const fileName = shown(letter, version, `${sha256}.pdf`);
      const bytes = await readFile(join(place(letter, version), `${sha256}.pdf`)).catch((error: unknown) => {
        throw readFailure(error, fileName);
      });
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw changed(fileName);
      return bytes;
    },
    async fields({ letter, version, revision }) {
      if (revision === 0) return null;
      const name = `fields-${revision}.yaml`;
      const fileName = shown(letter, version, name);
      try {
        return { text: await textOf(join(place(letter, version), name)), fileName };
      } catch (error) {
        throw readFailure(error, fileName);
      }
    },
    async add(letter, { pdf, sha256, fileName, importedOn, pages }) {
      const all = await foldersIn(join(folder, letter));
      const used = all.flatMap((name) => Number(/^(?:\.removed-)?([1-9]\d{0,5})$/.exec(name)?.[1] ?? 0));
      const version = Math.max(0, ...used) + 1;
      const target = place(letter, version);
      const partial = join(folder, letter, partialName(String(version)));
      const record: z.infer<typeof recordSchema> = {
        schema: 'yinqi/form@1',
        sha256,
        fileName,
        importedOn,
        sizeBytes: pdf.length,
        pages: pages.map((page) => ({ ...page })),
      };
      try {
        await mkdir(partial, { recursive: true });
        await writeAtomically(join(partial, `${sha256}.pdf`), pdf);
        await writeAtomically(join(partial, 'form.yaml'), Buffer.from(stringify(record), 'utf8'));
        // A version appears whole under its number or not at all, and never over another.
        await rename(partial, target);
        await syncFolder(join(folder, letter));
      } catch (error) {
        await rm(partial, { recursive: true, force: true });
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        const isTaken = (await foldersIn(join(folder, letter))).includes(String(version));
        if (isTaken && ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code)) throw taken(letter, error);
        throw writeFailure(error, target);
      }
      return required(letter, version);
    },
    async place({ letter, version }, baseRevision, text) {
      const target = join(place(letter, version), `fields-${baseRevision + 1}.yaml`);
      // Whoever comes second finds the name taken: two windows never overwrite each other.
      const isNew =
        (await revisionIn(place(letter, version))) === baseRevision &&
        (await createFile(target, (partial) => writeBytes(partial, Buffer.from(text, 'utf8'))));
      if (!isNew) throw editConflict(letter);
      return required(letter, version);
    },
    remove: (letter, version) => move(letter, String(version), `.removed-${version}`, version),
    restore: (letter, version) => move(letter, `.removed-${version}`, String(version), version),
  };
}

/** How often fields were placed in a version's folder. */
async function revisionIn(folder: string): Promise<number> {
  const names = await readdir(folder);
  return Math.max(0, ...names.map((name) => Number(fieldsName.exec(name)?.[1] ?? 0)));
}

async function textOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > maxYamlBytes) throw new Error('larger than 2 MB');
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
  } finally {
    await file.close();
  }
}

/** The names of the folders in a folder; none where it is not there. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw readFailure(error, folder);
  }
}

const badRecord = (fileName: string, why: string): Failure =>
  new Failure(
    'form-fault',
    { zh: `${fileName} 读不出来：${why}`, en: `${fileName} cannot be read: ${why}` },
    {
      zh: '请从备份恢复这个文件，或重新导入这份 PDF',
      en: 'Restore it from a backup, or import the PDF again',
    },
  );

const changed = (fileName: string): Failure =>
  new Failure(
    'form-changed',
    {
      zh: `${fileName} 导入之后被改动过：内容和文件名里的 SHA-256 不符`,
      en: `${fileName} was changed after it was imported: it does not have the SHA-256 of its name`,
    },
    {
      zh: '请从备份恢复，或重新导入平台的 PDF',
      en: 'Restore it from a backup, or import the platform’s PDF again',
    },
  );

const taken = (letter: string, cause: unknown): Failure =>
  new Failure(
    'form-taken',
    {
      zh: `「${letter}」刚刚由另一个窗口导入了新的官方格式`,
      en: `Another window has just imported a form for “${letter}”`,
    },
    { zh: '请刷新后再导入', en: 'Look again, then import' },
    { cause },
  );

const editConflict = (letter: string): Failure =>
  new Failure(
    'form-edit-conflict',
    {
      zh: `「${letter}」的填写位置已在别处保存过，您的改动没有保存`,
      en: `The fields of “${letter}” were saved elsewhere meanwhile; yours were not saved`,
    },
    {
      zh: '请重新打开，在最新的位置上再改',
      en: 'Open it again and change the latest fields',
    },
  );

const unknownForm = (letter: string, version: number): Failure =>
  new Failure(
    'unknown-form',
    {
      zh: `「${letter}」没有官方格式第 ${version} 版`,
      en: `“${letter}” has no version ${version} of an official form`,
    },
    { zh: '用 yinqi form list 查看现有的', en: 'yinqi form list shows what there is' },
  );
