import type { DossierDocument, FieldEdit } from './contract/dossier.ts';
import type { FormPdfField } from './contract/forms.ts';
import type { FileInspection, InspectionDepth, PageCode } from './contract/files.ts';
import type { Language, Localized } from './contract/language.ts';
import type { FontSet, LaidOutDocument, SharedCharacters } from './contract/letters.ts';
import type { Progress } from './contract/api.ts';
import type { PictureBox, PrintedPiece, Turn } from './contract/read-paper.ts';
import type { Rulebook } from './contract/rulebook.ts';
import type { ReadWord, WordDocument } from './contract/word.ts';
import type { Failure } from './contract/failure.ts';
import type { PageTurn, SheetCorners } from './core/files/planned-repair.ts';
import type { PlacedPicture } from './core/letters/pack-geometry.ts';

/** Everything outside the program. Adapters implement it, tests replace it, core never sees it. */
export interface World {
  /** `YYYY-MM-DD`; fixed by `--today`. */
  today(): string;
  /** ISO 8601 instant, for records of when something was saved; fixed by `--today`. */
  now(): string;
  /** A new identifier: lower-case letters and digits, 20 characters. */
  newId(): string;
  readonly about: {
    readonly version: string;
    readonly dataFolder: string;
    readonly host: 'electron' | 'browser' | 'command-line';
  };
  readonly dossiers: DossierStore;
  readonly rulebooks: RulebookShelf;
  readonly letters: LetterShelf;
  readonly forms: FormShelf;
  readonly formFiles: FormFiles;
  readonly tables: Tables;
  readonly fonts: () => Promise<FontSet>;
  readonly inspector: Inspector;
  readonly pictures: Pictures;
  readonly print: PrintReader;
  readonly pdf: PdfWriter;
  readonly word: WordFiles;
  readonly packs: PackWriter;
  readonly pdfPages: PdfPages;
  readonly codes: PageCodes;
  readonly zip: Zip;
  readonly grants: Grants;
  readonly artifacts: Artifacts;
  readonly folders: Folders;
}

/** A file on this computer's disk. */
export interface LocalFile {
  readonly absolutePath: string;
  /** The name to show: no folder. */
  readonly name: string;
}

/** A dossier that was read: a folder on the command line, a row of the database in the app. */
export interface OpenDossier {
  readonly ref: string;
  readonly revision: number;
  readonly document: DossierDocument;
  /** Every file of the dossier, used or not, by path; sorted. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
}

/** Where dossiers live. Two implementations: a folder (`ref` is its path) and SQLite (`ref` is an id). */
export interface DossierStore {
  /** Opens what the dossiers live in, so that a host can say at its start what is wrong with it. */
  ready(): Promise<void>;
  list(): Promise<readonly (OpenDossier & { readonly changedAt: string })[]>;
  /** Throws Failures for a dossier.yaml with faults, each with file, line and field. */
  open(ref: string): Promise<OpenDossier>;
  create(document: DossierDocument): Promise<OpenDossier>;
  /** All edits or none. Throws `edit-conflict` when one of the same fields changed after `baseRevision`. */
  edit(ref: string, baseRevision: number, edits: readonly FieldEdit[]): Promise<OpenDossier>;
  remove(ref: string): Promise<void>;
  restore(ref: string): Promise<OpenDossier>;
  /** Copies a file in under a free name close to `wantedPath`; answers the path it got. */
  addFile(
    ref: string,
    wantedPath: string,
    source: LocalFile | Uint8Array,
  ): Promise<{ readonly path: string; readonly dossier: OpenDossier }>;
  removeFile(ref: string, path: string): Promise<OpenDossier>;
  /** Where the bytes of a dossier's file are. Throws `outside-folder`, `file-missing`. The file must not be changed. */
  locate(ref: string, path: string): Promise<LocalFile>;
  /** Reads a dossier folder into the store, every file with it. */
  importFolder(folder: LocalFile): Promise<OpenDossier>;
  /** The files of the dossier folder: dossier.yaml first, as it was imported but for later edits. */
  exportEntries(ref: string): Promise<readonly FolderEntry[]>;
}

/** One file to write: bytes at hand, or a file to copy. */
export interface FolderEntry {
  readonly path: string;
  readonly content: Uint8Array | LocalFile;
}

/** Platforms whose rules ship with the app. */
export interface RulebookShelf {
  list(): Promise<readonly string[]>;
  /** Throws Failures that name file and line for a rulebook with faults, `unknown-platform` for none. */
  load(platform: string): Promise<Rulebook>;
}

/** Where one version of a letter's template is. */
export interface TemplateSource {
  readonly letter: string;
  /** Shipped with the app, or the team's own. */
  readonly origin: 'app' | 'team';
  /** The name of its folder, as the team wrote it; null for the app's own, whose front matter says it. */
  readonly version: string | null;
  /** The file as people know it, for messages. */
  readonly fileName: string;
  readonly absolutePath: string;
  readonly samplePath: string;
}

/** Where one version of a shared clause is. */
export interface ClauseSource extends Pick<
  TemplateSource,
  'origin' | 'version' | 'fileName' | 'absolutePath'
> {
  readonly clause: string;
}

/** Letter templates: those that ship with the app, and over them a team's own, every version of which is kept. */
export interface LetterShelf {
  /** Every letter with a template, sorted. */
  list(): Promise<readonly string[]>;
  /** The source text of the version that goes before the others. Throws `unknown-letter`. */
  template(letter: string): Promise<string>;
  /** In the order in which they are taken: the team's, newest first, then the app's. Throws `unknown-letter`. */
  versions(letter: string): Promise<readonly TemplateSource[]>;
  /** The source text of a version of a template or clause. Throws `template-fault` for what is no text, `file-missing`. */
  read(source: TemplateSource | ClauseSource): Promise<string>;
  /** The text of its sample.yaml; null where it has none. */
  sample(source: TemplateSource): Promise<string | null>;
  /** Puts a new version into the team's folder, whole or not at all. Throws `template-version-taken`, `no-template-folder`, `bad-template-version`. */
  save(
    letter: string,
    version: string,
    files: { readonly template: string; readonly sample?: string | undefined },
  ): Promise<TemplateSource>;
  /** Every clause that letters may share, sorted. */
  clauses(): Promise<readonly string[]>;
  /** In the order in which they are taken, as with letters; none of an unknown clause. */
  clauseVersions(clause: string): Promise<readonly ClauseSource[]>;
  /** Puts a new version of a clause into the team's folder, whole or not at all. Throws as `save` does. */
  saveClause(clause: string, version: string, text: string): Promise<ClauseSource>;
}

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

/** A table with a header row, every cell as trimmed text. */
export interface Table {
  readonly header: readonly string[];
  /** `line`: the row as a spreadsheet program counts it, from 1. Rows that are empty all over are left out. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Tables that people keep in spreadsheets: CSV (UTF-8, UTF-16 or GB18030; comma, semicolon or tab) and XLSX. */
export interface Tables {
  /**
   * Reads one sheet, the first unless named. Dates are YYYY-MM-DD; a number that lost digits stays in scientific
   * notation. Throws `table-unreadable`, `table-too-large` (20 MB, 10,000 rows), `table-empty`, `unknown-sheet`.
   */
  read(file: LocalFile, options: { readonly sheet?: string | undefined }): Promise<Table>;
}

/** Looks at files: type by content, decoded pixels, pages, text. Never throws for a bad file: it says so in `problem`. */
export interface Inspector {
  inspect(
    file: LocalFile,
    path: string,
    depth: InspectionDepth,
    signal?: AbortSignal,
  ): Promise<FileInspection>;
}

/** A new picture of a scan. */
export interface MadePicture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Makes pictures: thumbnails of files, pages of PDFs, repaired logos and previews. */
export interface Pictures {
  /** A PNG of an image file or of one page of a PDF file or bytes. Throws `unreadable-file`. */
  picture(
    source: LocalFile | Uint8Array,
    options: { readonly page: number; readonly maxPx?: number; readonly dpi?: number },
  ): Promise<{ readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }>;
  /**
   * A new still picture of exactly this size within `maxBytes`, without metadata, in that of the types and at that quality in
   * which it comes closest to the source; null when none fits without visible harm. With `cornerRadiusPx` its corners are made round,
   * transparent outside. Throws `unreadable-file`, and the signal's reason.
   */
  fit(
    source: LocalFile,
    options: {
      readonly widthPx: number;
      readonly heightPx: number;
      readonly types: readonly ('png' | 'jpeg')[];
      readonly maxBytes: number;
      readonly cornerRadiusPx?: number | undefined;
    },
    signal?: AbortSignal,
  ): Promise<{
    readonly bytes: Uint8Array;
    readonly type: 'png' | 'jpeg';
    readonly enlargedBy: number;
    /** Of a JPEG, 1 to 100. */
    readonly quality?: number;
    /** Of a PNG with a palette; absent where it has all its colours. */
    readonly colours?: number;
  } | null>;
  /**
   * A scan laid straight: drawn out to a rectangle by the corners of its sheet, with a margin around them, or turned whole by
   * `degrees` clockwise; never coarser than it is. A JPEG at a quality at which no difference shows, else a PNG. Throws
   * `unreadable-file`, and the signal's reason.
   */
  straighten(
    source: LocalFile,
    how: {
      readonly corners: SheetCorners | null;
      readonly degrees: number;
      readonly dpi: number | null;
    },
    signal?: AbortSignal,
  ): Promise<MadePicture>;
  /** How clearly lines of print run across a page: the larger, the straighter the same page lies. Throws `unreadable-file`. */
  lineClarity(source: LocalFile | Uint8Array, options: { readonly page: number }): Promise<number>;
  /** The same picture without EXIF, XMP, comments and the like: its compressed pixels as they are, its colour profile and orientation kept. Throws `unreadable-file`. */
  withoutMetadata(
    source: LocalFile,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' | 'webp' }>;
  /** The same picture as another type, pixel for pixel, upright, on white, in sRGB, without metadata. Throws `unreadable-file`. */
  convert(source: LocalFile, type: 'png' | 'jpeg'): Promise<MadePicture>;
  /**
   * One page of a picture for a place on paper, upright, without transparency, no finer than `dpi` there: the very bytes of a
   * JPEG that is so already, else encoded anew. Throws `unreadable-file`.
   */
  forPaper(
    source: LocalFile | Uint8Array,
    options: { readonly page: number; readonly widthMm: number; readonly dpi: number },
  ): Promise<{ readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' }>;
}

/** Reads print by machine, on this computer. */
export interface PrintReader {
  /**
   * The pieces of print on a PNG, in reading order, with boxes on the picture turned upright, and the QR codes, with boxes on the picture as it
   * is, which are never opened. What it says is a suggestion: rare
   * characters come out wrong with high confidence. Throws the signal's reason when cancelled.
   */
  read(
    png: Uint8Array,
    context: { readonly signal: AbortSignal },
  ): Promise<{
    readonly turn: Turn;
    readonly pieces: readonly PrintedPiece[];
    readonly codes: readonly { readonly text: string; readonly box: PictureBox }[];
  }>;
}

/** Writes laid-out pages as PDF: fonts embedded and subset, same input same bytes. */
export interface PdfWriter {
  /**
   * `shared`, the same object for all letters of a template: characters that are in every one of its documents' fonts and are
   * compressed once. It changes the bytes and nothing that is seen.
   */
  write(document: LaidOutDocument, shared?: SharedCharacters): Promise<Uint8Array>;
}

/** Writes print packs. */
export interface PackWriter {
  /**
   * Writes laid-out pages as PDF with pictures and pages of other PDFs beneath their text; same input, same bytes. `target` is the
   * old file or the new one, never half. Throws `unreadable-file`, and the signal's reason.
   */
  write(
    target: string,
    pack: {
      readonly document: LaidOutDocument;
      /** With the page, from 0, that each stands on. */
      readonly placed: readonly (PlacedPicture & { readonly onPage: number })[];
      /** The files behind the pictures' sources. */
      readonly files: ReadonlyMap<string, LocalFile>;
    },
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly sizeBytes: number }>;
}

/** Scanned PDFs taken apart, joined and laid straight without touching the pictures in them. Same input, same bytes. */
export interface PdfPages {
  /** A PDF of these pages (from 0) of another, in this order. Throws `pdf-not-taken` for one that is encrypted or damaged. */
  take(source: LocalFile, pages: readonly number[]): Promise<Uint8Array>;
  /**
   * One PDF of files in order: PDFs page by page, JPEGs with their very bytes, upright; other pictures pixel for pixel. `dpi` of a picture
   * gives its page a size, A4 without it. Throws `pdf-not-taken`, `unreadable-file`, and the signal's reason.
   */
  join(
    sources: readonly { readonly file: LocalFile; readonly dpi: number | null }[],
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<Uint8Array>;
  /** The same PDF with some pages turned by a few degrees, and cut to their sheets. Throws `pdf-not-taken`. */
  straighten(source: LocalFile, pages: readonly PageTurn[]): Promise<Uint8Array>;
}

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

/** The code on printed pages. */
export interface PageCodes {
  /** Rows of 0 and 1, without quiet zone. */
  encode(code: PageCode): Promise<readonly string[]>;
}

/** What a zip holds, as its directory says and as its bytes are. */
export interface ZipEntryFact {
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex of what was unpacked; null when it was refused or damaged. */
  readonly sha256: string | null;
  /** Why it was not unpacked: path traversal, encrypted, link, duplicate, lying size, damaged … */
  readonly refused: Localized | null;
  /** Set with `refused`: dangerous to unpack, or broken. */
  readonly fault?: 'unsafe' | 'damaged';
}

export interface Zip {
  /**
   * Writes a zip: beside the target, flushed, renamed; the target is the old file or the new one, never half.
   * `tags` is asked for the entries that close it once every content's SHA-256 is known.
   */
  write(
    target: string,
    contents: readonly FolderEntry[],
    tags: (
      written: ReadonlyMap<string, { readonly sha256: string; readonly sizeBytes: number }>,
    ) => readonly FolderEntry[],
    context: {
      readonly date: string;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Progress) => void;
    },
  ): Promise<{ readonly sizeBytes: number; readonly sha256: string }>;
  /** Reads every entry once. Small texts (at most 4 MB each) named by `keep` come back whole. Throws `not-a-zip`. */
  read(
    file: LocalFile,
    keep: (name: string) => boolean,
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly entries: readonly ZipEntryFact[]; readonly kept: ReadonlyMap<string, Uint8Array> }>;
}

/** Files, folders and targets that the user handed over. A method gets the grant's name, never a path. */
export interface Grants {
  offer(absolutePath: string, name?: string): string;
  /** Throws `unknown-grant`. */
  resolve(grant: string): LocalFile;
}

/** Things made for the user: kept in a scratch folder until the program ends, served by the host. */
export interface Artifacts {
  keep(bytes: Uint8Array, name: string, mediaType: string): Promise<string>;
  /** A path to write to, kept as an artifact under this name. */
  reserve(
    name: string,
    mediaType: string,
  ): Promise<{ readonly artifact: string; readonly absolutePath: string }>;
  /** Throws `unknown-artifact`. */
  resolve(artifact: string): LocalFile & { readonly mediaType: string };
}

/** Folders to write into. */
export interface Folders {
  /** Writes every entry or, on failure, leaves no half file. An existing file is replaced whole unless `refuseExisting`. */
  write(
    folder: LocalFile,
    entries: readonly FolderEntry[],
    options: { readonly refuseExisting: boolean },
  ): Promise<void>;
  /** The dossier of the fictitious company that ships with the app. */
  readonly sample: LocalFile;
}

/** What goes along with a call. */
export interface CallContext {
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}
