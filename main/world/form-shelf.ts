import type { Failure } from '../contract/failure.ts';
import type { FormPdfField } from '../contract/forms.ts';
import type { LocalFile } from './local-file.ts';

/** What a PDF is, as a form to be written on. */
export interface FormFacts {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** As they are looked at: cropped and turned. */
  readonly pages: readonly { readonly widthMm: number; readonly heightMm: number }[];
  readonly fields: readonly FormPdfField[];
}

/** Reads PDFs that are to become forms. Writing on them is the PdfWriter's (`LaidOutDocument.form`). */
export interface FormFiles {
  /** The bytes of a file of a form's size. Throws `form-too-large`, `form-not-a-pdf` for an empty one, and what the disk says. */
  load(file: LocalFile): Promise<Uint8Array>;
  /** Throws `form-not-a-pdf`, `form-encrypted`, `form-damaged`, `form-no-pages`, `form-too-large`, `form-page-size`, `form-signed`, `form-xfa`. */
  read(bytes: Uint8Array, fileName: string): Promise<FormFacts>;
}

/** One imported version of a letter's official form, as it lies in the team's folder. */
export interface StoredForm {
  readonly letter: string;
  readonly version: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly importedOn: string;
  readonly sizeBytes: number;
  readonly pages: readonly { readonly widthMm: number; readonly heightMm: number }[];
  /** Counts how often fields were placed on it; 0 while none were. */
  readonly revision: number;
}

/** The platform's own forms, imported once and shared by all dossiers, every version of which is kept. */
export interface FormShelf {
  /** Letters with a form, sorted; none while there is no folder. */
  letters(): Promise<readonly string[]>;
  /** Newest first; in place of one that cannot be read, why. */
  versions(letter: string): Promise<readonly (StoredForm | Failure)[]>;
  /** The PDF as it was imported. Throws `form-changed` for bytes with another hash, `file-missing`. */
  pdf(form: StoredForm): Promise<Uint8Array>;
  /** The YAML of the fields placed on it, the latest; null while there is none. */
  fields(form: StoredForm): Promise<{ readonly text: string; readonly fileName: string } | null>;
  /** Puts a PDF there as the newest version, whole or not at all. Throws `form-taken` when another was put there meanwhile. */
  add(
    letter: string,
    form: Pick<StoredForm, 'sha256' | 'fileName' | 'importedOn' | 'pages'> & { readonly pdf: Uint8Array },
  ): Promise<StoredForm>;
  /** Puts the YAML of placed fields there as the revision after `baseRevision`. Throws `form-edit-conflict` when there is one already. */
  place(form: StoredForm, baseRevision: number, text: string): Promise<StoredForm>;
  /** Takes a version out of use; its number is never given again. Throws `unknown-form`. */
  remove(letter: string, version: number): Promise<void>;
  /** Brings it back. Throws `unknown-form`. */
  restore(letter: string, version: number): Promise<void>;
}
