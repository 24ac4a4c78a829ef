import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PDFDocument } from 'pdf-lib';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { PdfLibrary } from './pdf-objects.ts';

/** Whether bytes begin as a PDF does. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');

/** A file's bytes. Throws `unreadable-file`. */
export async function bytesOf(file: LocalFile): Promise<Uint8Array> {
  return readFile(file.absolutePath).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      'unreadable-file',
      {
        zh: `「${file.name}」读不出来（${said}）`,
        en: `“${file.name}” cannot be read (${said})`,
      },
      {
        zh: '请确认文件还在原处、您有权读取、没有被别的程序占用；没有改动任何文件',
        en: 'See that it is still there, that you may read it and that no other program holds it; nothing was changed',
      },
      { cause },
    );
  });
}

/** Opens a PDF to take its pages over or change them. Throws `pdf-not-taken` for one that is encrypted or damaged, `unreadable-file`. */
export async function openPdf(
  library: PdfLibrary,
  file: LocalFile,
  bytes?: Uint8Array,
): Promise<PDFDocument> {
  const content = bytes ?? (await bytesOf(file));
  try {
    const document = await library.PDFDocument.load(content, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
    // The tree of pages is read when it is first asked for.
    document.getPages();
    return document;
  } catch (error) {
    throw notTaken(file, error);
  }
}

/** The failure of a PDF whose pages cannot be had. */
export function notTaken(file: LocalFile, cause: unknown): Failure {
  return new Failure(
    'pdf-not-taken',
    {
      zh: `「${file.name}」的页面取不出来：文件有密码、已损坏，或者没有这一页`,
      en: `The pages of “${file.name}” cannot be taken: it is protected by a password, damaged, or has no such page`,
    },
    {
      zh: '请去掉密码，或用 PDF 软件另存一份再试；没有改动任何文件',
      en: 'Take off the password, or save it anew with a PDF program; nothing was changed',
    },
    { cause },
  );
}

/** The file's bytes, named by what they hold: the same for the same pages. */
export async function saved(library: PdfLibrary, document: PDFDocument): Promise<Uint8Array> {
  const { context } = document;
  context.trailerInfo.ID = undefined;
  const options = { useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false };
  const draft = await document.save(options);
  const id = library.PDFHexString.of(createHash('sha256').update(draft).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save(options);
}
